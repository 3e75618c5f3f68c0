import type { Clock } from '../../shared/ports.ts';
import { wait } from '../../shared/wait.ts';
import { isLastRead, nextReadAtMs } from './next-read.ts';
import type { JobReads } from './waiting/types.ts';

export interface DueDeps {
  readonly clock: Clock;
  /** Milliseconds until the job's deadline; 0 once it is over. */
  readonly leftMs: () => number;
}

/** After so long it is asked again when to read: other jobs may have shown how long such jobs take. */
const PLAN_AGAIN_MS = 1000;

/** Waits until the job is to be read and it is its turn; false if the signal ended the wait. Monotonic times. */
export async function waitUntilDue(
  reads: JobReads,
  last: { readonly lastReadMs: number; readonly notBeforeMs: number },
  { clock, leftMs }: DueDeps,
  signal: AbortSignal,
): Promise<boolean> {
  for (;;) {
    const nowMs = clock.monotonicMs();
    const wishedMs = nowMs + reads.nextWaitMs(nowMs);
    const dueInMs = nextReadAtMs({ ...last, nowMs, wishedMs, deadlineMs: nowMs + leftMs() }) - nowMs;
    const waitMs =
      dueInMs > 0 ? Math.min(PLAN_AGAIN_MS, Math.ceil(dueInMs)) : reads.turn(nowMs, isLastRead(leftMs()));
    if (waitMs === 0) return !signal.aborted;
    if (!(await wait(clock, waitMs, signal))) return false;
  }
}
