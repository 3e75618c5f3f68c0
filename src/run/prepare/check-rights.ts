import { checkBranchWritable } from '../../deliver/branch/open-branch.ts';
import { checkSigning } from '../../deliver/branch/check-signing.ts';
import type { WritingEdit } from '../../deliver/branch/check-attributes.ts';
import { pictureCommit } from '../../deliver/branch/tip-facts.ts';
import type { OpenedBranch } from '../../deliver/branch/types.ts';
import type { ActionInputs } from '../../inputs/types.ts';
import type { World } from '../../runner/world.ts';
import type { Problem } from '../../shared/problem.ts';
import { checkStore, type CheckedLedger } from '../ledger/check-store.ts';

/**
 * Checks, before the first submit, that the branch and the ledger can be written, and that commits are signed if they must be. What keeps the branch from being
 * written usually applies to the ledger too, so then the ledger is not asked. Throws the signal's reason.
 */
export async function checkRights(
  toSend: readonly WritingEdit[],
  branch: OpenedBranch | undefined,
  ledger: CheckedLedger,
  { ledger: mode, signCommits, githubToken }: Pick<ActionInputs, 'ledger' | 'signCommits' | 'githubToken'>,
  world: Pick<World, 'clock' | 'random' | 'log' | 'commitSigner' | 'repository'>,
  signal: AbortSignal,
): Promise<readonly Problem[]> {
  const { clock, random, log } = world;
  const deps = { clock, random, log, signal };
  const refusals = branch === undefined ? [] : await checkBranchWritable(toSend, branch, deps);
  signal.throwIfAborted();
  if (refusals.length > 0) return refusals;
  if (branch !== undefined && signCommits) {
    const known = pictureCommit(branch) ?? world.repository.sha;
    const unsigned = await checkSigning(branch, known, world.commitSigner(githubToken), deps);
    signal.throwIfAborted();
    if (unsigned.length > 0) return unsigned;
  }
  const refusal = await checkStore(ledger, { mode, isWritable: branch !== undefined }, world, signal);
  return refusal === undefined ? [] : [refusal];
}
