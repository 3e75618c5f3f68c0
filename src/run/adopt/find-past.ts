import { hasFiles } from '../../lock/has-files.ts';
import { quotePath } from '../../deliver/branch/branch-paths.ts';
import { describeGitError } from '../../deliver/branch/describe-git-error.ts';
import { readCommitTip, refOf, type Asker } from '../../deliver/branch/read-tip.ts';
import type { DeliverDeps, OpenedBranch } from '../../deliver/branch/types.ts';
import type { BranchCommit } from '../../git/find-merge-base.ts';
import type { GitError } from '../../git/types.ts';
import { pickAncestors } from '../../git/pick-ancestors.ts';
import { retryOffline } from '../../git/retry-offline.ts';
import { listEntries } from '../../plan/adopt/rank-offers.ts';
import { listPast, rankPast } from '../../plan/adopt/list-past.ts';
import type { OfferedEntry } from '../../plan/types.ts';
import type { Problem } from '../../shared/problem.ts';
import type { FoundOffers } from './found-offers.ts';

/**
 * The `wanted` pictures (fingerprints) that the branch had before: a spec that goes back to what it asked for is not paid for
 * again. Only what is still in the branch's history counts, as pictures may have been removed from it on purpose. Asks
 * nothing if none of them is remembered, and no merged branch may have them. Throws the signal's reason.
 */
export async function findPast(
  branch: OpenedBranch | undefined,
  wanted: ReadonlySet<string>,
  deps: DeliverDeps,
): Promise<FoundOffers> {
  const offers: OfferedEntry[] = [];
  const branches: OpenedBranch[] = [];
  const past = branch === undefined ? new Map<string, readonly string[]>() : listKnown(branch, wanted);
  const found = (faults: readonly Problem[]): FoundOffers => ({
    offers: rankPast(offers, past),
    branches,
    faults,
    problems: [],
  });
  if (branch === undefined || wanted.size === 0) return found([]);
  const left = new Set([...wanted].flatMap((each) => past.get(each) ?? []));
  const { repository } = branch;
  const { signal } = deps;
  const ask: Asker = async (question) => await retryOffline(question, deps);

  for (const tip of tipsOf(branch)) {
    if (left.size === 0) break;
    const known = await ask(async () => await pickAncestors(repository, tip.at, [...left], signal));
    signal.throwIfAborted();
    if (!known.ok) return found([describeUnread(branch, known.error)]);
    for (const commit of known.value) {
      left.delete(commit);
      const read = await readCommitTip(repository, commit, tip.place, signal, ask);
      signal.throwIfAborted();
      if (!read.ok && read.error.kind === 'git') return found([describeUnread(branch, read.error.error)]);
      // A damaged lock file of the past keeps no one from going on: its pictures are made again.
      if (!read.ok) continue;
      const { lock, paths } = read.value.recorded;
      const on = { kind: 'history', branch: tip.place.branch, commit } as const;
      const there = listEntries(lock, wanted).filter(([, entry]) => hasFiles(entry, paths));
      offers.push(...there.map(([id, entry]) => ({ on, id, entry })));
      branches.push({ repository, place: tip.place, ...read.value });
    }
  }
  return found([]);
}

/**
 * The commits to look at, by fingerprint. A proposal that was merged still has its pictures, whatever became of them in the
 * branch that it was merged into: the merge may have been reverted, and the memory of the lock file with it.
 */
function listKnown(
  { recorded, tip, joined }: OpenedBranch,
  wanted: ReadonlySet<string>,
): ReadonlyMap<string, readonly string[]> {
  const past = listPast(recorded.lock);
  const isMerged = tip !== undefined && joined?.parents.length === 1 && joined.parents[0] === joined.base;
  if (!isMerged || tip === joined.base) return past;
  return new Map([
    ...past,
    ...Array.from(wanted, (each) => [each, [...(past.get(each) ?? []), tip]] as const),
  ]);
}

/** The branches of the server whose history is that of the opened one: two if it is to be merged into another one. */
function tipsOf({
  place,
  tip,
  joined,
}: OpenedBranch): readonly { readonly at: BranchCommit; readonly place: OpenedBranch['place'] }[] {
  const { into, ...own } = place;
  const target = { ...own, branch: into ?? '' };
  return [
    ...(tip === undefined ? [] : [{ at: { ref: refOf(own), commit: tip }, place: own }]),
    ...(joined === undefined ? [] : [{ at: { ref: refOf(target), commit: joined.base }, place: target }]),
  ];
}

function describeUnread({ place, repository }: OpenedBranch, error: GitError): Problem {
  const why = describeGitError(error, 'read', place, repository.remote);
  const message = `Earlier pictures of branch ${quotePath(place.branch)} cannot be read: ${why}`;
  return { severity: 'error', message };
}
