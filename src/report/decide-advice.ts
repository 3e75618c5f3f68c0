import type { EditOutcome } from '../plan/outcome.ts';
import type { EditErrorCode } from '../shared/edit-error.ts';
import { isSkippedOnPurpose } from './decide-outcome.ts';

/** What a person can do next about an edit that has no pictures. */
export type Advice =
  | 'bring'
  | 'collect'
  | 'other-run'
  | 'other-jobs'
  | 'check-submit'
  | 'check-request'
  | 'fetch-again'
  | 'look-up'
  | 'fix'
  | 'run-again'
  | 'unblock';

/** What there is to do about an edit; undefined if it has its pictures, or has none on purpose. Pure. */
export function decideAdvice(outcome: EditOutcome): Advice | undefined {
  switch (outcome.state) {
    case 'succeeded':
    case 'unchanged':
    case 'adopted':
      return undefined;
    case 'pending':
      if (outcome.job.kind === 'open') return 'collect';
      return adviseWithoutJob(outcome.error.code);
    case 'unknown':
      return outcome.job.kind === 'maybe-sent' ? 'check-submit' : 'check-request';
    case 'cancelled':
      return 'run-again';
    case 'failed':
      return adviseAfterFailure(outcome.job.kind);
    case 'skipped':
      return isSkippedOnPurpose(outcome) ? undefined : 'unblock';
  }
}

/** An edit is pending without a job of this run: its pictures exist, another run has it, or other jobs of the plan were to make it. */
function adviseWithoutJob(code: EditErrorCode): Advice {
  if (code === 'not-committed') return 'bring';
  return code === 'other-run' ? 'other-run' : 'other-jobs';
}

function adviseAfterFailure(job: Extract<EditOutcome, { readonly state: 'failed' }>['job']['kind']): Advice {
  switch (job) {
    case 'none':
    case 'refused':
    case 'over-empty':
      return 'fix';
    case 'open':
      return 'fetch-again';
    case 'lost':
      return 'look-up';
  }
}
