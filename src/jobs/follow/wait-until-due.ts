import type { Clock } from '../../shared/ports.ts';
import { wait } from '../../shared/wait.ts';
import { isLastRead, nextReadAtMs } from './next-read.ts';
import type { JobReads } from './waiting/types.ts';

export interface DueDeps {
  readonly clock: Clock;
  /** Milliseconds since the epoch. */
  readonly deadlineMs: number;
}

/** After so long it is asked again when to read: other jobs may have shown how long such jobs take. */
const PLAN_AGAIN_MS = 1000;

/** Waits until the job is to be read and it is its turn; false if the signal ended the wait. */
export async function waitUntilDue(
  reads: JobReads,
  last: { readonly lastReadMs: number; readonly notBeforeMs: number },
  { clock, deadlineMs }: DueDeps,
  signal: AbortSignal,
): Promise<boolean> {
  let { lastReadMs, notBeforeMs } = last;
  let latestMs = lastReadMs;
  for (;;) {
    const nowMs = clock.now();
    // If the clock was set back, these times go back with it: otherwise nothing is due until it has caught up.
    const backMs = Math.max(0, latestMs - nowMs);
    lastReadMs -= backMs;
    notBeforeMs -= backMs;
    latestMs = nowMs;
    const wishedMs = nowMs + reads.nextWaitMs(nowMs);
    const dueInMs = nextReadAtMs({ nowMs, wishedMs, deadlineMs, lastReadMs, notBeforeMs }) - nowMs;
    const waitMs =
      dueInMs > 0
        ? Math.min(PLAN_AGAIN_MS, Math.ceil(dueInMs))
        : reads.turn(nowMs, isLastRead({ nowMs, deadlineMs }));
    if (waitMs === 0) return !signal.aborted;
    if (!(await wait(clock, waitMs, signal))) return false;
  }
}
