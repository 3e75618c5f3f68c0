import type { EditOutcome } from '../../plan/outcome.ts';
import { isSkippedOnPurpose } from '../decide-outcome.ts';

/** What a person can do about one edit that has no pictures: a sentence or two; undefined if there is nothing to do. */
export function describeNextStep(outcome: EditOutcome): string | undefined {
  switch (outcome.state) {
    case 'succeeded':
    case 'unchanged':
    case 'adopted':
      return undefined;
    case 'pending':
      if (outcome.job.kind === 'open') return 'Run again: the next run collects it without paying again.';
      return outcome.error.code === 'not-committed'
        ? 'Run again: the next run brings the pictures to the branch, at no cost.'
        : 'Run again when the other run has ended: nothing is paid for twice.';
    case 'unknown':
      return 'Look at your requests on RunComfy first. To have it made, and maybe pay twice, run with on-unknown: resubmit.';
    case 'cancelled':
      return 'Nothing is charged. Run again to have it made.';
    case 'failed':
      return afterFailure(outcome.job.kind);
    case 'skipped':
      return isSkippedOnPurpose(outcome)
        ? undefined
        : 'Nothing was sent. Run again when the reason no longer applies.';
  }
}

function afterFailure(job: Extract<EditOutcome, { readonly state: 'failed' }>['job']['kind']): string {
  switch (job) {
    case 'none':
    case 'refused':
    case 'over-empty':
      return 'Fix the cause, then run again: the next run sends it again and pays for what the service makes.';
    case 'open':
      return 'Run again: the next run fetches the pictures without paying again.';
    case 'lost':
      return 'Look for the request on RunComfy: the action no longer can fetch its pictures.';
  }
}
