import { checkBranchWritable } from '../../deliver/branch/open-branch.ts';
import type { WritingEdit } from '../../deliver/branch/check-attributes.ts';
import type { OpenedBranch } from '../../deliver/branch/types.ts';
import type { LedgerMode } from '../../inputs/types.ts';
import type { World } from '../../runner/world.ts';
import type { Problem } from '../../shared/problem.ts';
import { checkStore, type CheckedLedger } from '../ledger/check-store.ts';

/**
 * Checks, before the first submit, that the branch and the ledger can be written. What keeps the branch from being
 * written usually applies to the ledger too, so then the ledger is not asked. Throws the signal's reason.
 */
export async function checkRights(
  toSend: readonly WritingEdit[],
  branch: OpenedBranch | undefined,
  ledger: CheckedLedger,
  mode: LedgerMode,
  world: Pick<World, 'clock' | 'random' | 'log'>,
  signal: AbortSignal,
): Promise<readonly Problem[]> {
  const refusals =
    branch === undefined ? [] : await checkBranchWritable(toSend, branch, { ...world, signal });
  signal.throwIfAborted();
  if (refusals.length > 0) return refusals;
  const refusal = await checkStore(ledger, { mode, isWritable: branch !== undefined }, world, signal);
  return refusal === undefined ? [] : [refusal];
}
