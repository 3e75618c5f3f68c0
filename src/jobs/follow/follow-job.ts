import type { PlannedEdit } from '../../plan/types.ts';
import type { QueueError } from '../../queue/types.ts';
import { startDeadline } from '../../shared/deadline.ts';
import type { EditErrorCode } from '../../shared/edit-error.ts';
import type { Ending } from '../endings.ts';
import type { JobCost, Uses } from '../types.ts';
import { describePending, endStopped, type FollowedJob } from './end-stopped.ts';
import { fetchOutputs } from './fetch-outputs.ts';
import { describeMissing, judgeMissing, openJob } from './missing.ts';
import type { EndedResult } from './ended-result.ts';
import { waitForJob } from './wait-for-job.ts';

export type FollowDeps = Uses<
  | 'queue'
  | 'clock'
  | 'deadline'
  | 'reads'
  | 'onTimeout'
  | 'keepsRecord'
  | 'files'
  | 'takenOutputs'
  | 'stopRun'
  | 'onChange'
> & {
  /** Called when the job has ended at the service, before its pictures are fetched. */
  readonly onJobEnd: (cost: JobCost) => void;
};

/**
 * Waits for an accepted job within the edit's own time, which begins here, and collects what it made. Downloads have
 * the run's time: a picture that was paid for at the last moment is still fetched.
 */
export async function followJob(edit: PlannedEdit, job: FollowedJob, deps: FollowDeps): Promise<Ending> {
  using deadline = startDeadline(deps.clock, edit.timeoutMs, 'the edit', deps.deadline.signal);
  const { signal } = deadline;
  const waited = await waitForJob(
    job,
    {
      ...deps,
      leftMs: () => Math.min(deadline.leftMs(), deps.deadline.leftMs()),
      onSighting: (sighting) => {
        deps.onChange({ edit, ...sighting });
      },
    },
    signal,
  );
  switch (waited.kind) {
    case 'stopped':
      return await endStopped(edit, job, { ...waited, signal }, deps);
    case 'given-up':
      return endRefused(job, waited.error, deps);
    case 'ended': {
      deps.onJobEnd(readCost(waited.result));
      const ending = await endResult(edit, job, waited.result, deps);
      return { ...ending, timings: { ...waited.timings, ...ending.timings } };
    }
  }
}

/** The service refuses to report on the job. It was accepted, so it counts as paid for until a person has looked. */
function endRefused(
  job: FollowedJob,
  { code, message, stopsRun }: QueueError,
  deps: Uses<'stopRun' | 'clock' | 'keepsRecord' | 'queue'>,
): Ending {
  if (stopsRun) deps.stopRun(message);
  // "Not found" means lost or expired: waiting longer would not bring it back, and sending it again could cost twice.
  if (code === 'not-found') {
    const fact = judgeMissing(job, deps);
    return {
      state: 'unknown',
      job: fact,
      error: { code, message: `${message}${describeMissing(fact, deps)}` },
    };
  }
  const text = `${message} ${describePending(job.requestId, deps)}`;
  return { state: 'pending', job: openJob(job), error: { code, message: text } };
}

async function endResult(
  edit: PlannedEdit,
  job: FollowedJob,
  result: EndedResult,
  deps: FollowDeps,
): Promise<Ending> {
  const { requestId, submittedAtMs } = job;
  const over = { kind: 'over-empty', requestId, submittedAtMs } as const;
  switch (result.kind) {
    case 'succeeded':
      return { ...costOf(result), ...(await fetchOutputs(edit, job, result.output, deps)) };
    case 'cancelled': {
      const message = `The job was cancelled at the service (request ${requestId}). Run again to have it made.`;
      return { state: 'cancelled', job: over, error: { code: 'cancelled', message } };
    }
    case 'failed': {
      const message = `The service could not make it (request ${requestId}): ${result.message}.`;
      if (result.isOutOfBalance) deps.stopRun(message);
      return { state: 'failed', job: over, ...costOf(result), error: { code: 'job-failed', message } };
    }
    case 'no-output': {
      const why = result.reason === undefined ? '' : `: ${result.reason}`;
      const what = `The service says that it was made, and names no output (request ${requestId})${why}.`;
      return { ...costOf(result), ...endMissing(job, 'no-output', what, deps) };
    }
    case 'unreadable': {
      const what = `It was made and is paid for, but the form of its output is unknown: ${result.shape}. A person has to look: the result stays readable at ${deps.queue.resultUrl(requestId)}.`;
      return { ...costOf(result), ...endMissing(job, 'output-unreadable', what, deps) };
    }
    case 'unrecognized': {
      const why = result.reason === undefined ? '' : ` (${result.reason})`;
      const what = `The service ended it with the status "${result.word}"${why}, which is unknown, and names no output. A person has to look: the result stays readable at ${deps.queue.resultUrl(requestId)}.`;
      return endMissing(job, 'unrecognized-status', what, deps);
    }
  }
}

/** Paid for, certainly or perhaps, and no pictures that could be fetched now. */
function endMissing(
  job: FollowedJob,
  code: EditErrorCode,
  what: string,
  deps: Uses<'clock' | 'queue' | 'keepsRecord'>,
): Ending {
  const fact = judgeMissing(job, deps);
  return { state: 'failed', job: fact, error: { code, message: `${what}${describeMissing(fact, deps)}` } };
}

/** A job that is cancelled in the queue is not charged. An unknown cost is not 0. */
function readCost(result: EndedResult): JobCost {
  switch (result.kind) {
    case 'cancelled':
      return { usd: 0, hasMade: false };
    case 'unrecognized':
      return { usd: undefined, hasMade: false };
    case 'failed':
      return { usd: result.costUsd, hasMade: false };
    case 'succeeded':
    case 'no-output':
    case 'unreadable':
      return { usd: result.costUsd, hasMade: true };
  }
}

/** An unknown cost is left out: it is never 0. */
function costOf({ costUsd }: { readonly costUsd?: number }): { readonly costUsd?: number } {
  return costUsd === undefined ? {} : { costUsd };
}
