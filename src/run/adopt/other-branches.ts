import type { OpenedBranch } from '../../deliver/branch/types.ts';
import type { PlannedAction } from '../../plan/types.ts';

/** The branches besides its own that a run uses pictures of, by name; all are in the repository of its own branch. */
export type OtherBranches = ReadonlyMap<string, OpenedBranch>;

/** An action whose pictures exist already. */
export type FinishedAction = Extract<PlannedAction, { readonly kind: 'unchanged' | 'adopt' }>;

/** The branch that has the pictures of a finished edit. Throws if it was not opened. */
export function branchOf(
  { on }: FinishedAction,
  own: OpenedBranch | undefined,
  others: OtherBranches,
): OpenedBranch {
  const found = on === undefined ? own : others.get(on.branch);
  if (found === undefined) throw new Error(`Bug: the branch ${on?.branch ?? 'of the run'} was not opened`);
  return found;
}
