import type { OtherRunAnswer } from '../../jobs/types.ts';
import { isDeadClaim, pickRuling, type JudgedEntry } from '../../ledger/life/judge-entry.ts';
import type { LedgerEntry } from '../../ledger/life/types.ts';
import type { DeliveredEdits } from './read-delivered.ts';

/** What the entries of an edit mean for the wait for it. */
export type WaitVerdict =
  | { readonly kind: 'answered'; readonly answer: OtherRunAnswer }
  /** It may have been delivered to the branch of this run; if it is not there, `otherwise` is the answer. */
  | { readonly kind: 'ask-branch'; readonly otherwise: OtherRunAnswer }
  /** It is claimed by a run that is over. That run may have recorded more before its end: a later look decides. */
  | { readonly kind: 'in-doubt'; readonly entry: LedgerEntry }
  /** The other run is still working on it. */
  | { readonly kind: 'busy' };

/**
 * Judges the entries that a look found for an edit; pure. An edit that is unknown is held even if the run has the consent
 * to submit again: that consent is for what was unknown before the run began, and could be looked up.
 */
export function judgeOtherRun(judged: readonly JudgedEntry[]): WaitVerdict {
  const ruling = pickRuling(judged);
  switch (ruling?.verdict) {
    case undefined:
      return { kind: 'ask-branch', otherwise: { kind: 'free' } };
    case 'ours':
      return { kind: 'answered', answer: { kind: 'free' } };
    case 'collect':
      return { kind: 'answered', answer: { kind: 'submitted', entry: ruling.entry } };
    case 'delivered':
      // If it was delivered to another destination, it is paid for, and can be collected.
      return { kind: 'ask-branch', otherwise: { kind: 'submitted', entry: ruling.entry } };
    case 'unknown':
      return isDeadClaim(ruling)
        ? { kind: 'in-doubt', entry: ruling.entry }
        : { kind: 'answered', answer: { kind: 'unknown', entry: ruling.entry } };
    case 'other-run':
      return { kind: 'busy' };
  }
}

/** The answer for an edit that may be on the branch; pure. */
export function pickDelivered(
  delivered: DeliveredEdits,
  fingerprint: string,
  otherwise: OtherRunAnswer,
): OtherRunAnswer {
  const entry = delivered.get(fingerprint);
  if (entry === undefined) return otherwise;
  return { kind: 'delivered', files: entry.files, requestId: entry.requestId };
}
