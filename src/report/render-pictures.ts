import { FORMATS, shownAs } from '../media/formats.ts';
import type { MediaFile } from '../media/types.ts';
import { escapeHtml } from '../shared/escape-html.ts';
import { plural } from '../shared/format.ts';
import { shorten, toPlainLine } from '../shared/plain-text.ts';
import { branchFolderAddress, createBranchAddress, filesOf } from './branch-files.ts';
import { linkedCode, textInMarkdown } from './html-in-markdown.ts';
import { linkedPicture, renderGrid } from './picture-grid.ts';
import { linkAddress } from './addresses.ts';
import { createGalleryAddress } from './gallery-address.ts';
import { encodePath } from '../shared/encode-path.ts';
import { listBefore, type PictureBefore } from './pictures-before.ts';
import type { Report } from './types.ts';

/** Three of these fill the width that GitHub gives a summary. */
const WIDTH = 240;
const WIDTH_BEFORE = 120;
const COLUMNS = 3;

/** As much of a description as fits under a picture; the gallery has all of it. */
const ABOUT_CHARACTERS = 100;

/**
 * The pictures that this run made or adopted, as thumbnails that link to their files on the branch; empty if the branch has none
 * of them. GitHub cannot show pictures of an artifact in a summary.
 */
export function renderPictures(report: Report, max: number): string {
  const addressOf = createBranchAddress(report);
  const inGallery = createGalleryAddress(report);
  const made = report.edits
    .filter(({ state }) => state === 'succeeded' || state === 'adopted')
    .flatMap((outcome) => {
      const address = addressOf(outcome);
      if (address === undefined) return [];
      const { edit } = outcome;
      const files = filesOf(outcome);
      return files.map((file, index) => ({
        ...{ file, id: edit.id, address: address(file), about: edit.description ?? '' },
        inGallery: inGallery(outcome),
        before: beforeOf(report, outcome, index, file),
        number: files.length === 1 ? '' : `, ${index + 1} of ${files.length}`,
      }));
    });
  if (made.length === 0 || max === 0) return '';
  const cells: string[] = [];
  let room = max;
  for (const picture of made) {
    // Two pictures: the old one beside the new one.
    const cost = picture.before === undefined ? 1 : 2;
    if (cost > room) break;
    room -= cost;
    cells.push(renderCell(picture, report.repositoryUrl));
  }
  const more = made.length - cells.length;
  const folder = linkAddress(branchFolderAddress(report) ?? report.repositoryUrl);
  return [
    `### Pictures (${made.length})`,
    '',
    renderGrid(cells, COLUMNS),
    ...(more > 0 ? [`_And ${plural(more, 'more picture')}: [see the branch](${folder})._`, ''] : []),
  ].join('\n');
}

/** The picture that was in the place of this one; undefined if there was none, or the same. */
function beforeOf(
  { before }: Report,
  { edit }: Report['edits'][number],
  index: number,
  { sha256 }: MediaFile,
): PictureBefore | undefined {
  const was = before === undefined ? undefined : listBefore(before, edit)[index];
  return was?.sha256 === sha256 ? undefined : was;
}

interface MadePicture {
  readonly before: PictureBefore | undefined;
  readonly file: MediaFile;
  readonly id: string;
  /** Its number among the pictures of its edit; empty if it is the only one. */
  readonly number: string;
  /** The edit's description; empty if there is none. */
  readonly about: string;
  readonly address: string;
  /** Its place in the branch's gallery; undefined if no site serves it. */
  readonly inGallery: string | undefined;
}

function renderCell(
  { file, id, number, about, address, inGallery, before }: MadePicture,
  repositoryUrl: string,
): string {
  const href = escapeHtml(address);
  const name = escapeHtml(toPlainLine(id + number));
  const text = about === '' ? '' : `<br><small>${textInMarkdown(shorten(about, ABOUT_CHARACTERS))}</small>`;
  const old = before === undefined ? '' : `<br>${renderBefore(before, repositoryUrl, `${name}, before`)}`;
  const caption = `${linkedCode(id, inGallery)}${number}${text}${old}`;
  switch (shownAs(file.type)) {
    case 'picture':
      return `${linkedPicture(href, `${href}?raw=true`, WIDTH, name)}<br>${caption}`;
    case 'video':
      return `<a href="${href}">▶ Video</a><br>${caption}`;
    case 'link':
      return `<a href="${href}">${FORMATS[file.type].name}</a><br>${caption}`;
  }
}

function renderBefore({ path, commit }: PictureBefore, repositoryUrl: string, name: string): string {
  const href = escapeHtml(`${repositoryUrl}/blob/${commit}/${encodePath(path)}`);
  return `<small>Before:</small> ${linkedPicture(href, `${href}?raw=true`, WIDTH_BEFORE, name)}`;
}
