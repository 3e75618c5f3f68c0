import { shortCommit } from '../shared/commit-name.ts';
import type { LockEntry, Recorded } from '../lock/types.ts';
import { listSome } from '../shared/list-some.ts';
import type { Desk } from '../shared/desk.ts';
import type { Problem } from '../shared/problem.ts';
import { isUntouched } from './outputs.ts';
import type { PlannedEdit } from './types.ts';

/** A finished edit that a run would replace, move or remove, and the commit that it was made from. */
export interface EntryAtRisk {
  readonly id: string;
  readonly commit: string;
}

/** Whether the entry was made from one of these commits, which are newer than this run's. */
export function isNewer({ specCommit }: LockEntry, newerCommits: ReadonlySet<string> | undefined): boolean {
  return specCommit !== undefined && newerCommits?.has(specCommit) === true;
}

/**
 * The entries that a run would replace, move or remove and that were made from another commit than its own; pure. Only
 * of their commits is it worth finding out whether they are newer.
 */
export function findAtRisk(
  edits: readonly PlannedEdit[],
  { lock }: Recorded,
  facts: { readonly sha: string; readonly specIds: ReadonlySet<string>; readonly prune: boolean },
): readonly EntryAtRisk[] {
  const touched = new Set<string>();
  for (const edit of edits) {
    if (isUntouched(edit)) continue;
    touched.add(edit.id);
    const isTakenOver = edit.action.kind === 'unchanged' || edit.action.kind === 'aside';
    if (isTakenOver && !facts.specIds.has(edit.action.from)) touched.add(edit.action.from);
  }
  return [...lock.edits].flatMap(([id, { specCommit }]): readonly EntryAtRisk[] => {
    const isAtRisk = touched.has(id) || (facts.prune && !facts.specIds.has(id));
    return isAtRisk && specCommit !== undefined && specCommit !== facts.sha
      ? [{ id, commit: specCommit }]
      : [];
  });
}

/** How many edits or commits a warning names. */
const MOST_NAMED = 10;

/** What people should know of entries of other commits, by whether each commit is newer than the run's; pure. */
export function warnOfNewer(
  atRisk: readonly EntryAtRisk[],
  isCommitNewer: ReadonlyMap<string, boolean | undefined>,
  sha: string,
  { isAtDesk }: Desk = {},
): readonly Problem[] {
  const history =
    isAtDesk === true
      ? 'Fetch the history with `git fetch`, in a shallow clone with `git fetch --unshallow`.'
      : 'Set `fetch-depth: 0` for `actions/checkout` to have the history.';
  const newer = atRisk.filter(({ commit }) => isCommitNewer.get(commit) === true);
  const unknown = atRisk.filter(
    ({ commit }) => isCommitNewer.has(commit) && isCommitNewer.get(commit) === undefined,
  );
  const messages = [
    ...(newer.length === 0
      ? []
      : [
          `The branch was made from a newer commit (${nameCommits(newer)}) than this run's (${shortCommit(sha)}). These edits stay as they are on the branch, and nothing is sent for them: ${nameIds(newer)}. To go back to older pictures, revert the spec in a new commit.`,
        ]),
    ...(unknown.length === 0
      ? []
      : [
          `${isAtDesk === true ? 'The fetched history does not say' : 'Neither the fetched history nor GitHub says'} whether the branch was made from a newer commit (${nameCommits(unknown)}) than this run's (${shortCommit(sha)}), so this run may replace newer pictures of these edits: ${nameIds(unknown)}. ${history}`,
        ]),
  ];
  return messages.map((message) => ({ severity: 'warning', message }));
}

function nameIds(entries: readonly EntryAtRisk[]): string {
  return nameEach(entries.map(({ id }) => id));
}

function nameCommits(entries: readonly EntryAtRisk[]): string {
  return nameEach(entries.map(({ commit }) => shortCommit(commit)));
}

function nameEach(all: readonly string[]): string {
  return listSome([...new Set(all)], MOST_NAMED);
}
