/** How many reads a second a run may send, shared by its jobs. */
export interface ReadBudget {
  /** The wait of a job that wishes to be read after `wishedMs`: longer if all jobs together wish for too much. */
  share(job: object, wishedMs: number): number;
  /** Milliseconds that a read must still wait; if 0, it counts as sent. */
  turn(nowMs: number): number;
  /** The job is not read anymore. */
  leave(job: object): void;
  /** A read was answered: if there was a slow-down before, the budget grows again. */
  answered(): void;
  /** The service asked to slow down: it gets half as many reads as it gets now. */
  slowDown(nowMs: number): void;
}

/** In reads a second. */
const MOST = 10;
const LEAST = 0.5;
/** So many reads may come at once. */
const BURST = 5;
/** What a read that was answered gives back after a slow-down, as a share of the budget. */
const GROWTH = 0.02;
/** Reads that were under way when the budget was lowered may be refused as well: they do not lower it again. */
const ONE_SLOW_DOWN_MS = 5000;

/**
 * Where reads are scarce, every job waits longer by the same factor: reads stay in proportion to what they are worth.
 * Pure but for what it remembers.
 */
export function createReadBudget(): ReadBudget {
  /** Reads a second that each job wishes for. */
  const wishes = new Map<object, number>();
  let perSecond = MOST;
  let lastSlowDownMs = Number.NEGATIVE_INFINITY;
  /** When the next read would be due if all came evenly. */
  let nextMs = 0;
  const wished = (): number => [...wishes.values()].reduce((sum, wish) => sum + wish, 0);
  return {
    share: (job, wishedMs) => {
      wishes.set(job, 1000 / wishedMs);
      return wishedMs * Math.max(1, wished() / perSecond);
    },
    turn: (nowMs) => {
      const earliestMs = nextMs - (BURST * 1000) / perSecond;
      if (nowMs < earliestMs) return Math.ceil(earliestMs - nowMs);
      nextMs = Math.max(nextMs, nowMs) + 1000 / perSecond;
      return 0;
    },
    leave: (job) => {
      wishes.delete(job);
    },
    answered: () => {
      perSecond = Math.min(MOST, perSecond * (1 + GROWTH));
    },
    slowDown: (nowMs) => {
      if (nowMs - lastSlowDownMs < ONE_SLOW_DOWN_MS) return;
      lastSlowDownMs = nowMs;
      perSecond = Math.max(LEAST, Math.min(perSecond, wished()) / 2);
    },
  };
}
