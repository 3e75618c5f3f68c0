import { createJobReads } from './job-reads.ts';
import { createReadBudget } from './read-budget.ts';
import { createRunTimes } from './run-times.ts';
import type { Phases, ReadPlanner, ReadRate } from './types.ts';

/** Fewer than a read every two seconds, for all but the shortest jobs. */
const RATE: ReadRate = { perJob: 2, perSecond: 0.4 };
/** If nothing is known, the first job of the run is read early: others may be as quick. */
const FIRST_WAIT_MS = 500;

/** A planner for one run; `earlier` are the phases of jobs that earlier runs have followed. */
export function createReadPlanner(earlier: readonly Phases[], rate: ReadRate = RATE): ReadPlanner {
  const budget = createReadBudget();
  const times = createRunTimes(earlier);
  const deps = { budget, times, rate };
  let isFirst = true;
  return {
    follow: (acceptedAtMs) => {
      const firstWaitMs = isFirst && times.isNothingKnown() ? FIRST_WAIT_MS : undefined;
      isFirst = false;
      return createJobReads({ acceptedAtMs, readAtMs: acceptedAtMs, learns: true, firstWaitMs }, deps);
    },
    collect: (submittedAtMs, nowMs) => {
      const acceptedAtMs = Math.min(submittedAtMs, nowMs);
      return createJobReads({ acceptedAtMs, readAtMs: nowMs, learns: false, firstWaitMs: 0 }, deps);
    },
    turn: (nowMs) => budget.turn(nowMs),
    slowDown: (nowMs) => {
      budget.slowDown(nowMs);
    },
  };
}
