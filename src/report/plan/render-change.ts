import { describeChange } from '../../plan/review/describe-change.ts';
import { describeReference } from '../../plan/review/name-reference.ts';
import type { EditChange, PinnedFile, ReferenceName } from '../../plan/review/types.ts';
import { escapeHtml } from '../../shared/escape-html.ts';
import { markdownSentence } from '../../shared/escape-markdown.ts';
import { shorten, toPlainLine } from '../../shared/plain-text.ts';
import { linkAddress } from '../addresses.ts';
import { encodePath } from '../../shared/encode-path.ts';
import { linkedPicture } from '../picture-grid.ts';
import { capital } from '../summary-totals.ts';
import { renderWords } from './render-words.ts';

/** Two of these and an arrow fit on a phone. */
const PICTURE_WIDTH = 120;

/** Longest text of a change that is not a prompt. */
const CHANGE_CHARACTERS = 400;

/** Paths and addresses may be long; the plan file has all of them. */
const NAME_CHARACTERS = 200;

/** How a page shows files of the repository. */
export interface PictureForm {
  readonly repositoryUrl: string;
  /** `pictures`: thumbnails that are links; `links`: a word that is one. */
  readonly show: 'pictures' | 'links';
}

/** One difference as Markdown for a list item. */
export function renderChange(change: EditChange, form: PictureForm): string {
  switch (change.kind) {
    case 'prompt':
      return `Prompt: ${renderWords(change.words)}`;
    case 'reference-added':
      return `New reference: ${renderReference(change.reference)}${renderPair(undefined, change.after, form)}`;
    case 'reference-removed':
      return `Reference removed: ${renderReference(change.reference)}${renderPair(change.before, undefined, form)}`;
    case 'reference-replaced':
      return `Reference changed: ${renderReference(change.reference)}${renderPair(change.before, change.after, form)}`;
    case 'forced':
    case 'missing-files':
    case 'again':
    case 'reference-order':
    case 'input':
    case 'kept-take':
    case 'setting':
      return capital(markdownSentence(shorten(describeChange(change), CHANGE_CHARACTERS)));
  }
}

/** A reference by its name; a long one loses its end. */
export function renderReference(name: ReferenceName): string {
  return markdownSentence(shorten(describeReference(name), NAME_CHARACTERS));
}

/** The old and the new picture, as far as they are known. */
function renderPair(
  before: PinnedFile | undefined,
  after: PinnedFile | undefined,
  form: PictureForm,
): string {
  const shown = [
    ...(before === undefined ? [] : [renderPinned(before, 'before', form)]),
    ...(after === undefined ? [] : [renderPinned(after, 'after', form)]),
  ];
  if (shown.length === 0) return '';
  return form.show === 'pictures' ? `<br>${shown.join(' → ')}` : ` (${shown.join(' → ')})`;
}

/** A file of a commit, as a thumbnail or as a link. Anyone who can read the repository can open it. */
export function renderPinned(
  { path, commit }: PinnedFile,
  name: string,
  { repositoryUrl, show }: PictureForm,
): string {
  const address = `${repositoryUrl}/blob/${commit}/${encodePath(path)}`;
  if (show === 'links') return `[${name}](${linkAddress(`${address}?raw=true`)})`;
  const href = escapeHtml(address);
  return linkedPicture(href, `${href}?raw=true`, PICTURE_WIDTH, escapeHtml(toPlainLine(`${path}, ${name}`)));
}

/** How many pictures a change would show. */
export function countPictures(change: EditChange): number {
  switch (change.kind) {
    case 'reference-added':
      return change.after === undefined ? 0 : 1;
    case 'reference-removed':
      return change.before === undefined ? 0 : 1;
    case 'reference-replaced':
      return [change.before, change.after].filter((file) => file !== undefined).length;
    case 'forced':
    case 'missing-files':
    case 'again':
    case 'prompt':
    case 'reference-order':
    case 'input':
    case 'kept-take':
    case 'setting':
      return 0;
  }
}
