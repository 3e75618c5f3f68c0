import type { OpenedBranch } from '../../deliver/branch/types.ts';
import type { OtherBranch, PlannedAction } from '../../plan/types.ts';

/** What a run uses pictures of besides the tip of its own branch, by `nameTip`; all in the repository of its own branch. */
export type OtherBranches = ReadonlyMap<string, OpenedBranch>;

/** An action whose pictures exist already. */
export type FinishedAction = Extract<PlannedAction, { readonly kind: 'unchanged' | 'adopt' }>;

/** A branch at one commit: a key. */
export function nameTip({ branch, commit }: Pick<OtherBranch, 'branch' | 'commit'>): string {
  return `${commit} ${branch}`;
}

/** These branches by name and commit. Each must exist. */
export function byTip(branches: readonly OpenedBranch[]): OtherBranches {
  return new Map(
    branches.map((each) => [nameTip({ branch: each.place.branch, commit: each.tip ?? '' }), each]),
  );
}

/** The branch that has the pictures of a finished edit. Throws if it was not opened. */
export function branchOf(
  { on }: FinishedAction,
  own: OpenedBranch | undefined,
  others: OtherBranches,
): OpenedBranch {
  const found = on === undefined ? own : others.get(nameTip(on));
  if (found === undefined) throw new Error(`Bug: the branch ${on?.branch ?? 'of the run'} was not opened`);
  return found;
}
