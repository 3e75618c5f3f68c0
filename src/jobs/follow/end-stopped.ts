import type { PaidJob } from '../../ledger/life/types.ts';
import type { PlannedEdit } from '../../plan/types.ts';
import type { CancelAnswer } from '../../queue/types.ts';
import { formatDuration } from '../../shared/duration.ts';
import type { Ending } from '../endings.ts';
import { describeStop, readStopReason, type StopReason } from '../stop-reason.ts';
import type { Uses } from '../types.ts';

/** An accepted job that is followed. */
export interface FollowedJob extends PaidJob {
  /** Whether this run submitted it. Another run may still wait for a job that is not ours. */
  readonly isOurs: boolean;
}

/** What a wait knew when it was stopped. */
export interface Stopped {
  /** Aborted; its reason is why. */
  readonly signal: AbortSignal;
  /** Whether the job was last seen in the service's queue. */
  readonly isQueued: boolean;
  /** The last thing that was known about it: sentences, or empty. */
  readonly lastKnown: string;
}

type StopDeps = Uses<'queue' | 'deadline' | 'onTimeout' | 'keepsRecord'>;

/**
 * Ends an edit whose job was not done in time, or whose run is being stopped. A job of this run that was last seen in
 * the queue is cancelled, which costs nothing, unless the run only ran out of time and is to leave it; one that runs,
 * or may run, stays pending: it will be charged.
 */
export async function endStopped(
  edit: PlannedEdit,
  { requestId, submittedAtMs, isOurs }: FollowedJob,
  { signal, isQueued, lastKnown }: Stopped,
  deps: StopDeps,
): Promise<Ending> {
  const reason = readStopReason(signal);
  const { code } = reason;
  const known = lastKnown === '' ? '' : ` ${lastKnown}`;
  const why = `${describeWhy(edit, reason, deps)}${known}`;
  const isLeft = code === 'deadline' && deps.onTimeout === 'leave';
  // On a fresh signal: the one that stopped the edit would stop this too. The call is short anyway.
  const answer =
    isQueued && isOurs && !isLeft
      ? await deps.queue.cancel(requestId, new AbortController().signal)
      : undefined;
  if (answer === 'cancelled') {
    const message = `${why} It was cancelled in the service's queue (request ${requestId}): nothing is charged for it.`;
    const job = { kind: 'over-empty', requestId, submittedAtMs } as const;
    return { state: 'cancelled', job, error: { code, message } };
  }
  const message = `${why} ${describeCancel(answer)}${describePending(requestId, deps)}`;
  return { state: 'pending', job: { kind: 'open', requestId, submittedAtMs }, error: { code, message } };
}

function describeWhy(edit: PlannedEdit, reason: StopReason, { deadline }: Uses<'deadline'>): string {
  const isOwnTime = reason.code === 'deadline' && !deadline.signal.aborted;
  if (isOwnTime) return `It ran out of time: it was not done within ${formatDuration(edit.timeoutMs)}.`;
  // Only jobs of other runs are known before anything is sent.
  return describeStop(reason.code === 'run-stopped' ? 'Not collected' : 'Stopped', reason);
}

function describeCancel(answer: Exclude<CancelAnswer, 'cancelled'> | undefined): string {
  switch (answer) {
    case undefined:
      return '';
    case 'not-cancellable':
      return 'It could no longer be cancelled. ';
    case 'unconfirmed':
      return 'The service did not confirm whether it was cancelled. ';
  }
}

/** What becomes of a job that no run waits for anymore. */
export function describePending(
  requestId: string,
  { queue, keepsRecord }: Uses<'queue' | 'keepsRecord'>,
): string {
  const next = keepsRecord
    ? 'The job may still be running and will be charged; the next run collects it without paying again. Its'
    : 'The job may still be running and will be charged; its';
  return `${next} result stays readable at ${queue.resultUrl(requestId)}.`;
}
