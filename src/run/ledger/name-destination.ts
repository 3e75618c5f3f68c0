import type { ActionInputs } from '../../inputs/types.ts';

/**
 * Where a run's pictures are to go, as the ledger names it. Where they go to a branch, only that counts: the artifact beside
 * it ends with its retention.
 */
export function nameDestination({
  deliver,
  branch,
  branchDirectory,
}: Pick<ActionInputs, 'deliver' | 'branch' | 'branchDirectory'>): string {
  if (!deliver.includes('branch')) return 'artifact';
  // No branch's name has a colon in it.
  return branchDirectory === '' ? `branch ${branch}` : `branch ${branch}:${branchDirectory}`;
}
