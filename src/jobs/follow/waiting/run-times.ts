import type { Phases } from '../../../lock/recorded-phases.ts';
import { estimateEndTimes, type EndTimes } from './end-times.ts';
import type { QueueFacts } from './possible-starts.ts';
import { createQueuePace, type QueuePace } from './queue-pace.ts';
import { weighTimes, type SeenTime } from './weigh-times.ts';

/** What a run knows about how long jobs take. */
export interface RunTimes {
  /** No job has ended, in this run or an earlier one. */
  isNothingKnown(): boolean;
  /** A job that began then was seen to run at `seenMs`: it says something as long as it does not end. */
  runs(job: object, sinceMs: number, seenMs: number): void;
  /** A job does not run, or is not read anymore. */
  leave(job: object): void;
  /** How long a job ran that is seen to be over after `toMs`, and was last seen to run after `fromMs`. */
  guessTime(fromMs: number, toMs: number, nowMs: number): number;
  /** A job is over. */
  ended(phases: Phases): void;
  /** Whether a job was met in the service's queue at its first read. */
  sawQueue(isThere: boolean): void;
  /** Whether jobs wait in the service's queue, by the last one that was read. */
  isQueueUsual(): boolean;
  readonly pace: QueuePace;
  at(nowMs: number): EndTimes;
  queue(): QueueFacts;
}

/** How long a job takes if nothing is known: it is then read at even intervals. */
const FIRST_MEAN_MS = 60_000;
/** What the unknown counts beside the known jobs, each of which counts 1. */
const STRAY_WEIGHT = 0.3;
/** Jobs of earlier runs count less: the service may have changed. */
const EARLIER_WEIGHT = 0.5;
/** Of this run's jobs the latest count: the service may change. */
const MOST_OWN = 50;
/** What jobs that still run say changes slowly: it is looked at again after this share of the time that jobs take. */
const FRESH = 1 / 50;
const LEAST_FRESH_MS = 500;

/** Multiples of it are spread evenly between whole numbers, however many there are. */
const GOLDEN = (Math.sqrt(5) - 1) / 2;

/** `earlier`: of jobs that earlier runs have followed. */
export function createRunTimes(earlier: readonly Phases[]): RunTimes {
  const own: Phases[] = [];
  const running = new Map<object, number>(); // for how long each was seen to run
  const pace = createQueuePace();
  // Of earlier jobs most count; if nothing is known, there may be a queue.
  let hasQueue = earlier.filter(({ queuedMs }) => queuedMs > 0).length >= earlier.length / 2;
  let guesses = 0;
  let learned: { readonly times: EndTimes; readonly atMs: number } | undefined;

  const learn = (): EndTimes => {
    const seen: SeenTime[] = [
      ...earlier.map(({ runningMs }) => ({ ms: runningMs, isOver: true, weight: EARLIER_WEIGHT })),
      ...own.map(({ runningMs }) => ({ ms: runningMs, isOver: true, weight: 1 })),
      ...Array.from(running.values(), (ms) => ({ ms, isOver: false, weight: 1 })),
    ];
    return estimateEndTimes(weighTimes(seen, STRAY_WEIGHT), FIRST_MEAN_MS);
  };

  const at = (nowMs: number): EndTimes => {
    const freshMs = Math.max(LEAST_FRESH_MS, FRESH * (learned?.times.meanMs ?? 0));
    if (learned === undefined || nowMs - learned.atMs > freshMs) learned = { times: learn(), atMs: nowMs };
    return learned.times;
  };

  return {
    pace,
    at,
    isNothingKnown: () => earlier.length + own.length === 0,
    runs: (job, sinceMs, seenMs) => void running.set(job, seenMs - sinceMs),
    leave: (job) => void running.delete(job),
    guessTime: (fromMs, toMs, nowMs) => {
      const share = (0.5 + guesses * GOLDEN) % 1;
      guesses += 1;
      return at(nowMs).between(fromMs, toMs, share);
    },
    sawQueue: (isThere) => {
      hasQueue = isThere;
    },
    isQueueUsual: () => hasQueue,
    ended: (phases) => {
      own.push(phases);
      if (own.length > MOST_OWN) own.shift();
      learned = undefined;
    },
    queue: () => {
      const placeMs = pace.placeMs();
      const queuedMs = (own.length === 0 ? earlier : own).map((phases) => phases.queuedMs);
      return { queuedMs, ...(placeMs !== undefined && { placeMs }) };
    },
  };
}
