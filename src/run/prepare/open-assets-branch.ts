import type { BranchInputs, BranchPorts, OpenedAssets } from './opened-assets.ts';

const NOT_ASKED_FOR: OpenedAssets = {
  opened: { ok: true, value: undefined },
  [Symbol.asyncDispose]: async () => {
    await Promise.resolve();
  },
};

/** Reads the assets branch, and the base branch beneath it, if pictures are delivered to a branch. Throws the signal's reason; then nothing is left on disk. */
export async function openAssetsBranch(
  inputs: BranchInputs,
  world: BranchPorts,
  signal: AbortSignal,
): Promise<OpenedAssets> {
  if (!inputs.deliver.includes('branch')) return NOT_ASKED_FOR;
  // Loaded only when it is needed. The name makes the bundler load all that a branch needs together.
  const { openBranches } = await import(/* webpackChunkName: "branch" */ './open-branches.ts');
  return await openBranches(inputs, world, signal);
}
