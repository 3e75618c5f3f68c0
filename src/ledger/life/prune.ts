import type { Ledger, LedgerEntry } from './types.ts';

/** How long work in flight is remembered: by then its pictures are gone from the service, or no one wants them. */
export const KEPT_DAYS = 30;

const KEPT_MS = KEPT_DAYS * 24 * 60 * 60 * 1000;

/**
 * How long a delivery is remembered: a job on a GitHub-hosted runner lasts six hours at most (docs.github.com, "Actions
 * limits"), so a run that began before the delivery learns about it.
 */
const DELIVERED_KEPT_MS = 6 * 60 * 60 * 1000;

/** What time it is, in Unix ms. */
export interface Times {
  /** By the clock of this machine, which may be wrong. */
  readonly localMs: number;
  /** By the clock of a server; undefined if that is not known. */
  readonly serverMs: number | undefined;
}

/** What is in flight, without the entries that were too old. */
export interface PrunedLedger {
  readonly ledger: Ledger;
  readonly pruned: readonly LedgerEntry[];
}

/**
 * Separates the entries that are too old from the others; pure. `pruned` is to be reported; deliveries are removed
 * silently. Only a server's clock decides: one machine whose clock is ahead must not make all others pay again. If it is
 * not known what time it is there, everything stays. The given ledger itself is returned if nothing is too old.
 */
export function pruneOld(ledger: Ledger, times: Times): PrunedLedger {
  const old = new Set([...ledger.values()].flat().filter((entry) => isOld(entry, times)));
  if (old.size === 0) return { ledger, pruned: [] };
  const young = [...ledger].flatMap(([fingerprint, entries]) => {
    const left = entries.filter((entry) => !old.has(entry));
    return left.length === 0 ? [] : [[fingerprint, left] as const];
  });
  return { ledger: new Map(young), pruned: [...old].filter(({ state }) => state !== 'delivered') };
}

function isOld(entry: LedgerEntry, { serverMs }: Times): boolean {
  if (serverMs === undefined) return false;
  switch (entry.state) {
    case 'delivered':
      return serverMs - entry.deliveredAtMs > DELIVERED_KEPT_MS;
    case 'claimed':
    case 'maybe-sent':
      return serverMs - lastSignMs(entry) > KEPT_MS;
    case 'accepted':
    case 'lost':
      return serverMs - Math.max(lastSignMs(entry), entry.submittedAtMs) > KEPT_MS;
  }
}

/** The last time at which its step was certainly running. */
function lastSignMs({ claimedAtMs, overAtMs }: LedgerEntry): number {
  return Math.max(claimedAtMs, overAtMs);
}
