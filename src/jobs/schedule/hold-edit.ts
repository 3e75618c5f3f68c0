import type { LedgerEntry } from '../../ledger/life/types.ts';
import { describeUnclear } from '../../ledger/life/describe-unclear.ts';
import type { EditEnd } from '../edit-end.ts';

/**
 * The end of an edit that may have been paid for, or was, and cannot be collected: with its age, the run that sent it, its
 * request id where there is one, and what to do.
 */
export function holdEdit(entry: LedgerEntry, nowMs: number): EditEnd {
  const what = describeUnclear(entry, nowMs);
  if (entry.state === 'submitted' || entry.state === 'settled') {
    const { requestId, submittedAtMs } = entry;
    const message = `It was not sent: ${what}. Only a run with \`on-unknown: resubmit\` has it made, and pays, again.`;
    return { state: 'unknown', requestId, submittedAtMs, error: { code: 'unclear-submit', message } };
  }
  const message =
    `It was not sent, as it may be paid for already: ${what}. ` +
    'Look for it among your requests on RunComfy; a run with `on-unknown: resubmit` sends it again.';
  return { state: 'unknown', error: { code: 'unclear-submit', message } };
}
