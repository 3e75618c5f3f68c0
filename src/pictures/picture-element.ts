import type { MediaFile, MediaType } from '../media/types.ts';
import { encodePath } from '../shared/encode-path.ts';
import { escapeHtml } from '../shared/escape-html.ts';

/** The smallest first: a browser takes the first type that it knows. */
const ORDER: readonly MediaType[] = ['image/avif', 'image/webp', 'image/jpeg', 'image/png'];

/** What an element says besides its files. */
interface ElementText {
  readonly alt?: string | undefined;
  readonly color?: string | undefined;
}

/** What is between the parts of an element. */
interface ElementLayout {
  /** In front of each element in it. */
  readonly line: string;
  /** Between the files of a set. */
  readonly comma: string;
  /** Between groups of attributes. */
  readonly space: string;
}

const ON_ONE_LINE: ElementLayout = { line: '', comma: ', ', space: ' ' };

/** For people: one file a line. */
export const ON_LINES: ElementLayout = { line: '\n  ', comma: ',\n      ', space: '\n    ' };

/**
 * A `<picture>` element of one set's files (ascending in width), ready for a page in the folder of the pictures. Its size is
 * known before it is loaded, so that nothing jumps; `sizes` is the page's to refine.
 */
export function renderPictureElement(
  files: readonly MediaFile[],
  original: MediaFile,
  { alt = '', color }: ElementText,
  { line, comma, space }: ElementLayout = ON_ONE_LINE,
): string {
  const types = ORDER.filter((type) => files.some((file) => file.type === type));
  // What every browser shows, if there is one.
  const last = types.findLast((type) => type === 'image/jpeg' || type === 'image/png') ?? types.at(-1);
  const ofType = (type: MediaType | undefined): readonly MediaFile[] =>
    files.filter((file) => file.type === type);
  const shown = ofType(last).at(-1) ?? original;
  const sources = types
    .filter((type) => type !== last)
    .map(
      (type) =>
        `${line}<source type="${type}"${space}srcset="${sourceSet(ofType(type), comma)}"${space}sizes="100vw">`,
    );
  const set = sourceSet(ofType(last), comma);
  const attributes = [
    `src="${address(shown.path)}"`,
    ...(set === '' ? [] : [`srcset="${set}"`, 'sizes="100vw"']),
    `width="${shown.width ?? ''}" height="${shown.height ?? ''}"`,
    `alt="${escapeHtml(alt)}"`,
    'loading="lazy" decoding="async"',
    `style="${color === undefined ? '' : `background-color:${color};`}max-width:100%;height:auto"`,
  ];
  return `<picture>${sources.join('')}${line}<img ${attributes.join(space)}>${line === '' ? '' : '\n'}</picture>`;
}

function sourceSet(files: readonly MediaFile[], comma: string): string {
  return files.map(({ path, width }) => `${address(path)} ${width ?? ''}w`).join(comma);
}

/** As a relative address: every part is encoded, commas as well, which separate the parts of a `srcset`. */
function address(path: string): string {
  return escapeHtml(encodePath(path));
}
