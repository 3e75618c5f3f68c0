import { addToMonth } from '../../lock/add-spending.ts';
import { isSameEntry } from '../../lock/remember-past.ts';
import { NOTHING_SPENT, type LockEntry, type LockFile, type Spending } from '../../lock/types.ts';

/** From which side an entry comes. */
export interface MergedLock {
  readonly lock: LockFile;
  /** Ids whose entries are those of the head. */
  readonly fromHead: ReadonlySet<string>;
}

/**
 * Merges the lock files of a branch (`head`) and of the one it is to be merged into (`base`), entry by entry; pure.
 * `before`: what both had last in common. If both made an edit since, the one that was finished later counts. Pages are the
 * base's, as they are written again.
 */
export function mergeLocks(before: LockFile, head: LockFile, base: LockFile): MergedLock {
  const edits = new Map(base.edits);
  const fromHead = new Set<string>();
  for (const id of new Set([...before.edits.keys(), ...head.edits.keys()])) {
    const [was, ours, theirs] = [before.edits.get(id), head.edits.get(id), base.edits.get(id)];
    if (isSame(ours, was) || isSame(ours, theirs)) continue;
    const isChangedThere = !isSame(theirs, was);
    if (ours === undefined) {
      // Removed here, and made again there: it stays.
      if (!isChangedThere) edits.delete(id);
      continue;
    }
    if (isChangedThere && theirs !== undefined && theirs.finishedAt >= ours.finishedAt) continue;
    edits.set(id, ours);
    fromHead.add(id);
  }
  // If everything of the head is there already (squashed, say), so is what it cost.
  const spending = fromHead.size === 0 ? base.spending : addUp(before.spending, head.spending, base.spending);
  const renditions = { ...head.renditions, ...base.renditions };
  return {
    lock: {
      ...base,
      edits,
      ...(spending !== undefined && { spending }),
      ...(Object.keys(renditions).length > 0 && { renditions }),
    },
    fromHead,
  };
}

function isSame(one: LockEntry | undefined, other: LockEntry | undefined): boolean {
  return one === undefined || other === undefined ? one === other : isSameEntry(one, other);
}

type ByMonth = LockFile['spending'];

/** What the base spent, and what the head spent since they parted. */
function addUp(before: ByMonth, head: ByMonth, base: ByMonth): ByMonth {
  const sums = new Map(Object.entries(base ?? {}));
  for (const [month, ours] of Object.entries(head ?? {})) {
    const was = before?.[month] ?? NOTHING_SPENT;
    const since = (part: keyof Spending): number => Math.max(0, ours[part] - was[part]);
    addToMonth(sums, month, {
      costUsd: since('costUsd'),
      edits: since('edits'),
      unpriced: since('unpriced'),
    });
  }
  return sums.size === 0 ? undefined : Object.fromEntries(sums);
}
