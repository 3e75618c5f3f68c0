import { checkBranchWritable } from '../../deliver/branch/open-branch.ts';
import type { OpenedBranch } from '../../deliver/branch/types.ts';
import type { LedgerMode } from '../../inputs/types.ts';
import type { World } from '../../runner/world.ts';
import type { Problem } from '../../shared/problem.ts';
import { checkStore } from '../ledger/check-store.ts';
import type { OpenedLedger } from '../ledger/open-ledger.ts';

/**
 * Makes sure, before the first submit, that the branch and the ledger can be written. Gives the first problem only: what
 * keeps the branch from being written most often keeps the ledger, too. Throws the signal's reason.
 */
export async function checkRights(
  branch: OpenedBranch | undefined,
  ledger: OpenedLedger,
  mode: LedgerMode,
  world: World,
  signal: AbortSignal,
): Promise<Problem | undefined> {
  const refusal = branch && (await checkBranchWritable(branch, { ...world, signal }));
  signal.throwIfAborted();
  if (refusal !== undefined) return refusal;
  return await checkStore(ledger, { mode, isWritable: branch !== undefined }, world, signal);
}
