import { openJobs } from './paid-jobs.ts';
import type { Ledger, LedgerEntry } from './types.ts';

/** How long work in flight is remembered: by then its pictures are gone from the service, or nobody wants them. */
export const KEPT_DAYS = 30;

const KEPT_MS = KEPT_DAYS * 24 * 60 * 60 * 1000;

/**
 * How long what was delivered is remembered: a job on a runner of GitHub's lasts six hours at most (docs.github.com, "Actions
 * limits"), so a run that began before the delivery learns what came of it.
 */
const SETTLED_KEPT_MS = 6 * 60 * 60 * 1000;

/**
 * Parts the entries that are too old from the others; pure. `pruned` is to be reported; what was delivered goes without a
 * word. `nowMs` is in Unix ms.
 */
export function pruneOld(
  ledger: Ledger,
  nowMs: number,
): { readonly ledger: Ledger; readonly pruned: readonly LedgerEntry[] } {
  const old = [...ledger.values()].filter((entry) => isOld(entry, nowMs));
  if (old.length === 0) return { ledger, pruned: [] };
  const gone = new Set(old.map(({ fingerprint }) => fingerprint));
  return {
    ledger: new Map([...ledger].filter(([fingerprint]) => !gone.has(fingerprint))),
    pruned: old.filter(({ state }) => state !== 'settled'),
  };
}

function isOld(entry: LedgerEntry, nowMs: number): boolean {
  if (entry.state === 'settled') return nowMs - entry.settledAtMs > SETTLED_KEPT_MS;
  return nowMs - lastSignMs(entry) > KEPT_MS;
}

/** When its claimant, or the last that paid for it, was surely at work. */
function lastSignMs(entry: LedgerEntry): number {
  const submits = openJobs(entry).map(({ submittedAtMs }) => submittedAtMs);
  return Math.max(entry.claimedAtMs, entry.overAtMs, ...submits);
}
