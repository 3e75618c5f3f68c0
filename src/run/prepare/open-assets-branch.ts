import { mkdtemp, rm } from 'node:fs/promises';
import path from 'node:path';

import { openBranch } from '../../deliver/branch/open-branch.ts';
import type { OpenedBranch } from '../../deliver/branch/types.ts';
import type { ActionInputs } from '../../inputs/types.ts';
import type { World } from '../../runner/world.ts';
import type { Problem } from '../../shared/problem.ts';
import type { Result } from '../../shared/result.ts';

export type BranchInputs = Pick<ActionInputs, 'deliver' | 'githubToken' | 'branch' | 'branchDirectory'>;
export type BranchPorts = Pick<World, 'temp' | 'repository' | 'env' | 'clock' | 'random' | 'log'>;

/** The assets branch as it was found. Disposing of it removes what was made on disk for it. */
export interface OpenedAssets extends AsyncDisposable {
  /** Undefined if the run delivers to no branch. */
  readonly opened: Result<OpenedBranch | undefined, readonly Problem[]>;
}

/** Reads the assets branch if pictures are delivered to it. Throws the signal's reason; then nothing is left on disk. */
export async function openAssetsBranch(
  inputs: BranchInputs,
  world: BranchPorts,
  signal: AbortSignal,
): Promise<OpenedAssets> {
  await using made = new AsyncDisposableStack();
  let opened: OpenedAssets['opened'] = { ok: true, value: undefined };
  if (inputs.deliver.includes('branch')) {
    // Beside the output folder, not in it: what is in there is uploaded if this process is killed.
    const folder = await mkdtemp(path.join(world.temp, 'dreamina-git-'));
    made.defer(async () => {
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    });
    opened = await openBranch(
      {
        remote: { url: `${world.repository.url}.git`, token: inputs.githubToken },
        place: { branch: inputs.branch, directory: inputs.branchDirectory },
        folder: path.join(folder, 'repository.git'),
      },
      { ...world, signal },
    );
    if (opened.ok) made.use(opened.value?.repository);
    signal.throwIfAborted();
  }
  const resources = made.move();
  return {
    opened,
    [Symbol.asyncDispose]: async () => {
      await resources.disposeAsync();
    },
  };
}
