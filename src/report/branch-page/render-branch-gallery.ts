import type { LockEntry, LockFile } from '../../lock/types.ts';
import { shownAs } from '../../media/formats.ts';
import type { RecordedReference } from '../../plan/review/compare-references.ts';
import { encodePath } from '../../shared/encode-path.ts';
import { escapeHtml } from '../../shared/escape-html.ts';
import { formatBytes, formatUsd } from '../../shared/format.ts';
import { editOfTake, takeNumber } from '../../shared/take-id.ts';
import { createThumbnails } from '../find-thumbnails.ts';
import { fromEntry } from '../gallery/from-entry.ts';
import { openHeader } from '../gallery/render-header.ts';
import { renderPage } from '../gallery/render-page.ts';
import type { GalleryReference } from '../gallery/types.ts';
import { orderEntries, type ListedEdit, type OrderedEntry } from './order-entries.ts';

export interface BranchGalleryOptions {
  /** Heading of the page, e.g. the repository's name. */
  readonly title: string;
  readonly branch: string;
  /** Branch directory without a slash at either end; empty for the root. */
  readonly directory: string;
  /** The repository's page, e.g. `https://github.com/acme/shop`. */
  readonly repositoryUrl: string;
  /** The edits of the spec in its order. */
  readonly spec?: readonly ListedEdit[];
}

/**
 * The gallery of everything on the branch as one HTML page beside the pictures: it works in a clone, from a disk, and on a site
 * that serves the branch. References are loaded from the repository's page; if that is not possible, their names are shown. The
 * same lock file and spec give the same bytes.
 */
export function renderBranchGallery(lock: LockFile, options: BranchGalleryOptions): string {
  const { title, branch, directory, repositoryUrl } = options;
  // Of what is not on the branch, takes can still be chosen.
  const entries = orderEntries(lock, options.spec).filter(
    ({ entry: { stored, take } }) => stored === undefined || (stored === 'aside' && take !== undefined),
  );
  const counts = countTakes(entries);
  const thumbnail = createThumbnails(lock.renditions ?? {}, () => true);
  const folder = directory === '' ? '' : `/${encodePath(directory)}`;
  const edits = entries.map(({ id, entry, listed }) =>
    fromEntry(id, entry, {
      listed,
      thumbnail,
      takes: counts.get(editOfTake(id)) ?? 1,
      show: (reference) => showReference(reference, lock, repositoryUrl),
      addressIn: (commit, path) =>
        path === undefined
          ? `${repositoryUrl}/tree/${commit}${folder}`
          : `${repositoryUrl}/blob/${commit}${folder}/${encodePath(path)}`,
    }),
  );
  const there = entries.filter(({ entry }) => entry.stored === undefined);
  const files = there.flatMap(({ entry }) => entry.files);
  const priced = entries.flatMap(({ entry: { costUsd } }) => costUsd ?? []);
  const newest = there
    .map(({ entry }) => entry.finishedAt)
    .toSorted()
    .at(-1);
  const takes = entries.filter(({ entry }) => entry.take !== undefined).length;
  const totals = [
    ['Edits', String(new Set(there.map(({ id }) => editOfTake(id))).size)],
    ...(takes === 0 ? [] : ([['Takes', String(takes)]] as const)),
    ['Files', String(files.length)],
    ['On the branch', formatBytes(files.reduce((sum, { bytes }) => sum + bytes, 0))],
    ...(priced.length === 0
      ? []
      : ([['Cost', formatUsd(priced.reduce((sum, usd) => sum + usd, 0))]] as const)),
    ...(newest === undefined ? [] : ([['Newest', newest.slice(0, 10)]] as const)),
  ] as const;
  const of = lock.preview === undefined ? '' : `Preview of pull request ${lock.preview.pullRequest}, on `;
  const lead = escapeHtml(`${of}${of === '' ? 'B' : 'b'}ranch ${branch}`);
  return renderPage({ title, header: `${openHeader(title, lead, totals)}\n</header>`, edits });
}

/** By its highest number: a take in between may not have been made. */
function countTakes(entries: readonly OrderedEntry[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { id } of entries) {
    const edit = editOfTake(id);
    counts.set(edit, Math.max(takeNumber(id), counts.get(edit) ?? 0));
  }
  return counts;
}

/** A reference by its name, with where a page finds it. */
function showReference(
  { content, reference, picture }: RecordedReference,
  { edits }: LockFile,
  repositoryUrl: string,
): GalleryReference {
  switch (reference.kind) {
    case 'file':
      return { name: reference.path, address: picture && secure(addressOf(picture, repositoryUrl)) };
    case 'url':
      // What a query gives access to is not for everyone who sees the page.
      return { name: reference.url, address: reference.url === content ? secure(content) : undefined };
    case 'output':
      return { name: `output of ${reference.edit}`, address: findOutput(content, reference.edit, edits) };
    case 'unnamed':
      return { name: reference.hash, address: undefined };
  }
}

function addressOf(
  { path, commit }: NonNullable<RecordedReference['picture']>,
  repositoryUrl: string,
): string {
  return `${repositoryUrl}/blob/${commit}/${encodePath(path)}?raw=true`;
}

/** The page's policy allows no other addresses. */
function secure(address: string): string | undefined {
  return /^https:\/\//i.test(address) ? address : undefined;
}

/** The first picture of the edit whose output was used, if the branch still has that one. */
function findOutput(content: string, edit: string, edits: LockFile['edits']): string | undefined {
  const candidates = [edits.get(edit), ...[...edits].filter(([id]) => editOfTake(id) === edit).map(entryOf)];
  const used = candidates.find(
    (entry) => entry?.stored === undefined && content === `edit:${entry?.fingerprint ?? ''}`,
  );
  const file = used?.files[0];
  return file !== undefined && shownAs(file.type) === 'picture' ? file.path : undefined;
}

function entryOf([, entry]: readonly [string, LockEntry]): LockEntry {
  return entry;
}
