import type { LockEntry, LockedRenditions } from '../../lock/types.ts';
import { shownAs } from '../../media/formats.ts';
import type { MediaFile } from '../../media/types.ts';
import { escapeHtml } from '../../shared/escape-html.ts';
import { formatBytes, formatUsd, plural } from '../../shared/format.ts';
import { shorten, toPlainLine } from '../../shared/plain-text.ts';
import { encodePath } from '../../shared/encode-path.ts';
import { createThumbnails, type Thumbnail } from '../find-thumbnails.ts';
import { codeInMarkdown, textInMarkdown } from '../html-in-markdown.ts';
import { linkedPicture } from '../picture-grid.ts';

/** In pixels: two columns of this width fill a page on GitHub; on a phone they shrink with the table. */
const PICTURE_WIDTH = 440;
const SMALL_WIDTH = 70;

/** How many further pictures of one edit are shown; all are in the folder. */
const MAX_SMALL = 12;

/** As much of a prompt as is shown under a picture; the rest can be expanded. */
const PROMPT_START = 80;
const PROMPT_CHARACTERS = 2000;

/** As much of a description as fits under a picture. */
const ABOUT_CHARACTERS = 200;

/**
 * One edit of the branch as an HTML cell: its pictures, id, description, prompt and facts. URLs are relative to the
 * page.
 */
export function renderEntry(
  id: string,
  entry: LockEntry,
  renditions: LockedRenditions,
  description?: string,
): string {
  const shownIn = (width: number): Thumbnail =>
    // Not every viewer of a branch shows AVIF, and there is always another format beside it.
    createThumbnails(renditions, (_, type) => type !== 'image/avif', width);
  const [first, ...others] = entry.files;
  const small = others
    .slice(0, MAX_SMALL)
    .map((file) => renderFile(file, id, SMALL_WIDTH, shownIn(SMALL_WIDTH)));
  const more = others.length - small.length;
  return [
    first === undefined ? '' : renderFile(first, id, PICTURE_WIDTH, shownIn(PICTURE_WIDTH)),
    small.length === 0 ? '' : `<br>${small.join(' ')}`,
    more > 0 ? `<br><sub>and ${more} more</sub>` : '',
    `<br><b>${codeInMarkdown(id)}</b>`,
    description === undefined ? '' : `<br>${textInMarkdown(shorten(description, ABOUT_CHARACTERS))}`,
    `<br><small>${renderFacts(entry)}</small>`,
    renderPrompt(entry.input['prompt']),
  ].join('');
}

/** A picture is shown, by a small rendition if there is one, and links to itself. A video is a link, because GitHub does not play a repository's videos within a page. */
function renderFile(file: MediaFile, id: string, width: number, thumbnail: Thumbnail): string {
  const { path, type } = file;
  const address = escapeHtml(encodePath(path));
  if (shownAs(type) === 'picture') {
    const source = escapeHtml(encodePath(thumbnail(file) ?? path));
    return linkedPicture(address, source, width, escapeHtml(toPlainLine(id)));
  }
  return `<a href="${address}">▶ ${codeInMarkdown(path.slice(path.lastIndexOf('/') + 1))}</a>`;
}

function renderPrompt(prompt: unknown): string {
  if (typeof prompt !== 'string') return '';
  const line = toPlainLine(prompt);
  const start = shorten(line, PROMPT_START);
  if (start === line) return `<br><small>${textInMarkdown(line)}</small>`;
  // A word that would be cut in the middle is left out, and the sign before it.
  const words = start.replace(/\s\S{0,20}…$/, '…').replace(/[.,;:!?]…$/, '…');
  const whole = textInMarkdown(shorten(line, PROMPT_CHARACTERS));
  return `<details><summary><small>${textInMarkdown(words)}</small></summary><small>${whole}</small></details>`;
}

function renderFacts({ files, finishedAt, costUsd }: LockEntry): string {
  const [first] = files;
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  return (
    [
      ...(first?.width === undefined || first.height === undefined
        ? []
        : [`${first.width} × ${first.height}`]),
      ...(files.length > 1 ? [plural(files.length, 'file')] : []),
      formatBytes(bytes),
      textInMarkdown(finishedAt.slice(0, 10)),
      ...(costUsd === undefined ? [] : [formatUsd(costUsd)]),
    ]
      // Dates are not broken at their hyphens on a phone.
      .map((fact) => fact.replaceAll(' ', '&nbsp;').replaceAll('-', '&#8209;'))
      .join(' · ')
  );
}
