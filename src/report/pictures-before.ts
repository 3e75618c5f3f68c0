import type { PlannedEdit } from '../plan/types.ts';
import type { PinnedFile } from '../plan/review/types.ts';
import { namesBefore } from '../shared/take-id.ts';

/** A picture that an edit had before. */
export interface PictureBefore extends PinnedFile {
  readonly sha256: string;
}

/** What the pictures of a run are compared with. */
export interface PicturesBefore {
  /**
   * `base`: what the base branch has, so that a preview shows everything that it changes; `own`: what the branch itself had,
   * so that only what this run changed is shown.
   */
  readonly from: 'base' | 'own';
  /**
   * By id, in the order of its files; undefined for a file that a page cannot show. The id of an edit with several takes has the
   * pictures of its kept take.
   */
  readonly pictures: ReadonlyMap<string, readonly (PictureBefore | undefined)[]>;
}

/** What an edit had before: a kept take is compared with what was kept before it. */
export function listBefore(
  { pictures }: Pick<PicturesBefore, 'pictures'>,
  { id, take }: Pick<PlannedEdit, 'id' | 'take'>,
): readonly (PictureBefore | undefined)[] {
  const found = namesBefore(id, take).map((name) => pictures.get(name));
  return found.find((each) => each !== undefined) ?? [];
}
