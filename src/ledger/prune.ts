import type { Ledger, LedgerEntry } from './types.ts';

/** How long work in flight is remembered: by then its pictures are gone from the service, or nobody wants them. */
export const KEPT_DAYS = 30;

const KEPT_MS = KEPT_DAYS * 24 * 60 * 60 * 1000;

/** Parts the entries that are too old, to be reported, from the others; pure. `nowMs` is in Unix ms. */
export function pruneOld(
  ledger: Ledger,
  nowMs: number,
): { readonly ledger: Ledger; readonly pruned: readonly LedgerEntry[] } {
  const pruned = [...ledger.values()].filter((entry) => nowMs - lastSignMs(entry) > KEPT_MS);
  if (pruned.length === 0) return { ledger, pruned };
  const old = new Set(pruned.map(({ fingerprint }) => fingerprint));
  return { ledger: new Map([...ledger].filter(([fingerprint]) => !old.has(fingerprint))), pruned };
}

/** When its claimant, or the last that paid for it, was surely at work. */
function lastSignMs(entry: LedgerEntry): number {
  const paid = entry.state === 'submitted' ? [entry, ...(entry.alsoPaid ?? [])] : [];
  return Math.max(entry.claimedAtMs, entry.overAtMs, ...paid.map(({ submittedAtMs }) => submittedAtMs));
}
