import { isDeadClaim, type JudgedEntry } from '../../ledger/life/judge-entry.ts';
import type { Ledger, LedgerEntry } from '../../ledger/life/types.ts';
import type { RunWatch } from './run-watch.ts';
import { mapBounded } from '../../shared/pool.ts';

/** The entries of a ledger with what each means for this run, by fingerprint. */
export type JudgedLedger = ReadonlyMap<string, readonly JudgedEntry[]>;

/** Questions to GitHub at one time. */
const ASKED_AT_ONCE = 4;

/**
 * What each entry of the ledger means for this run. If a claim turns out to be of a run that is over, the ledger is read
 * once more (`readAgain`, undefined if it cannot be read): before its end that run may have written more.
 */
export async function lookAtLedger(
  ledger: Ledger,
  readAgain: () => Promise<Ledger | undefined>,
  watch: RunWatch,
  signal: AbortSignal,
): Promise<JudgedLedger> {
  const judged = await lookAtAll(ledger, watch, signal);
  const isDoubtful = [...judged.values()].flat().some(isDeadClaim);
  const now = isDoubtful ? await readAgain() : undefined;
  return now === undefined ? judged : await lookAtAll(now, watch, signal);
}

async function lookAtAll(ledger: Ledger, watch: RunWatch, signal: AbortSignal): Promise<JudgedLedger> {
  const look = async (entry: LedgerEntry): Promise<JudgedEntry> => await watch.look(entry, signal);
  const judged = await mapBounded([...ledger.values()].flat(), ASKED_AT_ONCE, look);
  return Map.groupBy(judged, ({ entry }) => entry.fingerprint);
}
