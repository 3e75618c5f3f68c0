import type { PlannedEdit } from '../plan/types.ts';
import { formatDuration } from '../shared/duration.ts';
import type { EditEnd } from './edit-end.ts';
import { readStopReason } from './stop-reason.ts';
import type { EditDeps } from './types.ts';

/**
 * Ends an edit whose job was not done in time, or whose run is being stopped. A job that was last seen in the queue is
 * cancelled, which costs nothing; one that runs, or about which nobody is sure, stays pending: it will be charged.
 */
export async function settleStopped(
  edit: PlannedEdit,
  requestId: string,
  wasQueued: boolean,
  stopped: AbortSignal,
  deps: Pick<EditDeps, 'queue' | 'deadline'>,
): Promise<EditEnd> {
  const reason = readStopReason(stopped);
  const { code } = reason;
  const ownTime = code === 'deadline' && !deps.deadline.signal.aborted;
  const why = ownTime
    ? `Its time was over: it was not done within ${formatDuration(edit.timeoutMs)}`
    : `Stopped: ${reason.message}`;
  // On a fresh signal: the one that stopped us would stop this as well. The call is short by itself.
  const answer = wasQueued
    ? await deps.queue.cancel(requestId, new AbortController().signal)
    : 'not-cancellable';
  if (answer === 'cancelled') {
    const message = `${why}. It was still in the queue and was cancelled: nothing is charged for it.`;
    return { state: 'cancelled', error: { code, message } };
  }
  return { state: 'pending', error: { code, message: `${why}. ${tellPending(requestId, deps)}` } };
}

/** What becomes of a job that nobody waits for any more. */
export function tellPending(requestId: string, { queue }: Pick<EditDeps, 'queue'>): string {
  return (
    'The job may still be running and will be charged; ' +
    `its result stays readable at ${queue.resultUrl(requestId)}.`
  );
}
