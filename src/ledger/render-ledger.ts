import { LEDGER_VERSION, ledgerSchema, type WireEntry, type WireLedger } from './ledger-schema.ts';
import type { Ledger, LedgerEntry, PaidJob } from './types.ts';

/**
 * The ledger's text: the same bytes for the same ledger, entries sorted by fingerprint. Throws where it could not be read
 * again: nobody's entries may be locked in behind one that is wrong.
 */
export function renderLedger(ledger: Ledger): string {
  const sorted = [...ledger].toSorted(([a], [b]) => (a < b ? -1 : Number(a > b)));
  const entries = sorted.map(([fingerprint, entry]) => [fingerprint, describeEntry(entry)] as const);
  const wire: WireLedger = { version: LEDGER_VERSION, entries: Object.fromEntries(entries) };
  return `${JSON.stringify(ledgerSchema.parse(wire), null, 2)}\n`;
}

function describeEntry(entry: LedgerEntry): WireEntry {
  const { runId, attempt, step, url } = entry.claimant;
  const claim = {
    edit: entry.edit,
    target: entry.target,
    run: { id: runId, attempt, step, url },
    claimed_at: formatTime(entry.claimedAtMs),
    over_at: formatTime(entry.overAtMs),
  };
  switch (entry.state) {
    case 'claimed':
    case 'unclear':
      return { state: entry.state, ...claim };
    case 'settled':
      return {
        state: entry.state,
        ...claim,
        ...describeJob(entry),
        settled_at: formatTime(entry.settledAtMs),
      };
    case 'submitted': {
      const alsoPaid = entry.alsoPaid?.map(describeJob);
      return {
        state: entry.state,
        ...claim,
        ...describeJob(entry),
        ...(alsoPaid !== undefined && { also_paid: alsoPaid }),
        ...(entry.goneAtMs !== undefined && { gone_at: formatTime(entry.goneAtMs) }),
      };
    }
  }
}

function describeJob({ requestId, submittedAtMs }: PaidJob): { request_id: string; submitted_at: string } {
  return { request_id: requestId, submitted_at: formatTime(submittedAtMs) };
}

function formatTime(ms: number): string {
  return new Date(ms).toISOString();
}
