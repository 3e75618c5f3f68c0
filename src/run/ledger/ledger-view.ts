import type { PrunedLedger, Times } from '../../ledger/life/prune.ts';
import type { Ledger, LedgerResult, Step } from '../../ledger/life/types.ts';

/** A ledger as a step found it, whether it also writes it or not. */
export interface LedgerView {
  readonly thisStep: Step;
  /** What was in flight when it was opened; if it could not be read, nothing is known of work in flight. */
  readonly found: LedgerResult<PrunedLedger>;
  /** What time it is; a server's clock is known if it was asked when the ledger was opened. */
  readTimes(): Times;
  /** What is in flight by now; undefined if it cannot be read. */
  readAgain(): Promise<Ledger | undefined>;
}

/** What was in flight when the ledger was opened, as far as that is known. */
export function listFound({ found }: Pick<LedgerView, 'found'>): PrunedLedger {
  return found.ok ? found.value : { ledger: new Map(), pruned: [] };
}
