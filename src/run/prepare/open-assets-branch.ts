import { mkdtemp } from 'node:fs/promises';
import path from 'node:path';

import { openBranch } from '../../deliver/branch/open-branch.ts';
import type { OpenedBranch } from '../../deliver/branch/types.ts';
import type { ActionInputs } from '../../inputs/types.ts';
import { repositoryUrl } from '../../runner/repository-url.ts';
import type { Problem } from '../../shared/problem.ts';
import type { Result } from '../../shared/result.ts';
import type { World } from '../../runner/world.ts';

/** Looks at the assets branch where pictures are to be delivered to it; undefined where they are not. */
export async function openTarget(
  inputs: ActionInputs,
  world: World,
  signal: AbortSignal,
): Promise<Result<OpenedBranch | undefined, readonly Problem[]>> {
  if (!inputs.deliver.includes('branch')) return { ok: true, value: undefined };
  // Beside the output folder, not in it: what is in there is uploaded if this process is killed.
  const folder = path.join(await mkdtemp(path.join(world.temp, 'dreamina-git-')), 'repository.git');
  return await openBranch(
    {
      remote: { url: `${repositoryUrl(world.repository)}.git`, token: inputs.githubToken },
      place: { branch: inputs.branch, directory: inputs.branchDirectory },
      folder,
    },
    { ...world, signal },
  );
}
