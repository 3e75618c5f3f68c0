import type { OpenedBranch } from '../../deliver/branch/types.ts';
import { shownAs } from '../../media/formats.ts';
import type { EditOutcome } from '../../plan/outcome.ts';
import type { PicturesBefore } from '../../report/comment/picture-pairs.ts';

/** The pictures that the branch had, before this run, of the edits that were made; pure. Nothing without a branch. */
export function listPicturesBefore(
  edits: readonly Pick<EditOutcome, 'edit' | 'state'>[],
  branch: Pick<OpenedBranch, 'tip' | 'place' | 'recorded'> | undefined,
): PicturesBefore {
  const commit = branch?.tip;
  if (branch === undefined || commit === undefined) return new Map();
  const { recorded, place } = branch;
  const folder = place.directory === '' ? '' : `${place.directory}/`;
  return new Map(
    edits.flatMap(({ edit: { id }, state }) => {
      const files = state === 'succeeded' ? (recorded.lock.edits.get(id)?.files ?? []) : [];
      const pictures = files.map(({ path, type }) =>
        shownAs(type) === 'picture' && recorded.paths.has(path)
          ? { path: `${folder}${path}`, commit }
          : undefined,
      );
      return pictures.some((each) => each !== undefined) ? [[id, pictures] as const] : [];
    }),
  );
}
