import { isOwn } from './is-own.ts';
import type { Claimant, LedgerEntry } from './types.ts';

/** What is known when an entry is judged. */
export interface EntryFacts {
  readonly self: Claimant;
  /** Milliseconds since the epoch. */
  readonly nowMs: number;
  /** Whether the claimant's attempt of its run has surely ended; absent: not known. */
  readonly isRunOver?: boolean;
}

/** See `judgeEntry`. */
export type EntryVerdict = 'collect' | 'other-run' | 'unknown' | 'ours' | 'settled';

/**
 * What an entry means for the step `self`; pure. `collect`: it has a request id, and costs nothing more. `elsewhere`:
 * another step may be about to send it. `unknown`: it may have been paid for, and nobody will ever know by itself, or it was,
 * and its pictures are gone.
 * `ours`: claimed by this step, not sent yet as far as the ledger knows. `settled`: delivered; it matters to a run alone
 * that began before.
 */
export function judgeEntry(entry: LedgerEntry, { self, nowMs, isRunOver = false }: EntryFacts): EntryVerdict {
  switch (entry.state) {
    case 'submitted':
      return entry.goneAtMs === undefined ? 'collect' : 'unknown';
    case 'settled':
      return 'settled';
    case 'unclear':
      return 'unknown';
    case 'claimed': {
      const { claimant, overAtMs } = entry;
      if (isOwn(claimant, self)) return 'ours';
      // A run is attempted again only when it has ended.
      const isEarlier = claimant.runId === self.runId && claimant.attempt < self.attempt;
      return isEarlier || isRunOver || nowMs > overAtMs ? 'unknown' : 'other-run';
    }
  }
}
