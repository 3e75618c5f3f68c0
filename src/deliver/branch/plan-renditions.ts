import { filesOnBranch } from '../../lock/has-files.ts';
import { renditionRecords } from '../../lock/rendition-records.ts';
import type { LockedRenditions, LockEntry } from '../../lock/types.ts';
import { applyRenditions, withoutFiles } from '../../pictures/apply-renditions.ts';
import { foldPath } from '../../shared/fold-path.ts';
import { fromRoot, ownPaths, quotePath } from './branch-paths.ts';
import { findForeign, findObstacle } from './foreign-files.ts';
import type { WrittenRenditions } from './rebase-changes.ts';
import type { BranchPlace, BranchTip } from './types.ts';

/** The renditions after a commit. */
export interface PlannedRenditions {
  readonly records: LockedRenditions;
  /** Files that are written, relative to the branch directory. */
  readonly written: readonly { readonly path: string; readonly blob: string }[];
  readonly warnings: readonly string[];
}

/**
 * What becomes of the renditions on one tip, whose entries after the commit are `edits`; pure. One whose path has a file of others,
 * or another edit's picture, is left out.
 */
export function planRenditions(
  tip: BranchTip,
  edits: ReadonlyMap<string, LockEntry>,
  change: WrittenRenditions | undefined,
  place: BranchPlace,
): PlannedRenditions {
  const pictures = new Set([...edits.values()].flatMap(filesOnBranch).map(({ path }) => foldPath(path)));
  // A picture may have come to the path of a rendition that no one asks for anymore: then that one is gone.
  const before = withoutFiles(tip.recorded.lock.renditions ?? {}, (path) => pictures.has(foldPath(path)));
  if (change === undefined) return { records: before, written: [], warnings: [] };
  const foreign = findForeign(tip.tree, ownPaths(place, tip.recorded.lock));
  const warnings: string[] = [];
  const set = change.set.map((made) => ({
    ...made,
    files: made.files.filter(({ path }) => {
      if (!change.blobs.has(path)) return false;
      const obstacle = findObstacle(fromRoot(place, path), foreign);
      const owner = obstacle ?? (pictures.has(foldPath(path)) ? path : undefined);
      if (owner !== undefined)
        warnings.push(
          `The rendition ${quotePath(path)} is left out, because ${quotePath(owner)} is on the branch and is no rendition of this picture.`,
        );
      return owner === undefined;
    }),
  }));
  const made = set.filter(({ files }) => files.length > 0);
  const records = applyRenditions(before, { ...change, set: made }, edits);
  const written = made
    .flatMap(({ original, key, files }) => {
      const kept = new Set(records[original]?.[key]?.files.map(({ path }) => path));
      return files.filter(({ path }) => kept.has(path));
    })
    .map(({ path }) => ({ path, blob: change.blobs.get(path) ?? '' }));
  return { records, written, warnings };
}

/** The paths of all files that are recorded. */
export function listPaths(records: LockedRenditions): readonly string[] {
  return renditionRecords(records).flatMap(({ files }) => files.map(({ path }) => path));
}
