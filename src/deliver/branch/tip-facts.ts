import type { LockFile } from '../../lock/types.ts';
import { isSameEntry } from '../../lock/remember-past.ts';
import type { BranchDelivery, BranchPlace, BranchTip } from './types.ts';

type Facts = Pick<BranchTip, 'tip' | 'joined'>;

/** The lock files of the branches that are known, in this order. */
export function locksOf(
  ...branches: readonly (Pick<BranchTip, 'recorded'> | undefined)[]
): readonly LockFile[] {
  return branches.flatMap((branch) => (branch === undefined ? [] : [branch.recorded.lock]));
}

/** A commit or a tree in the private repository with the files of the tip; undefined if there are none. */
export function filesOf({ tip, joined }: Facts): string | undefined {
  return joined?.files ?? tip;
}

/** A commit on the server that has the pictures of the tip; undefined if there is none. */
export function pictureCommit({ tip, joined }: Facts): string | undefined {
  return joined === undefined || joined.isAhead ? tip : joined.base;
}

/** Where the pictures of a tip are, if nothing is committed: on the branch, or on the one that has all that it has. */
export function describeUnchanged(
  tip: Facts,
  place: BranchPlace,
): Extract<BranchDelivery, { readonly kind: 'unchanged' }> {
  const commit = pictureCommit(tip);
  const isMerged = tip.joined?.isAhead === false && place.into !== undefined;
  return {
    kind: 'unchanged',
    ...place,
    ...(isMerged && { branch: place.into }),
    ...(commit !== undefined && { commit }),
  };
}

/** Whether the branch has something to propose, and lacks what came to the other branch in the meantime. */
export function isBehind({ tip, joined }: Facts): boolean {
  return tip !== undefined && joined?.isAhead === true && joined.parents.length > 1;
}

/** A commit on the server whose lock file has the entry of an edit as it is in the tip; undefined if there is none. */
export function holderOf(
  { tip, joined, recorded }: Facts & Pick<BranchTip, 'recorded'>,
  id: string,
): string | undefined {
  const entry = recorded.lock.edits.get(id);
  const there = joined?.recorded.lock.edits.get(id);
  return joined !== undefined && entry !== undefined && there !== undefined && isSameEntry(entry, there)
    ? joined.base
    : tip;
}
