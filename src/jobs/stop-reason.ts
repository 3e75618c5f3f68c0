import type { EditError } from '../shared/edit-error.ts';
import { DeadlineExceeded } from '../shared/deadline.ts';
import { describeError } from '../shared/describe-error.ts';

/** The reason with which a run stops submitting after an error that would meet every edit. */
export class RunStopped extends Error {
  override readonly name = 'RunStopped';
}

/**
 * Why an aborted signal ended something: `deadline` (time was over), `run-stopped` (another edit met an error that
 * would meet every edit) or `interrupted` (the step is being stopped).
 */
export function readStopReason(signal: AbortSignal): EditError {
  const reason: unknown = signal.reason;
  const code =
    reason instanceof DeadlineExceeded
      ? 'deadline'
      : reason instanceof RunStopped
        ? 'run-stopped'
        : 'interrupted';
  return { code, message: describeError(reason) };
}

/** As `readStopReason`, for an edit of which nothing was sent. */
export function readNotSentReason(signal: AbortSignal): EditError {
  const { code, message } = readStopReason(signal);
  // That another edit met an error is told by a sentence already.
  if (code === 'run-stopped') return { code, message };
  return { code, message: `Not sent: ${message}. Run again to have it made.` };
}
