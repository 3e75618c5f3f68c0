import type { JournalRecord } from './journal-record.ts';
import type { Claim, Claimant, LedgerChange } from '../life/types.ts';

/** What a step that was killed has left to do in the store. */
export interface Unsettled {
  /** Whose changes they are; undefined where the journal was not begun: then none were claimed. */
  readonly self: Claimant | undefined;
  readonly changes: readonly LedgerChange[];
}

/**
 * What the journal of a step that has ended says the store must still be told; pure. Claims of which nothing was sent are
 * given back; where a submit left and no answer was written down, it is unclear; all else is told as it was written.
 */
export function changesToSettle(records: readonly JournalRecord[]): Unsettled {
  const self = records.find((record) => record.kind === 'began')?.claimant;
  const claimant = records.find((record) => 'claim' in record)?.claim.claimant;
  const stored = records.findLast((record) => record.kind === 'stored');
  const untold = records.slice(stored?.upTo ?? 0).filter(isOutcome);
  return { self: self ?? claimant, changes: [...untold, ...closeClaims(records)] };
}

/** Ends each claim that has no outcome yet. */
function closeClaims(records: readonly JournalRecord[]): readonly LedgerChange[] {
  // What cannot be read may have been the word that something was sent.
  const isWhole = records.every(({ kind }) => kind !== 'unreadable');
  const open = new Map<string, { readonly claim: Claim; readonly wasSent: boolean }>();
  for (const record of records) {
    switch (record.kind) {
      case 'claim':
        open.set(record.claim.fingerprint, { claim: record.claim, wasSent: !isWhole });
        break;
      case 'posting': {
        const claim = open.get(record.fingerprint)?.claim;
        if (claim !== undefined) open.set(record.fingerprint, { claim, wasSent: true });
        break;
      }
      case 'submitted':
      case 'unclear':
        open.delete(record.claim.fingerprint);
        break;
      case 'released':
        open.delete(record.fingerprint);
        break;
      case 'settled':
      case 'gone':
      case 'began':
      case 'stored':
      case 'unreadable':
        break;
    }
  }
  return [...open.values()].map(({ claim, wasSent }) =>
    wasSent ? { kind: 'unclear', claim } : { kind: 'released', fingerprint: claim.fingerprint },
  );
}

type Outcome = Exclude<LedgerChange, { kind: 'claim' }>;

function isOutcome(record: JournalRecord): record is Outcome {
  switch (record.kind) {
    case 'submitted':
    case 'unclear':
    case 'released':
    case 'settled':
    case 'gone':
      return true;
    case 'claim':
    case 'began':
    case 'posting':
    case 'stored':
    case 'unreadable':
      return false;
  }
}
