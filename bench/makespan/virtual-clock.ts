import type { Clock } from '../../src/shared/ports.ts';

const START_MS = Date.UTC(2026, 0, 1);

/**
 * Time that moves to the next waking as soon as everyone is asleep. Only for work that is all in this process and waits
 * for nothing else: it does not see sockets or files.
 */
export function createVirtualClock(): Clock {
  const sleepers = new Set<{ readonly atMs: number; readonly wake: () => void }>();
  let nowMs = START_MS;
  let isMoving = false;

  async function move(): Promise<void> {
    isMoving = true;
    while (sleepers.size > 0) {
      await new Promise(setImmediate); // everything that can go on without time has gone on
      let next: { readonly atMs: number; readonly wake: () => void } | undefined;
      for (const sleeper of sleepers) if (next === undefined || sleeper.atMs < next.atMs) next = sleeper;
      if (next === undefined) break;
      nowMs = Math.max(nowMs, next.atMs);
      sleepers.delete(next);
      next.wake();
    }
    isMoving = false;
  }
  return {
    now: () => nowMs,
    monotonicMs: () => nowMs - START_MS,
    sleep: async (ms, signal) => {
      signal?.throwIfAborted();
      const { promise, resolve, reject } = Promise.withResolvers<undefined>();
      const sleeper = {
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
