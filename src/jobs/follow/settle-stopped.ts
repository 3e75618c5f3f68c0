import type { PaidJob } from '../../ledger/life/types.ts';
import type { PlannedEdit } from '../../plan/types.ts';
import type { CancelAnswer } from '../../queue/types.ts';
import { formatDuration } from '../../shared/duration.ts';
import type { Ending } from '../endings.ts';
import { readStopReason } from '../stop-reason.ts';
import type { EditDeps } from '../types.ts';

/** An accepted job that is followed. */
export interface FollowedJob extends PaidJob {
  /** Whether this run submitted it. Another run may still wait for a job that is not ours. */
  readonly isOurs: boolean;
}

/** What ending an edit whose job is not done depends on. */
type StopDeps = Pick<EditDeps, 'queue' | 'deadline' | 'onTimeout' | 'keepsRecord'>;

/**
 * Ends an edit whose job was not done in time, or whose run is being stopped. A job of this run that was last seen in the
 * queue is cancelled, which costs nothing, unless time alone is over and it is to be left; one that runs, or about which
 * nobody is sure, stays pending: it will be charged.
 */
export async function settleStopped(
  edit: PlannedEdit,
  { requestId, submittedAtMs, isOurs }: FollowedJob,
  wasQueued: boolean,
  stopped: AbortSignal,
  deps: StopDeps,
): Promise<Ending> {
  const reason = readStopReason(stopped);
  const { code } = reason;
  const ownTime = code === 'deadline' && !deps.deadline.signal.aborted;
  const why = ownTime
    ? `Its time was over: it was not done within ${formatDuration(edit.timeoutMs)}`
    : code === 'run-stopped'
      ? // Told as of what is not sent; only jobs of other runs are known before anything is sent.
        reason.message.replace(/^Not sent/, 'Not collected').replace(/\.$/, '')
      : `Stopped: ${reason.message}`;
  const isLeft = code === 'deadline' && deps.onTimeout === 'leave';
  // On a fresh signal: the one that stopped us would stop this as well. The call is short by itself.
  const answer =
    wasQueued && isOurs && !isLeft
      ? await deps.queue.cancel(requestId, new AbortController().signal)
      : undefined;
  if (answer === 'cancelled') {
    const message = `${why}. It was still in the queue and was cancelled: nothing is charged for it.`;
    const job = { kind: 'over-empty', requestId, submittedAtMs } as const;
    return { state: 'cancelled', job, error: { code, message } };
  }
  const message = `${why}. ${tellCancel(answer)}${tellPending(requestId, deps)}`;
  return { state: 'pending', job: { kind: 'open', requestId, submittedAtMs }, error: { code, message } };
}

function tellCancel(answer: Exclude<CancelAnswer, 'cancelled'> | undefined): string {
  switch (answer) {
    case undefined:
      return '';
    case 'not-cancellable':
      return 'It was not cancellable any more. ';
    case 'unconfirmed':
      return 'Whether it could be cancelled is unconfirmed. ';
  }
}

/** What becomes of a job that nobody waits for any more. */
export function tellPending(
  requestId: string,
  { queue, keepsRecord }: Pick<EditDeps, 'queue' | 'keepsRecord'>,
): string {
  const next = keepsRecord
    ? 'The job may still be running and will be charged; the next run collects it without paying again. Its'
    : 'The job may still be running and will be charged; its';
  return `${next} result stays readable at ${queue.resultUrl(requestId)}.`;
}
