import type { OpenedBranch } from '../../deliver/branch/types.ts';
import type { ActionInputs } from '../../inputs/types.ts';
import type { World } from '../../runner/world.ts';
import type { Problem } from '../../shared/problem.ts';
import type { Result } from '../../shared/result.ts';

export type BranchInputs = Pick<
  ActionInputs,
  'deliver' | 'githubToken' | 'branch' | 'branchDirectory' | 'baseBranch' | 'pullInto'
>;
export type BranchPorts = Pick<World, 'temp' | 'repository' | 'env' | 'clock' | 'random' | 'log'>;

/** The assets branch as it was found. Disposing of it removes what was made on disk for it. */
export interface OpenedAssets extends AsyncDisposable {
  /** Undefined if the run delivers to no branch. */
  readonly opened: Result<OpenedBranches | undefined, readonly Problem[]>;
}

/** The branch that a run delivers to, and the base branch beneath it. */
export interface OpenedBranches {
  readonly own: OpenedBranch;
  /** In the same repository; undefined if the run has none, or if there is no such branch. */
  readonly base: OpenedBranch | undefined;
  /** Warnings only. */
  readonly problems: readonly Problem[];
}
