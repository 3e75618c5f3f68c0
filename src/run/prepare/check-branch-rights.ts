import type { WritingEdit } from '../../deliver/branch/check-attributes.ts';
import { checkSigning } from '../../deliver/branch/check-signing.ts';
import { checkBranchWritable } from '../../deliver/branch/open-branch.ts';
import { pictureCommit } from '../../deliver/branch/tip-facts.ts';
import type { OpenedBranch } from '../../deliver/branch/types.ts';
import type { ActionInputs } from '../../inputs/types.ts';
import type { World } from '../../runner/world.ts';
import type { Problem } from '../../shared/problem.ts';

/** Checks that the branch can be written, and that commits are signed if they must be. Throws the signal's reason. */
export async function checkBranchRights(
  toSend: readonly WritingEdit[],
  branch: OpenedBranch,
  { signCommits, githubToken }: Pick<ActionInputs, 'signCommits' | 'githubToken'>,
  world: Pick<World, 'clock' | 'random' | 'log' | 'commitSigner' | 'repository'>,
  signal: AbortSignal,
): Promise<readonly Problem[]> {
  const { clock, random, log } = world;
  const deps = { clock, random, log, signal };
  const refusals = await checkBranchWritable(toSend, branch, deps);
  signal.throwIfAborted();
  if (refusals.length > 0 || !signCommits) return refusals;
  const known = pictureCommit(branch) ?? world.repository.sha;
  const unsigned = await checkSigning(branch, known, world.commitSigner(githubToken), deps);
  signal.throwIfAborted();
  return unsigned;
}
