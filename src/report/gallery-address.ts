import type { EditOutcome } from '../plan/outcome.ts';
import { createBranchAddress } from './branch-files.ts';
import type { BranchedRun } from './types.ts';

/** Where an edit is in a gallery, as the page itself writes it. */
function fragmentOf(id: string): string {
  return encodeURIComponent(id.toWellFormed()).replaceAll('%40', '@').replaceAll('%2B', '+');
}

/**
 * Finds the place of an edit in the branch's gallery, as a site serves it. Undefined if no site is known, or if the branch does
 * not have the edit's pictures.
 */
export function createGalleryAddress(
  run: Pick<BranchedRun, 'branch' | 'repositoryUrl' | 'galleryUrl'>,
): (outcome: Pick<EditOutcome, 'edit' | 'state'>) => string | undefined {
  const { galleryUrl } = run;
  if (galleryUrl === undefined) return () => undefined;
  const onBranch = createBranchAddress(run);
  return (outcome) => {
    const { id, action } = outcome.edit;
    const isElsewhere = action.kind === 'unchanged' && action.on !== undefined;
    return isElsewhere || onBranch(outcome) === undefined ? undefined : `${galleryUrl}#${fragmentOf(id)}`;
  };
}
