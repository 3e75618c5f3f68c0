import type { ActionInputs } from '../../inputs/types.ts';
import { ARTIFACT } from '../../ledger/life/delivered-since.ts';

/**
 * Where a run's pictures are to go, as the ledger names it. If they go to a branch, only the branch counts: an artifact
 * beside it that is missing is a debt of its own.
 */
export function nameDestination({
  deliver,
  branch,
  branchDirectory,
}: Pick<ActionInputs, 'deliver' | 'branch' | 'branchDirectory'>): string {
  if (!deliver.includes('branch')) return ARTIFACT;
  // No branch name contains a colon.
  return branchDirectory === '' ? `branch ${branch}` : `branch ${branch}:${branchDirectory}`;
}
