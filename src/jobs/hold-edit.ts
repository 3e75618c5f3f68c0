import type { LedgerEntry } from '../ledger/types.ts';
import { describeUnclear } from '../plan/describe-unclear.ts';
import type { EditEnd } from './edit-end.ts';

/** The end of an edit that may have been sent and paid for: with its age, the run that sent it, and what to do. */
export function holdEdit(entry: LedgerEntry, nowMs: number): EditEnd {
  const message =
    `It was not sent, as it may be paid for already: ${describeUnclear(entry, nowMs)}. ` +
    'Look for it among your requests on RunComfy; a run with `on-unknown: resubmit` sends it again.';
  return { state: 'unknown', error: { code: 'unclear-submit', message } };
}
