import type { Phases } from '../../../lock/recorded-phases.ts';
import { createJobReads } from './job-reads.ts';
import { createReadBudget } from './read-budget.ts';
import { createRunTimes } from './run-times.ts';
import { createSteadyTime } from './steady-time.ts';
import type { ReadPlanner, ReadRate } from './types.ts';

/** From 36 s on fewer than a read every two seconds. */
const RATE: ReadRate = { perJob: 5, perSecond: 0.36 };
/** If nothing is known, the first job of the run is read early: others may be as quick. */
const FIRST_WAIT_MS = 500;

/** A planner for one run; `earlier` are the phases of jobs that earlier runs have followed. */
export function createReadPlanner(earlier: readonly Phases[], rate: ReadRate = RATE): ReadPlanner {
  const budget = createReadBudget();
  const times = createRunTimes(earlier);
  const steady = createSteadyTime();
  const deps = { budget, times, rate, steady };
  let isFirst = true;
  return {
    follow: (nowMs) => {
      const acceptedAtMs = steady(nowMs);
      const firstWaitMs = isFirst && times.isNothingKnown() ? FIRST_WAIT_MS : undefined;
      isFirst = false;
      return createJobReads({ acceptedAtMs, readAtMs: acceptedAtMs, learns: true, firstWaitMs }, deps);
    },
    collect: (submittedAtMs, nowMs) => {
      const readAtMs = steady(nowMs);
      const acceptedAtMs = readAtMs - Math.max(0, nowMs - submittedAtMs);
      return createJobReads({ acceptedAtMs, readAtMs, learns: false, firstWaitMs: 0 }, deps);
    },
    slowDown: (nowMs) => {
      budget.slowDown(steady(nowMs));
    },
  };
}
