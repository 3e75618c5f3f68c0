import type { Ledger, LedgerEntry } from './ledger/types.ts';
import type { RunWatch } from './run-watch.ts';
import { mapBounded } from './shared/pool.ts';

/** An entry of the ledger with what it means for this run. */
export interface JudgedEntry {
  readonly entry: LedgerEntry;
  readonly verdict: Awaited<ReturnType<RunWatch['judge']>>;
}

/** Questions to GitHub at one time. */
const ASKED_AT_ONCE = 4;

/** What each entry of the ledger means for this run, by fingerprint. */
export async function judgeLedger(
  ledger: Ledger,
  watch: RunWatch,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, JudgedEntry>> {
  const judged = await mapBounded([...ledger.values()], ASKED_AT_ONCE, async (entry) => ({
    entry,
    verdict: await watch.judge(entry, signal),
  }));
  return new Map(judged.map((each) => [each.entry.fingerprint, each]));
}
