import { setTimeout as delay } from 'node:timers/promises';
import { expect, test } from 'vitest';

import { sweepWhile } from '../../../src/deliver/artifact/sweep-while.ts';
import { createGarbageCollector } from '../../../src/shared/collect-garbage.ts';
import { realClock } from '../../support/clocks.ts';

test('gives what the work gives, or throws what it throws', async () => {
  expect(await sweepWhile(() => Promise.resolve(7), realClock)).toBe(7);
  await expect(sweepWhile(() => Promise.reject(new Error('reset')), realClock)).rejects.toThrow('reset');
});

test('lets go of dead buffers while the work goes on', async () => {
  createGarbageCollector().shrink(); // what other tests in this process left
  const before = process.memoryUsage().arrayBuffers;
  const work = async (): Promise<number> => {
    let most = 0;
    for (let round = 0; round < 40; round += 1) {
      for (let count = 0; count < 256; count += 1) Buffer.from(new ArrayBuffer(64 * 1024)).fill(1);
      await delay(25);
      most = Math.max(most, process.memoryUsage().arrayBuffers - before);
    }
    return most;
  };
  // 640 MiB have gone through.
  expect(await sweepWhile(work, realClock)).toBeLessThan(200 * 1024 * 1024);
});

test('ends with the work: no sweep is waited for afterwards', async () => {
  const waits: number[] = [];
  const clock = {
    now: () => realClock.now(),
    monotonicMs: () => realClock.now(),
    sleep: async (ms: number, signal?: AbortSignal): Promise<void> => {
      waits.push(ms);
      await realClock.sleep(60_000, signal);
    },
  };
  expect(await sweepWhile(() => delay(5, 'done'), clock)).toBe('done');
  expect(waits).toHaveLength(1);
});
