import type { MediaFile } from '../../../media/types.ts';
import type { EditOutcome } from '../../../plan/outcome.ts';

/** A picture of an edit that is, or is going to be, where pages find it. */
export interface ShownPicture {
  readonly outcome: EditOutcome;
  /** At its path after this run. */
  readonly file: MediaFile;
  /** Present if it is on disk. */
  readonly absolutePath?: string;
  /** Its path on the run's own branch, if it is there. */
  readonly from?: string;
}

/**
 * The pictures of an edit that renditions are made of: new ones, those that the branch has, and those that are copied to it.
 * Those that stay on another branch, or that another run delivered meanwhile, are left to the runs of that branch.
 */
export function listShown(
  outcome: EditOutcome,
  copies: ReadonlyMap<string, string>,
): readonly ShownPicture[] {
  const { state, edit, files } = outcome;
  const { action } = edit;
  // Only the kept take is the picture of its edit.
  if (edit.take?.isKept === false) return [];
  if (state === 'succeeded') return files.map((file) => ({ outcome, file, absolutePath: file.absolutePath }));
  if (state === 'adopted' && action.kind === 'adopt')
    return action.files.flatMap((file): readonly ShownPicture[] => {
      const absolutePath = copies.get(file.sha256);
      return absolutePath === undefined ? [] : [{ outcome, file, absolutePath }];
    });
  if (state !== 'unchanged' || action.kind !== 'unchanged' || action.on !== undefined) return [];
  return action.files.map((file, index): ShownPicture => {
    const from = action.entry.files[index]?.path;
    return { outcome, file, ...(from !== undefined && { from }) };
  });
}
