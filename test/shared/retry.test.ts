import { expect, test } from 'vitest';

import type { Clock } from '../../src/shared/ports.ts';
import { describeRetry, retry } from '../../src/shared/retry.ts';

function recordWaits(onWait: () => void = () => undefined): {
  readonly clock: Clock;
  readonly waits: number[];
} {
  const waits: number[] = [];
  const sleep = async (ms: number, signal?: AbortSignal): Promise<void> => {
    waits.push(ms);
    onWait();
    await Promise.resolve();
    signal?.throwIfAborted();
  };
  return { clock: { now: () => 0, monotonicMs: () => 0, sleep }, waits };
}

test('attempts are repeated after the wait that each one asks for, until one is done', async () => {
  const { clock, waits } = recordWaits();
  const { signal } = new AbortController();
  const value = await retry(
    async (tries) =>
      await Promise.resolve(
        tries < 3
          ? { kind: 'again', value: `failed ${tries}`, waitMs: tries * 100 }
          : { kind: 'done', value: 'fine' },
      ),
    { clock, signal },
  );
  expect(value).toBe('fine');
  expect(waits).toEqual([100, 200]);
});

test('where the signal ends a wait, the last attempt counts', async () => {
  const stop = new AbortController();
  const { clock } = recordWaits(() => {
    stop.abort(new Error('over'));
  });
  const value = await retry(
    async (tries) => await Promise.resolve({ kind: 'again', value: `failed ${tries}`, waitMs: 100 }),
    { clock, signal: stop.signal },
  );
  expect(value).toBe('failed 1');
});

test('the log says why, and when it is tried again', () => {
  expect(describeRetry('The git server did not answer', 2400)).toBe(
    'The git server did not answer. Trying again in 2.4 s.',
  );
});
