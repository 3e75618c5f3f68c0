import {
  LEDGER_VERSION,
  layerSchema,
  type WireClaim,
  type WireEntry,
  type WireJob,
  type WireLedger,
} from './ledger-schema.ts';
import type { Claim, Ledger, LedgerEntry, PaidJob } from '../life/types.ts';

/**
 * The ledger's text: the same bytes for the same ledger, sorted by fingerprint, and what counts as `removed` of the one
 * beneath it. Throws if it could not be read again: one wrong entry must not lock in all others.
 */
export function renderLedger(ledger: Ledger, removed: ReadonlySet<string> = new Set()): string {
  const sorted = [...ledger].toSorted(([a], [b]) => (a < b ? -1 : Number(a > b)));
  const entries = sorted.map(([fingerprint, all]) => [fingerprint, all.map(toWire)] as const);
  const wire: WireLedger = {
    version: LEDGER_VERSION,
    entries: Object.fromEntries(entries),
    ...(removed.size > 0 && { removed: [...removed].toSorted() }),
  };
  return `${JSON.stringify(layerSchema().parse(wire), null, 2)}\n`;
}

function toWire(entry: LedgerEntry): WireEntry {
  switch (entry.state) {
    case 'claimed':
    case 'maybe-sent':
      return { state: entry.state, ...claimToWire(entry) };
    case 'accepted':
      return {
        ...{ state: entry.state, ...claimToWire(entry), ...jobToWire(entry) },
        ...(entry.isUnusable === true && { unusable: true }),
      };
    case 'lost': {
      const lostAt = formatTime(entry.lostAtMs);
      return { state: entry.state, ...claimToWire(entry), ...jobToWire(entry), lost_at: lostAt };
    }
    case 'delivered': {
      const deliveredAt = formatTime(entry.deliveredAtMs);
      return { state: entry.state, ...claimToWire(entry), ...jobToWire(entry), delivered_at: deliveredAt };
    }
  }
}

function claimToWire({ id, edit, destination, step, claimedAtMs, overAtMs }: Claim): WireClaim {
  const { runId, attempt, job, name, process, url } = step;
  return {
    id,
    edit,
    destination,
    run: {
      ...{ id: runId, attempt, ...(job !== undefined && { job }), step: name },
      ...(process !== undefined && { process }),
      url,
    },
    claimed_at: formatTime(claimedAtMs),
    over_at: formatTime(overAtMs),
  };
}

function jobToWire({ requestId, submittedAtMs }: PaidJob): WireJob {
  return { request_id: requestId, submitted_at: formatTime(submittedAtMs) };
}

function formatTime(ms: number): string {
  return new Date(ms).toISOString();
}
