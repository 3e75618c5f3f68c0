import type { LockEntry, Recorded } from '../../lock/types.ts';
import type { PinnedFolder, ReviewFacts } from './types.ts';

/** What is recorded under an edit's id, and where. */
export interface RecordedEdit {
  readonly entry: LockEntry;
  /** Every file that is there. */
  readonly paths: Recorded['paths'];
  /** Absent if it is not on a branch. */
  readonly folder?: PinnedFolder;
}

/**
 * What an edit is compared with: the entry of the base branch, as that is what a reader sees live; without one, the entry
 * of the run's own branch.
 */
export function findRecorded(
  id: string,
  { recorded, branch, live }: Pick<ReviewFacts, 'recorded' | 'branch' | 'live'>,
): RecordedEdit | undefined {
  const below = live?.recorded.lock.edits.get(id);
  if (live !== undefined && below !== undefined)
    return { entry: below, paths: live.recorded.paths, folder: live.folder };
  const own = recorded?.lock.edits.get(id);
  if (recorded === undefined || own === undefined) return undefined;
  return { entry: own, paths: recorded.paths, ...(branch !== undefined && { folder: branch }) };
}
