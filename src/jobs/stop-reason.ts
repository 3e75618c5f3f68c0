import { DeadlineExceeded } from '../shared/deadline.ts';
import { describeError } from '../shared/describe-error.ts';
import type { EditError } from '../shared/edit-error.ts';
import type { Clause } from '../shared/sentence.ts';

/** The reason with which a run stops submitting after an error that would affect every edit. */
export class RunStopped extends Error {
  override readonly name = 'RunStopped';
  /** What happened and what to do, in sentences. */
  readonly details: string | undefined;

  constructor(why: Clause, details?: string) {
    super(why);
    this.details = details;
  }
}

/** Why an aborted signal ended something. */
export interface StopReason {
  /**
   * `deadline`: time is up. `run-stopped`: an error that would affect every edit. `interrupted`: the step is being
   * stopped.
   */
  readonly code: 'deadline' | 'run-stopped' | 'interrupted';
  readonly why: Clause;
  /** More about it, in sentences: what happened and what to do. */
  readonly details?: string;
}

export function readStopReason(signal: AbortSignal): StopReason {
  const reason: unknown = signal.reason;
  const why = describeError(reason);
  if (reason instanceof DeadlineExceeded) return { code: 'deadline', why };
  if (!(reason instanceof RunStopped)) return { code: 'interrupted', why };
  return { code: 'run-stopped', why, ...(reason.details !== undefined && { details: reason.details }) };
}

/** Says what a stop means for an edit, e.g. `Not sent: WHY.`, with the details. */
export function describeStop(what: string, { why, details }: StopReason): string {
  return `${what}: ${why}.${details === undefined ? '' : ` ${details}`}`;
}

/** The error of an edit that was not sent at all; `lastKnown` is what was known until then, in sentences. */
export function readNotSentReason(signal: AbortSignal, lastKnown = ''): EditError {
  const reason = readStopReason(signal);
  const isKnown = lastKnown === '' || reason.details?.includes(lastKnown) === true;
  const before = isKnown ? '' : ` Before that: ${lastKnown}`;
  // The error that stopped the run already says what to do.
  const next = reason.code === 'run-stopped' ? '' : ' Run again to have it made.';
  return { code: reason.code, message: `${describeStop('Not sent', reason)}${before}${next}` };
}
