import { isGivenUp } from '../../ledger/life/is-given-up.ts';
import type { PaidJob } from '../../ledger/life/types.ts';
import type { JobFact } from '../../plan/outcome.ts';
import type { Uses } from '../types.ts';
import type { FollowedJob } from './end-stopped.ts';

type OpenJob = Extract<JobFact, { readonly kind: 'open' }>;
type LostJob = Extract<JobFact, { readonly kind: 'lost' }>;

/** A job whose pictures are to come later. */
export function openJob({ requestId, submittedAtMs }: PaidJob): OpenJob {
  return { kind: 'open', requestId, submittedAtMs };
}

/** A job that was paid for and whose pictures cannot be fetched now: a later run looks again, or no run does. */
export function judgeMissing(job: FollowedJob, { clock, queue }: Uses<'clock' | 'queue'>): OpenJob | LostJob {
  const { requestId, submittedAtMs } = job;
  const localMs = clock.now();
  const aheadMs = queue.aheadMs();
  const serverMs = aheadMs === undefined ? undefined : localMs + aheadMs;
  return isGivenUp(job, { localMs, serverMs })
    ? { kind: 'lost', requestId, submittedAtMs, isRecorded: false }
    : openJob(job);
}

/** What becomes of it, to follow another sentence; empty if no later run knows about it. */
export function describeMissing({ kind }: OpenJob | LostJob, { keepsRecord }: Uses<'keepsRecord'>): string {
  if (!keepsRecord) return '';
  return kind === 'lost'
    ? ' It is given up: only a run with `on-unknown: resubmit` has it made, and pays, again.'
    : ' It counts as paid for: the next run looks for it again, and does not pay again.';
}
