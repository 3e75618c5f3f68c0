import type { EditTimings } from '../../plan/outcome.ts';
import type { JobResult, JobStatus, QueueClient, QueueError, ReadAnswer } from '../../queue/types.ts';
import type { Clock } from '../../shared/ports.ts';
import { wait } from '../../shared/wait.ts';
import { nextWaitMs } from './next-wait.ts';
import type { TypicalTimes } from './typical-times.ts';

/** How waiting for a job ended. */
export type WaitEnd =
  | { readonly kind: 'ended'; readonly result: EndedResult; readonly timings: EditTimings }
  /** The signal ended the wait; `queued` tells whether the job was last seen in the queue. */
  | { readonly kind: 'stopped'; readonly queued: boolean }
  /** The service refuses to tell; the job may run on. */
  | { readonly kind: 'given-up'; readonly error: QueueError };

export type EndedResult = Extract<JobResult, { kind: 'succeeded' | 'failed' | 'cancelled' }>;

/** What was seen of a job that is not over. */
export type Sighting =
  | { readonly kind: 'queued'; readonly position?: number }
  | { readonly kind: 'running' }
  | { readonly kind: 'unknown'; readonly word: string };

export interface WaitDeps {
  readonly queue: Pick<QueueClient, 'status' | 'result'>;
  readonly clock: Clock;
  readonly typical: TypicalTimes;
  /** Milliseconds since the epoch; `signal` aborts then at the latest. */
  readonly deadlineMs: number;
  /** Told of each change only. */
  onSighting(sighting: Sighting): void;
}

/**
 * Waits until a job is over: while it is queued by `/status`, which tells its position, while it runs by `/result`,
 * which tells everything. Outages are sat out by the reads themselves. A word that nobody knows is reported and
 * waited past, never read as an end.
 */
export async function waitForJob(requestId: string, deps: WaitDeps, signal: AbortSignal): Promise<WaitEnd> {
  const { clock, typical } = deps;
  const acceptedAtMs = clock.now();
  let phase: 'queued' | 'running' = 'queued';
  let phaseSinceMs = acceptedAtMs;
  let lastSeen = '';
  for (;;) {
    const nowMs = clock.now();
    const typicalMs = typical.of(phase);
    const waitMs = nextWaitMs({
      elapsedMs: nowMs - phaseSinceMs,
      remainingMs: deps.deadlineMs - nowMs,
      ...(typicalMs !== undefined && { typicalMs }),
    });
    if (!(await wait(clock, waitMs, signal))) return { kind: 'stopped', queued: phase === 'queued' };
    const look = await lookAt(requestId, phase, deps.queue, signal);
    if (!look.ok) {
      if (signal.aborted) return { kind: 'stopped', queued: phase === 'queued' };
      return { kind: 'given-up', error: look.error };
    }
    const seen = look.value;
    switch (seen.kind) {
      case 'queued':
      case 'running':
        if (seen.kind !== phase) phaseSinceMs = clock.now();
        phase = seen.kind;
        break;
      case 'unknown':
        break;
      case 'succeeded':
      case 'failed':
      case 'cancelled': {
        const timings = readTimings(
          acceptedAtMs,
          phase === 'running' ? phaseSinceMs : undefined,
          clock.now(),
        );
        if (timings.queuedMs !== undefined) typical.record('queued', timings.queuedMs);
        if (timings.runningMs !== undefined) typical.record('running', timings.runningMs);
        return { kind: 'ended', result: seen, timings };
      }
    }
    const told = JSON.stringify(seen);
    if (told !== lastSeen) deps.onSighting(seen);
    lastSeen = told;
  }
}

/** One look at a job, by the address that tells most about its phase; `ended` is followed to the result at once. */
async function lookAt(
  requestId: string,
  phase: 'queued' | 'running',
  queue: WaitDeps['queue'],
  signal: AbortSignal,
): Promise<ReadAnswer<Exclude<JobStatus, { kind: 'ended' }> | JobResult>> {
  if (phase === 'running') return await queue.result(requestId, signal);
  const status = await queue.status(requestId, signal);
  if (!status.ok) return status;
  return status.value.kind === 'ended'
    ? await queue.result(requestId, signal)
    : { ok: true, value: status.value };
}

/** A job that was never seen running spent an unknown part of its time in the queue: all of it is counted there. */
function readTimings(
  acceptedAtMs: number,
  runningSinceMs: number | undefined,
  endedAtMs: number,
): EditTimings {
  if (runningSinceMs === undefined) return { queuedMs: endedAtMs - acceptedAtMs };
  return { queuedMs: runningSinceMs - acceptedAtMs, runningMs: endedAtMs - runningSinceMs };
}
