import type { Phases } from '../../lock/recorded-phases.ts';
import type { QueueClient, QueueError, ReadAnswer, ReadPace } from '../../queue/types.ts';
import type { Clock } from '../../shared/ports.ts';
import { wait } from '../../shared/wait.ts';
import { describeLast, type Sighting } from './describe-last.ts';
import { isEnd, type EndedResult, type Seen } from './ended-result.ts';
import { isLastRead, limitWaitMs } from './next-read.ts';
import { waitUntilDue } from './wait-until-due.ts';
import type { JobReads, ReadPlanner } from './waiting/types.ts';

/** How waiting for a job went. */
export type Waited =
  | { readonly kind: 'ended'; readonly result: EndedResult; readonly timings: Phases }
  /**
   * The signal ended the wait. `isQueued`: it was last seen in the queue. `lastKnown`: what the service said last, in
   * sentences; empty if there was no answer.
   */
  | { readonly kind: 'stopped'; readonly isQueued: boolean; readonly lastKnown: string }
  /** The service refuses to answer; the job may go on. */
  | { readonly kind: 'given-up'; readonly error: QueueError };

export interface WaitDeps {
  readonly queue: Pick<QueueClient, 'status' | 'result' | 'aheadMs'>;
  readonly clock: Clock;
  readonly reads: ReadPlanner;
  /** Milliseconds until the deadline, 0 once it is over; `signal` aborts then at the latest. */
  readonly leftMs: () => number;
  /** Called on each change only. */
  onSighting(sighting: Sighting): void;
}

/** A job that is waited for. */
export interface AwaitedJob {
  readonly requestId: string;
  readonly submittedAtMs: number;
  /** Whether this run submitted it, just now. Another job may be over for long. */
  readonly isOurs: boolean;
}

/**
 * Waits until a job is over: by `/status` while it may be queued, because that gives its position; otherwise by
 * `/result`, because that gives everything. The reads themselves wait out outages. An unknown word is reported, and the wait
 * goes on unless the answer reads as one about a job that is over.
 */
export async function waitForJob(job: AwaitedJob, deps: WaitDeps, signal: AbortSignal): Promise<Waited> {
  const { clock } = deps;
  const startedMs = clock.monotonicMs();
  const ageMs = clock.now() + (deps.queue.aheadMs() ?? 0) - job.submittedAtMs;
  const reads = job.isOurs ? deps.reads.follow(startedMs) : deps.reads.collect(Math.max(0, ageMs), startedMs);
  try {
    return await readUntilOver(job.requestId, reads, deps, signal);
  } finally {
    reads.leave();
  }
}

async function readUntilOver(
  requestId: string,
  reads: JobReads,
  deps: WaitDeps,
  signal: AbortSignal,
): Promise<Waited> {
  const { clock, leftMs } = deps;
  let phase: 'queued' | 'running' = 'queued';
  let lastReadMs = clock.monotonicMs();
  let notBeforeMs = lastReadMs;
  let lastSeen: Sighting | undefined;
  const stopped = (lastTry?: string): Waited => ({
    kind: 'stopped',
    isQueued: phase === 'queued',
    lastKnown: describeLast(lastSeen, lastTry),
  });
  const pace: ReadPace = {
    slowDown: () => {
      deps.reads.slowDown(clock.monotonicMs());
    },
    waitForTurn: async () => {
      const turn = (): number => reads.turn(clock.monotonicMs(), isLastRead(leftMs()));
      let waitMs = turn();
      while (waitMs > 0 && (await wait(clock, waitMs, signal))) waitMs = turn();
    },
    limitWaitMs: (waitMs) => limitWaitMs(waitMs, leftMs()),
  };
  for (;;) {
    if (!(await waitUntilDue(reads, { lastReadMs, notBeforeMs }, deps, signal))) return stopped();
    const by = reads.isMaybeQueued() ? 'status' : 'result';
    const read = await readJob(requestId, by, deps.queue, pace, signal);
    if (!read.ok) {
      if (signal.aborted) return stopped(read.error.lastTry);
      return { kind: 'given-up', error: read.error };
    }
    lastReadMs = clock.monotonicMs();
    notBeforeMs = lastReadMs + (read.retryAfterMs ?? 0);
    const seen = read.value;
    if (isEnd(seen)) return { kind: 'ended', result: seen, timings: reads.ended(lastReadMs) };
    reads.saw(lastReadMs, seen);
    if (seen.kind !== 'unrecognized') phase = seen.kind;
    const sighting: Sighting =
      seen.kind === 'unrecognized' ? { kind: 'unrecognized', word: seen.word } : seen;
    if (JSON.stringify(sighting) !== JSON.stringify(lastSeen)) deps.onSighting(sighting);
    lastSeen = sighting;
  }
}

/**
 * One read of a job; after `ended`, the result is read at once, and so it is after an unknown word: the result may be
 * there nevertheless.
 */
async function readJob(
  requestId: string,
  by: 'status' | 'result',
  queue: Pick<QueueClient, 'status' | 'result'>,
  pace: ReadPace,
  signal: AbortSignal,
): Promise<ReadAnswer<Seen>> {
  if (by === 'result') return await queue.result(requestId, signal, pace);
  const status = await queue.status(requestId, signal, pace);
  if (!status.ok) return status;
  const { value } = status;
  switch (value.kind) {
    case 'queued':
    case 'running':
    case 'cancelled':
      return { ...status, value };
    case 'ended':
      return await queue.result(requestId, signal, pace);
    case 'unrecognized': {
      const result = await queue.result(requestId, signal, pace);
      return result.ok && isEnd(result.value) ? result : { ...status, value };
    }
  }
}
