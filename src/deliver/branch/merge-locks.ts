import { filesOnBranch } from '../../lock/has-files.ts';
import { gatherModels } from '../../lock/locked-models.ts';
import { isSameEntry } from '../../lock/remember-past.ts';
import { mergeSpending } from '../../lock/spending.ts';
import { mergeRenditions } from '../../pictures/merge-renditions.ts';
import type { LockEntry, LockFile } from '../../lock/types.ts';

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
  const spending = mergeSpending(base.spending, head.spending);
  const { models: theirs, ...rest } = base;
  const models = gatherModels(edits, theirs, head.models);
  const originals = [...edits.values()].flatMap(filesOnBranch).map(({ sha256 }) => sha256);
  const renditions = mergeRenditions(head.renditions ?? {}, base.renditions ?? {}, new Set(originals));
  return {
    lock: {
      ...rest,
      edits,
      ...(spending !== undefined && { spending }),
      ...(models !== undefined && { models }),
      ...(Object.keys(renditions).length > 0 && { renditions }),
    },
    fromHead,
  };
}

function isSame(one: LockEntry | undefined, other: LockEntry | undefined): boolean {
  return one === undefined || other === undefined ? one === other : isSameEntry(one, other);
}
