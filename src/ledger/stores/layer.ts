import { hasAnswer } from '../life/change-entry.ts';
import type { Ledger, LedgerEntry, LedgerResult, LedgerStore, Snapshot } from '../life/types.ts';

/** A ledger that lies above another one, which it cannot change. */
export interface Layer {
  /** What it has itself. */
  readonly ledger: Ledger;
  /** Names (see `nameRemoved`) of entries of the one beneath that are over: they count as removed. */
  readonly removed: ReadonlySet<string>;
}

/** A store that can keep a layer. As a store of its own it has no ledger beneath it. */
export interface LayerStore extends LedgerStore {
  read(signal: AbortSignal): Promise<LedgerResult<Snapshot & Layer>>;
  /** As other stores; what is removed stays as it was last read or written if it is not given. */
  write(
    ledger: Ledger,
    version: string | undefined,
    signal: AbortSignal,
    removed?: ReadonlySet<string>,
  ): ReturnType<LedgerStore['write']>;
}

/**
 * The name of an entry that is removed. It changes when the entry has a request id: an answer that comes after a doubt was
 * removed is about a job whose pictures can be collected.
 */
export function nameRemoved(entry: LedgerEntry): string {
  return hasAnswer(entry) ? `${entry.id} ${entry.requestId}` : entry.id;
}
