import { shownAs } from '../../media/formats.ts';
import type { MediaFile } from '../../media/types.ts';
import type { EditOutcome } from '../../plan/outcome.ts';
import type { PinnedFile } from '../../plan/review/types.ts';
import { escapeHtml } from '../../shared/escape-html.ts';
import { plural } from '../../shared/format.ts';
import { shorten, toPlainLine } from '../../shared/plain-text.ts';
import { linkAddress } from '../addresses.ts';
import { encodePath } from '../../shared/encode-path.ts';
import { branchFolderAddress, createBranchAddress, filesOf } from '../branch-files.ts';
import { describeCarried } from '../describe-carried.ts';
import { createGalleryAddress } from '../gallery-address.ts';
import { linkedCode, textInMarkdown } from '../html-in-markdown.ts';
import { linkedPicture } from '../picture-grid.ts';
import { listBefore, type PicturesBefore } from '../pictures-before.ts';
import type { Report } from '../types.ts';

/** Two of these fill the width that GitHub gives a comment. */
const WIDTH = 360;

/** As much of a description as fits above a pair. */
const ABOUT_CHARACTERS = 200;

/** As much of each thing that a picture says of its origin; the results file has all of it. */
const CARRIED_CHARACTERS = 120;

/** One picture of an edit, and what was in its place. */
interface Pair {
  readonly id: string;
  readonly about: string;
  readonly number: string;
  readonly file: MediaFile;
  readonly address: string;
  /** Its place in the branch's gallery; undefined if no site serves it. */
  readonly inGallery: string | undefined;
  readonly before: PinnedFile | undefined;
}

/**
 * The pictures that changed, each beside the one that was in its place; empty if there are none. Everyone
 * who opens the page loads each picture at full size, so there are at most `max` pairs. With 0, only their number is shown.
 */
export function renderPairs(report: Report, before: PicturesBefore, max: number): string {
  const addressOf = createBranchAddress(report);
  const inGallery = createGalleryAddress(report);
  const pairs = report.edits
    .filter((outcome) => isChanged(outcome, before.from))
    .flatMap((outcome): readonly Pair[] => {
      const address = addressOf(outcome);
      return address === undefined ? [] : listPairs(outcome, before, address, inGallery(outcome));
    });
  if (pairs.length === 0) return '';
  const shown = pairs.slice(0, max);
  const more = pairs.length - shown.length;
  const folder = linkAddress(branchFolderAddress(report) ?? report.repositoryUrl);
  const what = plural(more, shown.length === 0 ? 'picture' : 'more picture');
  return [
    `### Pictures (${pairs.length})`,
    '',
    ...(shown.length > 0
      ? ['<table>', ...shown.map((pair) => renderPair(pair, report.repositoryUrl)), '</table>', '']
      : []),
    ...(more > 0 ? [`_${shown.length === 0 ? '' : 'And '}${what}: [see the branch](${folder})._`, ''] : []),
  ].join('\n');
}

/** Whether the pictures of an edit may be other ones than before. */
function isChanged({ edit: { action }, state }: EditOutcome, from: PicturesBefore['from']): boolean {
  if (state === 'succeeded' || state === 'adopted') return true;
  // An earlier run of the same pull request made it, or another one meanwhile.
  const isOnBase = action.kind === 'unchanged' && action.on !== undefined;
  return from === 'base' && state === 'unchanged' && !isOnBase;
}

function listPairs(
  outcome: EditOutcome,
  pictures: PicturesBefore,
  address: (file: MediaFile) => string,
  inGallery: string | undefined,
): readonly Pair[] {
  const { edit, state } = outcome;
  const files = filesOf(outcome);
  return files.flatMap((file, index) => {
    const before = listBefore(pictures, edit)[index];
    if (state !== 'succeeded' && before?.sha256 === file.sha256) return [];
    return [
      {
        id: edit.id,
        about: edit.description ?? '',
        number: files.length === 1 ? '' : `, ${index + 1} of ${files.length}`,
        ...{ file, before, address: address(file), inGallery },
      },
    ];
  });
}

function renderPair(
  { id, about, number, file, address, inGallery, before }: Pair,
  repositoryUrl: string,
): string {
  const text = about === '' ? '' : `: ${textInMarkdown(shorten(about, ABOUT_CHARACTERS))}`;
  const caption = `${linkedCode(id, inGallery)}${number}${text}${renderCarried(file)}`;
  const name = escapeHtml(toPlainLine(id + number));
  const after = showFile(escapeHtml(address), shownAs(file.type), `${name}, after`);
  // A blank line would end the HTML.
  return before === undefined
    ? `<tr><td colspan="2">${caption}<br>New<br>${after}</td></tr>`
    : [
        `<tr><td colspan="2">${caption}</td></tr>`,
        '<tr>',
        `<td width="50%" valign="top">Before<br>${showFile(pinnedAddress(before, repositoryUrl), 'picture', `${name}, before`)}</td>`,
        `<td width="50%" valign="top">After<br>${after}</td>`,
        '</tr>',
      ].join('\n');
}

/** What the new picture says of its origin, in its own words. */
function renderCarried(file: MediaFile): string {
  const said = describeCarried(file).map((clause) => shorten(clause, CARRIED_CHARACTERS));
  return said.length === 0 ? '' : `<br><sub>It says of its origin: ${textInMarkdown(said.join('; '))}</sub>`;
}

function pinnedAddress({ path, commit }: PinnedFile, repositoryUrl: string): string {
  return escapeHtml(`${repositoryUrl}/blob/${commit}/${encodePath(path)}`);
}

/** `href`: escaped. With `?raw=true`, the page of a file is the file itself, also in a private repository. */
function showFile(href: string, as: 'picture' | 'video' | 'link', name: string): string {
  switch (as) {
    case 'picture':
      return linkedPicture(href, `${href}?raw=true`, WIDTH, name);
    case 'video':
      return `<a href="${href}">▶ Video</a>`;
    case 'link':
      return `<a href="${href}">File</a>`;
  }
}
