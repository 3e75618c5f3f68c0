import type { EditOutcome } from '../plan/outcome.ts';
import type { FailOn, RunOutcome } from './types.ts';

/**
 * Codes of errors with which an edit is skipped only because time ran out, the run was stopped or another run was at it:
 * nothing was sent, nothing is wrong, and a new run makes it.
 */
const TRY_AGAIN = new Set(['deadline', 'interrupted', 'other-run']);

/**
 * How the run ended, told from how its edits ended.
 *
 * - `incomplete`: some edit has an end that is still to come, or to be found out.
 * - `unchanged`: nothing new and nothing wrong; also a run without edits.
 * - `success`: every edit that was to be made is there.
 * - `partial`: some are there, others are not.
 * - `failed`: none is there.
 */
export function decideRunOutcome(edits: readonly EditOutcome[]): RunOutcome {
  if (edits.some(isUnfinished)) return 'incomplete';
  const wanted = edits.filter((outcome) => !isSkippedOnPurpose(outcome));
  if (wanted.every(({ state }) => state === 'unchanged')) return 'unchanged';
  if (wanted.every(isThere)) return 'success';
  return wanted.some(isThere) ? 'partial' : 'failed';
}

/** Whether the step fails. `any`: an edit that was wanted is not there. `all`: none of those wanted is. */
export function shouldFail(edits: readonly EditOutcome[], failOn: FailOn): boolean {
  const wanted = edits.filter((outcome) => !isSkippedOnPurpose(outcome));
  switch (failOn) {
    case 'any':
      return !wanted.every(isThere);
    case 'all':
      return wanted.length > 0 && !wanted.some(isThere);
    case 'never':
      return false;
  }
}

/** Whether the plan left the edit out, e.g. because the spec froze it: that is no failure. */
export function isSkippedOnPurpose({ edit, state }: Pick<EditOutcome, 'edit' | 'state'>): boolean {
  return state === 'skipped' && edit.action.kind === 'skip';
}

/** Whether the edit's pictures are as the spec wants them. */
export function isThere({ state }: Pick<EditOutcome, 'state'>): boolean {
  return state === 'succeeded' || state === 'unchanged';
}

function isUnfinished(outcome: EditOutcome): boolean {
  switch (outcome.state) {
    case 'pending':
    case 'unknown':
    case 'cancelled':
      return true;
    case 'skipped':
      return !isSkippedOnPurpose(outcome) && TRY_AGAIN.has(outcome.error?.code ?? '');
    case 'succeeded':
    case 'unchanged':
    case 'failed':
      return false;
  }
}
