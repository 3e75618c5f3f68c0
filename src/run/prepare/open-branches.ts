import { mkdtemp, rm } from 'node:fs/promises';
import path from 'node:path';

import { quotePath } from '../../deliver/branch/branch-paths.ts';
import { describeGitError } from '../../deliver/branch/describe-git-error.ts';
import { openBranch } from '../../deliver/branch/open-branch.ts';
import { readTipAgain } from '../../deliver/branch/read-tip-again.ts';
import type { DeliverDeps, OpenedBranch } from '../../deliver/branch/types.ts';
import type { Problem } from '../../shared/problem.ts';
import type { Result } from '../../shared/result.ts';
import type { BranchInputs, BranchPorts, OpenedAssets, OpenedBranches } from './opened-assets.ts';

/** Reads the assets branch, and the base branch beneath it. Throws the signal's reason; then nothing is left on disk. */
export async function openBranches(
  inputs: BranchInputs,
  world: BranchPorts,
  signal: AbortSignal,
): Promise<OpenedAssets> {
  await using made = new AsyncDisposableStack();
  // Beside the output folder, not in it: what is in there is uploaded if this process is killed.
  const folder = await mkdtemp(path.join(world.temp, 'dreamina-git-'));
  made.defer(async () => {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  });
  const own = await openBranch(
    {
      remote: { url: `${world.repository.url}.git`, token: inputs.githubToken },
      place: {
        branch: inputs.branch,
        directory: inputs.branchDirectory,
        ...(inputs.pullInto !== undefined && { into: inputs.pullInto }),
      },
      folder: path.join(folder, 'repository.git'),
    },
    { ...world, signal },
  );
  if (own.ok) made.use(own.value.repository);
  signal.throwIfAborted();
  const opened: OpenedAssets['opened'] = own.ok
    ? await openBase(own.value, inputs, { ...world, signal })
    : own;
  signal.throwIfAborted();
  const resources = made.move();
  return {
    opened,
    [Symbol.asyncDispose]: async () => {
      await resources.disposeAsync();
    },
  };
}

/** Reads the base branch after the own one: two fetches into one repository would get in each other's way. */
async function openBase(
  own: OpenedBranch,
  { baseBranch: branch }: Pick<BranchInputs, 'baseBranch'>,
  deps: DeliverDeps,
): Promise<Result<OpenedBranches, readonly Problem[]>> {
  if (branch === undefined) return { ok: true, value: { own, base: undefined, problems: [] } };
  const { repository } = own;
  const place = { branch, directory: own.place.directory };
  const tip = await readTipAgain({ repository, place }, deps);
  if (!tip.ok) {
    const { error } = tip;
    if (error.kind === 'unfit') return { ok: false, error: error.problems };
    const message = describeGitError(error.error, 'read', place, repository.remote);
    return { ok: false, error: [{ severity: 'error', message }] };
  }
  if (tip.value.tip !== undefined)
    return { ok: true, value: { own, base: { repository, place, ...tip.value }, problems: [] } };
  const message = `Branch ${quotePath(branch)} (input \`base-branch\`) does not exist, so none of its pictures count as made. If that is not expected, check the name.`;
  return { ok: true, value: { own, base: undefined, problems: [{ severity: 'warning', message }] } };
}
