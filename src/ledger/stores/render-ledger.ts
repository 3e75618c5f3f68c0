import {
  LEDGER_VERSION,
  ledgerSchema,
  type WireClaim,
  type WireEntry,
  type WireLedger,
  type WireReplaced,
} from './ledger-schema.ts';
import type { Claim, Ledger, LedgerEntry, PaidJob, ReplacedEntry } from '../life/types.ts';

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
  if (entry.state !== 'claimed') return describeReplaced(entry);
  const replaced = entry.inPlaceOf && describeReplaced(entry.inPlaceOf);
  return {
    state: entry.state,
    ...describeClaim(entry),
    ...(replaced !== undefined && { in_place_of: replaced }),
  };
}

function describeReplaced(entry: ReplacedEntry): WireReplaced {
  switch (entry.state) {
    case 'unclear':
      return { state: entry.state, ...describeClaim(entry) };
    case 'settled': {
      const settledAt = formatTime(entry.settledAtMs);
      return { state: entry.state, ...describeClaim(entry), ...describeJob(entry), settled_at: settledAt };
    }
    case 'submitted': {
      const alsoPaid = entry.alsoPaid?.map(describeJob);
      return {
        state: entry.state,
        ...describeClaim(entry),
        ...describeJob(entry),
        ...(alsoPaid !== undefined && { also_paid: alsoPaid }),
        ...(entry.goneAtMs !== undefined && { gone_at: formatTime(entry.goneAtMs) }),
      };
    }
  }
}

function describeClaim({ edit, target, claimant, claimedAtMs, overAtMs }: Claim): WireClaim {
  const { runId, attempt, step, url } = claimant;
  return {
    edit,
    target,
    run: { id: runId, attempt, step, url },
    claimed_at: formatTime(claimedAtMs),
    over_at: formatTime(overAtMs),
  };
}

function describeJob({ requestId, submittedAtMs }: PaidJob): { request_id: string; submitted_at: string } {
  return { request_id: requestId, submitted_at: formatTime(submittedAtMs) };
}

function formatTime(ms: number): string {
  return new Date(ms).toISOString();
}
