import { createReadPlanner } from '../../src/jobs/follow/waiting/create-read-planner.ts';
import type { JobReads, ReadRate } from '../../src/jobs/follow/waiting/types.ts';
import type { Phases } from '../../src/lock/recorded-phases.ts';
import type { ReadJob } from './read-cost.ts';

/** One run of the action, as far as its reads go. */
export interface SimulatedRun {
  /** How long each job runs at the service, in milliseconds, in the order of their submits. */
  readonly runsMs: readonly number[];
  /** Jobs at the service at once. */
  readonly parallel: number;
  /** Jobs that the service runs at once; the others wait in its queue. Default: all. */
  readonly capacity?: number;
  readonly earlier?: readonly Phases[];
  readonly rate?: ReadRate;
}

/** A wait is planned again after so long, as the action does it. */
const PLAN_AGAIN_MS = 1000;

interface Job {
  readonly acceptedAtMs: number;
  readonly startsAtMs: number;
  readonly endsAtMs: number;
  readonly reads: JobReads;
  count: number;
  wakesAtMs: number;
}

/** How the shipped planner reads the jobs of a run, and the phases that it records. Answers take no time. */
export function simulateRun(run: SimulatedRun): readonly (ReadJob & { readonly phases: Phases })[] {
  const { runsMs, parallel, capacity = Number.POSITIVE_INFINITY, earlier = [], rate } = run;
  const planner = createReadPlanner(earlier, rate);
  const jobs: Job[] = [];
  const underWay = new Set<Job>();
  const done: (ReadJob & { readonly phases: Phases })[] = [];

  const submit = (nowMs: number): void => {
    const runMs = runsMs[jobs.length];
    if (runMs === undefined) return;
    // The queue is in the order of the submits: the one that many places ahead must have ended.
    const ends = jobs.map(({ endsAtMs }) => endsAtMs).toSorted((a, b) => b - a);
    const startsAtMs = Math.max(nowMs, ends[capacity - 1] ?? 0);
    const reads = planner.follow(nowMs);
    const job = {
      acceptedAtMs: nowMs,
      startsAtMs,
      endsAtMs: startsAtMs + runMs,
      reads,
      count: 0,
      wakesAtMs: nowMs,
    };
    jobs.push(job);
    underWay.add(job);
  };
  const read = (job: Job, nowMs: number): void => {
    job.count += 1;
    if (nowMs < job.startsAtMs) {
      const position = jobs.filter(
        (other) => other.startsAtMs > nowMs && other.startsAtMs <= job.startsAtMs,
      ).length;
      job.reads.saw(nowMs, { kind: 'queued', position });
    } else if (nowMs < job.endsAtMs) {
      job.reads.saw(nowMs, { kind: 'running' });
    } else {
      const phases = job.reads.ended(nowMs);
      const { acceptedAtMs, endsAtMs, count } = job;
      done.push({ lastsMs: endsAtMs - acceptedAtMs, reads: count, lagMs: nowMs - endsAtMs, phases });
      underWay.delete(job);
      submit(nowMs);
    }
  };

  for (let n = 0; n < parallel; n += 1) submit(n * 20);
  while (underWay.size > 0) {
    const [next] = [...underWay].toSorted((a, b) => a.wakesAtMs - b.wakesAtMs);
    if (next === undefined) break;
    const nowMs = next.wakesAtMs;
    const dueInMs = Math.ceil(next.reads.nextWaitMs(nowMs));
    const waitMs = dueInMs > 0 ? Math.min(PLAN_AGAIN_MS, dueInMs) : next.reads.turn(nowMs, false);
    if (waitMs > 0) next.wakesAtMs = nowMs + waitMs;
    else read(next, nowMs);
  }
  return done;
}
