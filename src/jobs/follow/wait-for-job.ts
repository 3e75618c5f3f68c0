import type { EditTimings } from '../../plan/outcome.ts';
import type { JobResult, JobStatus, QueueClient, QueueError, ReadAnswer } from '../../queue/types.ts';
import type { Clock } from '../../shared/ports.ts';
import { wait } from '../../shared/wait.ts';
import { nextWaitMs } from './next-wait.ts';
import type { TypicalTimes } from './typical-times.ts';

/** How waiting for a job went. */
export type Waited =
  | { readonly kind: 'ended'; readonly result: EndedResult; readonly timings: EditTimings }
  /**
   * The signal ended the wait. `isQueued`: it was last seen in the queue. `lastKnown`: what the service said last, in
   * sentences; empty if there was no answer.
   */
  | { readonly kind: 'stopped'; readonly isQueued: boolean; readonly lastKnown: string }
  /** The service refuses to answer; the job may go on. */
  | { readonly kind: 'given-up'; readonly error: QueueError };

/** An answer after which nothing more will come. */
export type EndedResult =
  | Exclude<JobResult, { readonly kind: 'queued' | 'running' | 'unrecognized' }>
  | (Extract<JobResult, { readonly kind: 'unrecognized' }> & { readonly hasEnded: true });

/** What was seen of a job that is not over. */
export type Sighting =
  | { readonly kind: 'queued'; readonly position?: number }
  | { readonly kind: 'running' }
  | { readonly kind: 'unrecognized'; readonly word: string };

export interface WaitDeps {
  readonly queue: Pick<QueueClient, 'status' | 'result'>;
  readonly clock: Clock;
  readonly typical: TypicalTimes;
  /** Milliseconds since the epoch; `signal` aborts then at the latest. */
  readonly deadlineMs: number;
  /** Called on each change only. */
  onSighting(sighting: Sighting): void;
}

/**
 * Waits until a job is over: by `/status` while it is queued, because that gives its position; by `/result` while it
 * runs, because that gives everything. The reads themselves wait out outages. An unknown word is reported, and the wait
 * goes on unless the answer reads as one about a job that is over.
 */
export async function waitForJob(requestId: string, deps: WaitDeps, signal: AbortSignal): Promise<Waited> {
  const { clock, typical } = deps;
  const acceptedAtMs = clock.now();
  let phase: 'queued' | 'running' = 'queued';
  let phaseSinceMs = acceptedAtMs;
  let floorMs = 0;
  let lastSeen: Sighting | undefined;
  const stopped = (lastTry?: string): Waited => ({
    kind: 'stopped',
    isQueued: phase === 'queued',
    lastKnown: describeLast(lastSeen, lastTry),
  });
  for (;;) {
    const nowMs = clock.now();
    const typicalMs = typical.of(phase);
    const waitMs = nextWaitMs({
      elapsedMs: nowMs - phaseSinceMs,
      remainingMs: deps.deadlineMs - nowMs,
      floorMs,
      ...(typicalMs !== undefined && { typicalMs }),
    });
    if (!(await wait(clock, waitMs, signal))) return stopped();
    const look = await lookAt(requestId, phase, deps.queue, signal);
    if (!look.ok) {
      if (signal.aborted) return stopped(look.error.lastTry);
      return { kind: 'given-up', error: look.error };
    }
    floorMs = look.retryAfterMs ?? 0;
    const seen = look.value;
    if (isEnd(seen)) {
      const runningSinceMs = phase === 'running' ? phaseSinceMs : undefined;
      const timings = readTimings(acceptedAtMs, runningSinceMs, clock.now());
      if (timings.queuedMs !== undefined) typical.record('queued', timings.queuedMs);
      if (timings.runningMs !== undefined) typical.record('running', timings.runningMs);
      return { kind: 'ended', result: seen, timings };
    }
    if (seen.kind !== 'unrecognized' && seen.kind !== phase) {
      phaseSinceMs = clock.now();
      phase = seen.kind;
    }
    const sighting: Sighting =
      seen.kind === 'unrecognized' ? { kind: 'unrecognized', word: seen.word } : seen;
    if (JSON.stringify(sighting) !== JSON.stringify(lastSeen)) deps.onSighting(sighting);
    lastSeen = sighting;
  }
}

function isEnd(seen: Seen): seen is EndedResult {
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

type Seen = Exclude<JobStatus, { readonly kind: 'ended' }> | JobResult;

/**
 * One look at a job, by the address that says most about its phase; after `ended`, the result is read at once, and so
 * it is after an unknown word: the result may be there nevertheless.
 */
async function lookAt(
  requestId: string,
  phase: 'queued' | 'running',
  queue: WaitDeps['queue'],
  signal: AbortSignal,
): Promise<ReadAnswer<Seen>> {
  if (phase === 'running') return await queue.result(requestId, signal);
  const status = await queue.status(requestId, signal);
  if (!status.ok) return status;
  const { value } = status;
  switch (value.kind) {
    case 'queued':
    case 'running':
    case 'cancelled':
      return { ...status, value };
    case 'ended':
      return await queue.result(requestId, signal);
    case 'unrecognized': {
      const result = await queue.result(requestId, signal);
      return result.ok && isEnd(result.value) ? result : { ...status, value };
    }
  }
}

function describeLast(seen: Sighting | undefined, lastTry: string | undefined): string {
  const tried = lastTry === undefined ? '' : `The last try to ask: ${lastTry}`;
  return [seen === undefined ? '' : describeSighting(seen), tried].filter((text) => text !== '').join(' ');
}

function describeSighting(seen: Sighting): string {
  switch (seen.kind) {
    case 'queued': {
      const position = seen.position === undefined ? '' : ` at position ${seen.position}`;
      return `The service last said that it was in the queue${position}.`;
    }
    case 'running':
      return 'The service last said that it was running.';
    case 'unrecognized':
      return `The service last said "${seen.word}", an unknown word.`;
  }
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
