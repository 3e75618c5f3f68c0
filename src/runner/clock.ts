import { setTimeout as delay } from 'node:timers/promises';

import type { Clock } from '../shared/ports.ts';

/** The longest wait that one timer can hold (2^31 - 1 ms); a longer one would fire at once. */
const LONGEST_TIMER_MS = 2_147_483_647;

/** The machine's clock. */
export const systemClock: Clock = { now: Date.now, monotonicMs: () => Math.floor(performance.now()), sleep };

async function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  try {
    for (let leftMs = ms; leftMs > 0; leftMs -= LONGEST_TIMER_MS) {
      await delay(Math.min(leftMs, LONGEST_TIMER_MS), undefined, signal === undefined ? {} : { signal });
    }
  } finally {
    signal?.throwIfAborted(); // the reason itself, not the timer's AbortError around it
  }
}
