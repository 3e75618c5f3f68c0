import { setImmediate as nextTurn, setTimeout as delay } from 'node:timers/promises';

import type { Clock } from '../../src/shared/ports.ts';

/** The real time. */
export const realClock: Clock = {
  now: () => Date.now(),
  monotonicMs: () => Math.floor(performance.now()),
  sleep: async (ms, signal) => {
    await delay(ms, undefined, signal === undefined ? {} : { signal }).catch((error: unknown) => {
      signal?.throwIfAborted();
      throw error;
    });
  },
};

/**
 * Time that goes so many times as fast as the real one: for what also waits for real timers or for work that the simulated
 * clock cannot see, like uploads. Limits on it are to be generous, as they come sooner.
 */
export function createFastClock(times: number): Clock {
  const startMs = Date.now();
  return {
    now: () => startMs + (Date.now() - startMs) * times,
    monotonicMs: () => (Date.now() - startMs) * times,
    sleep: async (ms, signal) => {
      await realClock.sleep(Math.ceil(ms / times), signal);
    },
  };
}

export interface SimulatedClock extends Clock {
  /** The waits that were slept to their end, in milliseconds and in that order. */
  readonly waits: readonly number[];
}

interface Sleeper {
  readonly ms: number;
  readonly atMs: number;
  wake(): void;
}

/**
 * A clock that moves when everyone is asleep: once the process has nothing left to do (no request on its way, no file
 * being read, no child process), the time is that of the sleeper who is to wake next. So an hour passes in no time, limits
 * and waits end in their right order, and a busy machine changes nothing. What waits for real timers (a server in this
 * process that answers after a pause, say) must sleep on the same clock.
 */
export function createSimulatedClock(startMs = Date.UTC(2026, 0, 1)): SimulatedClock {
  let nowMs = startMs;
  let isMoving = false;
  const waits: number[] = [];
  const sleepers = new Set<Sleeper>();

  async function move(): Promise<void> {
    isMoving = true;
    while (sleepers.size > 0) {
      await untilIdle();
      // The first of those who are to wake at the same time fell asleep first.
      const [next] = [...sleepers].sort((a, b) => a.atMs - b.atMs);
      if (next === undefined) break;
      nowMs = Math.max(nowMs, next.atMs);
      waits.push(next.ms);
      sleepers.delete(next);
      next.wake();
    }
    isMoving = false;
  }

  return {
    waits,
    now: () => nowMs,
    // Of another origin than the time of day, so that a mix-up shows.
    monotonicMs: () => nowMs - startMs + 1,
    sleep: async (ms, signal) => {
      signal?.throwIfAborted();
      const { promise, resolve, reject } = Promise.withResolvers<undefined>();
      const sleeper: Sleeper = {
        ms,
        atMs: nowMs + ms,
        wake: () => {
          resolve(undefined);
        },
      };
      const onAbort = (): void => {
        sleepers.delete(sleeper);
        reject(signal?.reason as Error);
      };
      signal?.addEventListener('abort', onAbort, { once: true });
      sleepers.add(sleeper);
      if (!isMoving) void move();
      try {
        await promise;
      } finally {
        signal?.removeEventListener('abort', onAbort);
      }
    },
  };
}

/** So many turns of the loop without an event mean that nothing is on its way: loopback delivers at once. */
const IDLE_TURNS = 4;

/** Work that ends by itself; sockets, servers and timers do not count. */
const WORK = /Req|ConnectWrap|ProcessWrap|Zlib|Job/;

/** Resolves when this process has nothing left to do but to wait. */
async function untilIdle(): Promise<void> {
  let turns = 0;
  let events = -1;
  while (turns < IDLE_TURNS) {
    await nextTurn();
    const { events: seen } = performance.nodeTiming.uvMetricsInfo;
    const isBusy = seen !== events || process.getActiveResourcesInfo().some((name) => WORK.test(name));
    turns = isBusy ? 0 : turns + 1;
    events = seen;
  }
}
