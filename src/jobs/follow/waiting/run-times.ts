import type { Phases } from '../../../lock/recorded-phases.ts';
import { estimateEndTimes, type EndTimes } from './end-times.ts';
import type { QueueFacts } from './possible-starts.ts';
import { createQueuePace, type QueuePace } from './queue-pace.ts';
import { weighTimes, type SeenTime } from './weigh-times.ts';

/** What a run knows about how long jobs take. */
export interface RunTimes {
  /** No job has ended, in this run or an earlier one. */
  isNothingKnown(): boolean;
  /** A job runs since then; it says something as long as it does not end. */
  runs(job: object, sinceMs: number): void;
  /** A job does not run, or is not read anymore. */
  leave(job: object): void;
  /** A job is over. */
  ended(phases: Phases): void;
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

/** `earlier`: of jobs that earlier runs have followed. */
export function createRunTimes(earlier: readonly Phases[]): RunTimes {
  const own: Phases[] = [];
  const running = new Map<object, number>();
  const pace = createQueuePace();
  let learned: { readonly times: EndTimes; readonly atMs: number } | undefined;

  const learn = (nowMs: number): EndTimes => {
    const seen: SeenTime[] = [
      ...earlier.map(({ runningMs }) => ({ ms: runningMs, isOver: true, weight: EARLIER_WEIGHT })),
      ...own.map(({ runningMs }) => ({ ms: runningMs, isOver: true, weight: 1 })),
      ...Array.from(running.values(), (sinceMs) => ({ ms: nowMs - sinceMs, isOver: false, weight: 1 })),
    ];
    return estimateEndTimes(weighTimes(seen, STRAY_WEIGHT), FIRST_MEAN_MS);
  };

  return {
    pace,
    isNothingKnown: () => earlier.length + own.length === 0,
    runs: (job, sinceMs) => void running.set(job, sinceMs),
    leave: (job) => void running.delete(job),
    ended: (phases) => {
      own.push(phases);
      if (own.length > MOST_OWN) own.shift();
      learned = undefined;
    },
    at: (nowMs) => {
      const freshMs = Math.max(LEAST_FRESH_MS, FRESH * (learned?.times.meanMs ?? 0));
      if (learned === undefined || Math.abs(nowMs - learned.atMs) > freshMs)
        learned = { times: learn(nowMs), atMs: nowMs };
      return learned.times;
    },
    queue: () => {
      const placeMs = pace.placeMs();
      const queuedMs = (own.length === 0 ? earlier : own).map((phases) => phases.queuedMs);
      return { queuedMs, ...(placeMs !== undefined && { placeMs }) };
    },
  };
}
