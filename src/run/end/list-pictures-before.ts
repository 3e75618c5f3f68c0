import type { OpenedBranch } from '../../deliver/branch/types.ts';
import type { LockEntry } from '../../lock/types.ts';
import { shownAs } from '../../media/formats.ts';
import type { PictureBefore, PicturesBefore } from '../../report/pictures-before.ts';
import { editOfTake } from '../../shared/take-id.ts';

type ReadBranch = Pick<OpenedBranch, 'tip' | 'place' | 'recorded' | 'joined'>;

/**
 * The pictures that a run is compared with, pinned to a commit; pure. A preview is compared with its base branch, as that is
 * what a merge replaces. Nothing without a branch.
 */
export function listPicturesBefore({
  branch,
  base: below,
}: {
  readonly branch: ReadBranch | undefined;
  readonly base: ReadBranch | undefined;
}): PicturesBefore {
  const { joined } = branch ?? {};
  // A pull request replaces what its base has.
  const base: ReadBranch | undefined =
    branch === undefined || joined === undefined
      ? below
      : { place: branch.place, tip: joined.base, recorded: joined.recorded };
  const from = base?.tip === undefined ? 'own' : 'base';
  const { tip: commit, place, recorded } = (from === 'base' ? base : branch) ?? {};
  const folder = place === undefined || place.directory === '' ? '' : `${place.directory}/`;
  const entries = commit === undefined || recorded === undefined ? [] : [...recorded.lock.edits];
  const picturesOf = ({ files, stored, heldBy }: LockEntry): readonly (PictureBefore | undefined)[] => {
    // A take that was set aside is in an older commit.
    const there = stored === undefined ? commit : heldBy;
    return files.map(({ path, type, sha256 }) =>
      there !== undefined &&
      shownAs(type) === 'picture' &&
      (stored !== undefined || recorded?.paths.has(path) === true)
        ? { path: `${folder}${path}`, commit: there, sha256 }
        : undefined,
    );
  };
  return {
    from,
    pictures: new Map(
      entries.flatMap(([id, entry]) => {
        const pictures = picturesOf(entry);
        return [id, ...(entry.isKept === true ? [editOfTake(id)] : [])].map(
          (name) => [name, pictures] as const,
        );
      }),
    ),
  };
}
