import type { Phases } from '../../../lock/recorded-phases.ts';
import { createJobReads } from './job-reads.ts';
import { createReadBudget } from './read-budget.ts';
import { createRunTimes } from './run-times.ts';
import type { ReadPlanner, ReadRate } from './types.ts';

/** From 36 s on fewer than a read every two seconds. */
const RATE: ReadRate = { perJob: 5, perSecond: 0.36 };
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
    collect: (ageMs, nowMs) =>
      createJobReads({ acceptedAtMs: nowMs - ageMs, readAtMs: nowMs, learns: false, firstWaitMs: 0 }, deps),
    slowDown: (nowMs) => {
      budget.slowDown(nowMs);
    },
  };
}
