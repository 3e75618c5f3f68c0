import type { NotedChange } from './create-ledger.ts';
import type { JournalRecord } from './journal-record.ts';
import type { Claim, Step } from '../life/types.ts';

/** What is left to write to the store for a step that was killed. */
export interface Unwritten {
  /** Whose changes they are; undefined if the journal was not begun: then there are none. */
  readonly step: Step | undefined;
  readonly changes: readonly NotedChange[];
}

/**
 * What the store must still learn from the journal of a step that has ended; pure. Claims under which nothing was sent
 * are released; if a submit left and no answer was written down, it may have been sent; everything else is as it was
 * written.
 */
export function readUnwritten(records: readonly JournalRecord[]): Unwritten {
  const step = records.find((record) => record.kind === 'began')?.step;
  const claimant = records.find((record) => 'claim' in record)?.claim.step;
  const stored = records.findLast((record) => record.kind === 'stored');
  const unwritten = records.slice(stored?.upTo ?? 0).filter(isNoted);
  return { step: step ?? claimant, changes: [...unwritten, ...closeClaims(records)] };
}

/** Ends each claim that has no outcome yet. */
function closeClaims(records: readonly JournalRecord[]): readonly NotedChange[] {
  // A line that cannot be read may have said that a submit is about to leave.
  const isWhole = records.every(({ kind }) => kind !== 'unreadable');
  const open = new Map<string, { readonly claim: Claim; readonly wasSent: boolean }>();
  for (const record of records) {
    switch (record.kind) {
      case 'claim':
        open.set(record.claim.id, { claim: record.claim, wasSent: !isWhole });
        break;
      case 'posting': {
        const claim = open.get(record.id)?.claim;
        if (claim !== undefined) open.set(record.id, { claim, wasSent: true });
        break;
      }
      case 'accepted':
      case 'maybe-sent':
        open.delete(record.claim.id);
        break;
      case 'released':
        open.delete(record.id);
        break;
      case 'delivered':
      case 'unusable':
      case 'ended-empty':
      case 'lost':
      case 'began':
      case 'stored':
      case 'unreadable':
        break;
    }
  }
  return [...open.values()].map(({ claim, wasSent }) =>
    wasSent
      ? { kind: 'maybe-sent', claim }
      : { kind: 'released', fingerprint: claim.fingerprint, id: claim.id },
  );
}

function isNoted(record: JournalRecord): record is NotedChange {
  switch (record.kind) {
    case 'accepted':
    case 'maybe-sent':
    case 'released':
    case 'delivered':
    case 'unusable':
    case 'ended-empty':
    case 'lost':
      return true;
    case 'claim':
    case 'began':
    case 'posting':
    case 'stored':
    case 'unreadable':
      return false;
  }
}
