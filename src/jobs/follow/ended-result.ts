import type { JobResult, JobStatus } from '../../queue/types.ts';

/** An answer after which nothing more will come. */
export type EndedResult =
  | Exclude<JobResult, { readonly kind: 'queued' | 'running' | 'unrecognized' }>
  | (Extract<JobResult, { readonly kind: 'unrecognized' }> & { readonly hasEnded: true });

/** Whether an answer is the last one about a job. */
export function isEnd(seen: Seen): seen is EndedResult {
  switch (seen.kind) {
    case 'queued':
    case 'running':
      return false;
    case 'unrecognized':
      return 'hasEnded' in seen && seen.hasEnded;
    case 'succeeded':
    case 'failed':
    case 'no-output':
    case 'unreadable':
    case 'cancelled':
      return true;
  }
}

/** What a read says about a job. */
export type Seen = Exclude<JobStatus, { readonly kind: 'ended' }> | JobResult;
