import { fromRoot, isPlainFile, quotePath } from './branch-paths.ts';
import type { BranchPlace, BranchTip, LeftEdit, UnchangedEdit } from './types.ts';

/**
 * Edits whose files were on the branch when the run began and are gone from this tip, because someone replaced the branch
 * or removed the files meanwhile; pure. They are reported, as they may have been removed on purpose.
 */
export function findMissing(
  { tree }: Pick<BranchTip, 'tree'>,
  unchanged: readonly UnchangedEdit[],
  place: BranchPlace,
): readonly LeftEdit[] {
  return unchanged.flatMap(({ id, paths }) => {
    const gone = paths.find((path) => {
      const file = tree.get(fromRoot(place, path));
      return file === undefined || !isPlainFile(file);
    });
    if (gone === undefined) return [];
    const reason = `its picture ${quotePath(fromRoot(place, gone))} was removed from the branch during the run; the next run makes it again`;
    return [{ id, reason }];
  });
}
