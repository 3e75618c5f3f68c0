import type { EditOutcome } from '../../plan/outcome.ts';
import { decideAdvice } from '../decide-advice.ts';

/** If nothing is recorded, the next run knows of no request. */
const NOT_RECORDED =
  'Keep the request id: you can read the result with it. A new run sends the edit and pays again.';

/** What a person can do about one edit that has no pictures: a sentence or two; undefined if there is nothing to do. */
export function describeNextStep(outcome: EditOutcome, keepsRecord: boolean): string | undefined {
  const advice = decideAdvice(outcome);
  switch (advice) {
    case undefined:
      return undefined;
    case 'collect':
      return keepsRecord ? 'Run again: the next run collects it without paying again.' : NOT_RECORDED;
    case 'bring':
      return 'Run again: the next run brings the pictures to the branch, at no cost.';
    case 'other-run':
      return 'Run again when the other run has ended: nothing is paid for twice.';
    case 'other-jobs':
      return 'Do what the message says: nothing is paid for twice.';
    case 'check-submit':
    case 'check-request':
      return keepsRecord
        ? 'Look at your requests on RunComfy first. To have it made, and maybe pay twice, run with on-unknown: resubmit.'
        : 'Look at your requests on RunComfy before you run again.';
    case 'run-again':
      return 'Nothing is charged. Run again to have it made.';
    case 'fix':
      return 'Fix the cause, then run again: the next run sends it again and pays for what the service makes.';
    case 'fetch-again':
      return keepsRecord
        ? 'Run again: the next run fetches the pictures without paying again.'
        : NOT_RECORDED;
    case 'look-up':
      return 'Look for the request on RunComfy: the action no longer can fetch its pictures.';
    case 'unblock':
      return 'Nothing was sent. Run again when the reason no longer applies.';
  }
}
