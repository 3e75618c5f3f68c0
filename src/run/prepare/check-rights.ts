import type { WritingEdit } from '../../deliver/branch/check-attributes.ts';
import type { OpenedBranch } from '../../deliver/branch/types.ts';
import type { ActionInputs } from '../../inputs/types.ts';
import type { World } from '../../runner/world.ts';
import type { Problem } from '../../shared/problem.ts';
import { checkStore, type CheckedLedger } from '../ledger/check-store.ts';

/**
 * Checks, before the first submit, that the branch and the ledger can be written, and that commits are signed if they must
 * be. What keeps the branch from being written usually applies to the ledger too, so then the ledger is not asked. Throws the
 * signal's reason.
 */
export async function checkRights(
  toSend: readonly WritingEdit[],
  branch: OpenedBranch | undefined,
  ledger: CheckedLedger,
  inputs: Pick<ActionInputs, 'ledger' | 'signCommits' | 'githubToken'>,
  world: Pick<World, 'clock' | 'random' | 'log' | 'commitSigner' | 'repository'>,
  signal: AbortSignal,
): Promise<readonly Problem[]> {
  if (branch !== undefined) {
    // Loaded only when it is needed.
    const { checkBranchRights } = await import(/* webpackChunkName: "branch" */ './check-branch-rights.ts');
    const faults = await checkBranchRights(toSend, branch, inputs, world, signal);
    if (faults.length > 0) return faults;
  }
  signal.throwIfAborted();
  const refusal = await checkStore(
    ledger,
    { mode: inputs.ledger, isWritable: branch !== undefined },
    world,
    signal,
  );
  return refusal === undefined ? [] : [refusal];
}
