import { expect, test } from 'vitest';

import type { Clock } from '../../src/shared/ports.ts';
import { wait } from '../../src/shared/wait.ts';

function clockThat(sleep: Clock['sleep']): Clock {
  return { now: () => 0, monotonicMs: () => 0, sleep };
}

test('true after the whole wait', async () => {
  const waitsMs: number[] = [];
  const clock = clockThat((ms) => {
    waitsMs.push(ms);
    return Promise.resolve();
  });
  expect(await wait(clock, 250, new AbortController().signal)).toBe(true);
  expect(waitsMs).toEqual([250]);
});

test('false if the signal ended it, also in the very moment when it was over', async () => {
  for (const rejects of [true, false]) {
    const stop = new AbortController();
    const clock = clockThat(() => {
      stop.abort(new Error('stopped'));
      return rejects ? Promise.reject(new Error('stopped')) : Promise.resolve();
    });
    expect(await wait(clock, 250, stop.signal)).toBe(false);
  }
});

test('a clock that fails for another reason is a surprise', async () => {
  const clock = clockThat(() => Promise.reject(new Error('the clock broke')));
  await expect(wait(clock, 250, new AbortController().signal)).rejects.toThrow('the clock broke');
});
