import type { EditOutcome } from '../plan/outcome.ts';
import type { EditErrorCode } from '../shared/edit-error.ts';
import type { FailOn, RunOutcome } from './types.ts';

/**
 * Decides how the run ended from how its edits ended.
 *
 * - `incomplete`: the outcome of at least one edit is still open or not known.
 * - `unchanged`: nothing new and nothing wrong; also a run without edits.
 * - `success`: all edits that were to be made have their pictures.
 * - `partial`: some have their pictures, others do not.
 * - `failed`: none has its pictures.
 */
export function decideRunOutcome(edits: readonly EditOutcome[]): RunOutcome {
  if (edits.some(isUnfinished)) return 'incomplete';
  const wanted = edits.filter((outcome) => !isSkippedOnPurpose(outcome));
  if (wanted.every(({ state }) => state === 'unchanged')) return 'unchanged';
  if (wanted.every(isThere)) return 'success';
  return wanted.some(isThere) ? 'partial' : 'failed';
}

/** Whether the step fails. `any`, `changes`: at least one wanted edit has no pictures. `all`: none of them has. */
export function shouldFail(edits: readonly EditOutcome[], failOn: FailOn): boolean {
  const wanted = edits.filter((outcome) => !isSkippedOnPurpose(outcome));
  switch (failOn) {
    case 'any':
    case 'changes':
      return !wanted.every(isThere);
    case 'all':
      return wanted.length > 0 && !wanted.some(isThere);
    case 'never':
      return false;
  }
}

/** Whether the plan left the edit out, e.g. because it is frozen in the spec. That is not a failure. */
export function isSkippedOnPurpose({ edit, state }: Pick<EditOutcome, 'edit' | 'state'>): boolean {
  return state === 'skipped' && edit.action.kind === 'skip';
}

/** Whether the edit's pictures are as the spec wants them. */
export function isThere({ state }: Pick<EditOutcome, 'state'>): boolean {
  return state === 'succeeded' || state === 'unchanged' || state === 'adopted';
}

function isUnfinished(outcome: EditOutcome): boolean {
  switch (outcome.state) {
    case 'pending':
    case 'unknown':
    case 'cancelled':
      return true;
    case 'skipped':
      return !isSkippedOnPurpose(outcome) && isPassing(outcome.error.code);
    case 'succeeded':
    case 'unchanged':
    case 'adopted':
    case 'failed':
      return false;
  }
}

/** Whether a skipped edit needs only another run: nothing was sent, and nothing is wrong with the edit or the account. */
function isPassing(code: EditErrorCode): boolean {
  switch (code) {
    case 'deadline':
    case 'interrupted':
    case 'left-unmade':
    case 'other-run':
    case 'delivered-by-other-run':
    // The service wants to be asked again after the end of the run.
    case 'rate-limited':
      return true;
    case 'authentication':
    case 'cancelled':
    case 'connection':
    case 'copy-failed':
    case 'download-failed':
    case 'insufficient-balance':
    case 'internal-error':
    case 'invalid-input':
    case 'job-failed':
    case 'needs-not-met':
    case 'no-output':
    case 'not-found':
    case 'not-committed':
    case 'not-planned':
    case 'not-recorded':
    case 'output-refused':
    case 'output-unreadable':
    case 'output-unusable':
    case 'output-vanished':
    case 'over-budget':
    case 'permission-denied':
    case 'reference-unusable':
    case 'run-refused':
    case 'run-stopped':
    case 'service-error':
    case 'shared-edit-not-made':
    case 'unknown-submit':
    case 'unreadable-answer':
    case 'unrecognized-status':
    case 'wrong-model':
      return false;
  }
}
