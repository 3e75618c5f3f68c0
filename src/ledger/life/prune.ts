import type { Ledger, LedgerEntry } from './types.ts';

/** How long work in flight is remembered: by then its pictures are gone from the service, or no one wants them. */
export const KEPT_DAYS = 30;

const KEPT_MS = KEPT_DAYS * 24 * 60 * 60 * 1000;

/**
 * How long a delivery is remembered: a job on a runner of GitHub's lasts six hours at most (docs.github.com, "Actions
 * limits"), so a run that began before the delivery learns of it.
 */
const DELIVERED_KEPT_MS = 6 * 60 * 60 * 1000;

/**
 * Parts the entries that are too old from the others; pure. `pruned` is to be reported; what was delivered goes without
 * a word. `nowMs` is in Unix ms. The very ledger that was given is given back if nothing is too old.
 */
export function pruneOld(
  ledger: Ledger,
  nowMs: number,
): { readonly ledger: Ledger; readonly pruned: readonly LedgerEntry[] } {
  const old = new Set([...ledger.values()].flat().filter((entry) => isOld(entry, nowMs)));
  if (old.size === 0) return { ledger, pruned: [] };
  const young = [...ledger].flatMap(([fingerprint, entries]) => {
    const left = entries.filter((entry) => !old.has(entry));
    return left.length === 0 ? [] : [[fingerprint, left] as const];
  });
  return { ledger: new Map(young), pruned: [...old].filter(({ state }) => state !== 'delivered') };
}

function isOld(entry: LedgerEntry, nowMs: number): boolean {
  switch (entry.state) {
    case 'delivered':
      return nowMs - entry.deliveredAtMs > DELIVERED_KEPT_MS;
    case 'claimed':
    case 'maybe-sent':
      return nowMs - lastSignMs(entry) > KEPT_MS;
    case 'accepted':
    case 'lost':
      return nowMs - Math.max(lastSignMs(entry), entry.submittedAtMs) > KEPT_MS;
  }
}

/** When its step was last certainly at work. */
function lastSignMs({ claimedAtMs, overAtMs }: LedgerEntry): number {
  return Math.max(claimedAtMs, overAtMs);
}
