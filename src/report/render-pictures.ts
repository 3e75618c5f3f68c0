import type { MediaFile } from '../media/types.ts';
import { escapeHtml } from '../shared/escape-html.ts';
import { plural } from '../shared/format.ts';
import { toPlainLine } from '../shared/plain-text.ts';
import { branchFolderAddress, createBranchAddress } from './branch-files.ts';
import { codeInMarkdown } from './html-in-markdown.ts';
import { linkedPicture, renderGrid } from './picture-grid.ts';
import { linkTarget } from './link-target.ts';
import type { Report } from './types.ts';

/** Three of these fill the width that GitHub gives a summary. */
const WIDTH = 240;
const COLUMNS = 3;

/**
 * The pictures that this run made, by id, as thumbnails that lead to their files on the branch; empty where the
 * branch has none of them. GitHub shows no picture of an artifact in a summary.
 */
export function renderPictures(report: Report, max: number): string {
  const addressOf = createBranchAddress(report);
  const made = report.edits
    .filter(({ state }) => state === 'succeeded')
    .toSorted((a, b) => (a.edit.id < b.edit.id ? -1 : 1))
    .flatMap((outcome) => {
      const address = addressOf(outcome);
      if (address === undefined) return [];
      const { files, edit } = outcome;
      return files.map((file, index) => ({
        ...{ file, id: edit.id, address: address(file) },
        place: files.length === 1 ? '' : `, ${index + 1} of ${files.length}`,
      }));
    });
  if (made.length === 0 || max === 0) return '';
  const cells = made.slice(0, max).map(renderCell);
  const more = made.length - cells.length;
  const folder = linkTarget(branchFolderAddress(report) ?? report.repositoryUrl);
  return [
    `### Pictures (${made.length})`,
    '',
    renderGrid(cells, COLUMNS),
    ...(more > 0 ? [`_And ${plural(more, 'picture')} more: [see the branch](${folder})._`, ''] : []),
  ].join('\n');
}

interface MadePicture {
  readonly file: MediaFile;
  readonly id: string;
  /** Number among the pictures of its edit, where it is not the only one. */
  readonly place: string;
  readonly address: string;
}

function renderCell({ file, id, place, address }: MadePicture): string {
  const target = escapeHtml(address);
  const name = escapeHtml(toPlainLine(id + place));
  const caption = `${codeInMarkdown(id)}${place}`;
  return file.type.startsWith('image/')
    ? `${linkedPicture(target, `${target}?raw=true`, WIDTH, name)}<br>${caption}`
    : `<a href="${target}">▶ Video</a><br>${caption}`;
}
