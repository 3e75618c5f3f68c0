import type { OpenedBranch } from '../../deliver/branch/types.ts';
import { shownAs } from '../../media/formats.ts';
import type { PicturesBefore } from '../../report/comment/picture-pairs.ts';

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
  return {
    from,
    pictures: new Map(
      entries.map(([id, { files }]) => [
        id,
        files.map(({ path, type, sha256 }) =>
          commit !== undefined && shownAs(type) === 'picture' && recorded?.paths.has(path) === true
            ? { path: `${folder}${path}`, commit, sha256 }
            : undefined,
        ),
      ]),
    ),
  };
}
