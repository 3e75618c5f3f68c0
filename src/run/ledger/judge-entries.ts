import type { Ledger, LedgerEntry } from '../../ledger/life/types.ts';
import type { RunWatch } from './run-watch.ts';
import { mapBounded } from '../../shared/pool.ts';

/** An entry of the ledger with what it means for this run. */
export interface JudgedEntry {
  readonly entry: LedgerEntry;
  readonly verdict: Awaited<ReturnType<RunWatch['judge']>>;
}

/** Questions to GitHub at one time. */
const ASKED_AT_ONCE = 4;

/**
 * What each entry of the ledger means for this run, by fingerprint. Where a claim turns out to be of a run that is over, the
 * ledger is read once more (`readAgain`, undefined where it cannot be read): before its end that run may have told more.
 */
export async function judgeLedger(
  ledger: Ledger,
  readAgain: () => Promise<Ledger | undefined>,
  watch: RunWatch,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, JudgedEntry>> {
  const judge = async (entry: LedgerEntry): Promise<JudgedEntry> => ({
    entry,
    verdict: await watch.judge(entry, signal),
  });
  const judged = await mapBounded([...ledger.values()], ASKED_AT_ONCE, judge);
  const isDoubtful = judged.some(({ entry, verdict }) => entry.state === 'claimed' && verdict === 'unknown');
  const now = isDoubtful ? await readAgain() : undefined;
  const last = now === undefined ? judged : await mapBounded([...now.values()], ASKED_AT_ONCE, judge);
  return new Map(last.map((each) => [each.entry.fingerprint, each]));
}
