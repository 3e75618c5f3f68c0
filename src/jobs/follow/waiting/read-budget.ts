/** When a job wishes to be read, in milliseconds. */
export interface ReadWish {
  readonly dueMs: number;
  /** Between two of its reads. */
  readonly intervalMs: number;
}

/** How many reads a second a run may send, shared by its jobs. */
export interface ReadBudget {
  wish(job: object, wish: ReadWish, nowMs: number): void;
  /**
   * Milliseconds until the job is to ask again for a read that is due; if 0, the read counts as sent. Of those that ask
   * again and again, the one with the greatest `urgencyMs` comes first: its mean lag, or if that is more, how long ago the longest
   * time between two reads was over. A last read, `Infinity`, is sent at once, and counts.
   */
  turn(job: object, urgencyMs: number, nowMs: number): number;
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
 * No read waits as long as there is budget. If there is not enough for all, reads go where they end most lag, as if all jobs
 * paid the same price for a read, however high that is just now. Pure but for what it remembers.
 */
export function createReadBudget(): ReadBudget {
  const wishes = new Map<object, ReadWish>();
  /** How urgent the reads of those are that asked for their turn and have to wait. */
  const line = new Map<object, number>();
  let perSecond = MOST;
  let lastSlowDownMs = Number.NEGATIVE_INFINITY;
  /** When the next read would be due if all came evenly. */
  let nextMs = 0;
  const stepMs = (): number => 1000 / perSecond;
  const wished = (): number =>
    [...wishes.values()].reduce((sum, { intervalMs }) => sum + 1000 / intervalMs, 0);
  return {
    wish: (job, wish, nowMs) => {
      wishes.set(job, wish);
      if (wish.dueMs > nowMs) line.delete(job);
    },
    turn: (job, urgencyMs, nowMs) => {
      line.delete(job);
      const isSent = (): 0 => {
        nextMs = Math.max(nextMs, nowMs) + stepMs();
        return 0;
      };
      if (urgencyMs === Infinity) return isSent();
      let ahead = 0;
      for (const otherMs of line.values()) if (otherMs > urgencyMs) ahead += 1;
      const earliestMs = nextMs - BURST * stepMs();
      if (nowMs < earliestMs + ahead * stepMs()) {
        line.set(job, urgencyMs);
        // Those ahead ask in the same moment, or give up: the first of the others must not sleep then.
        return Math.ceil(nowMs < earliestMs ? earliestMs - nowMs : stepMs() / 2);
      }
      return isSent();
    },
    leave: (job) => {
      wishes.delete(job);
      line.delete(job);
    },
    answered: () => {
      perSecond = Math.min(MOST, perSecond * (1 + GROWTH));
    },
    slowDown: (nowMs) => {
      if (nowMs - lastSlowDownMs < ONE_SLOW_DOWN_MS) return;
      lastSlowDownMs = nowMs;
      perSecond = Math.max(LEAST, Math.min(perSecond, wished()) / 2);
      // Nothing is left of what may come at once.
      nextMs = nowMs + BURST * stepMs();
    },
  };
}
