import { setImmediate } from 'node:timers/promises';

import { expect, test } from 'vitest';

import { createGarbageCollector } from '../../src/shared/collect-garbage.ts';

test('lets go of dead buffers long before they pile up', () => {
  const collector = createGarbageCollector();
  collector.shrink(); // what other tests in this process left
  const before = process.memoryUsage().arrayBuffers;
  let most = 0;
  for (let round = 0; round < 256; round += 1) {
    for (let count = 0; count < 64; count += 1) Buffer.from(new ArrayBuffer(64 * 1024)).fill(1);
    collector.sweep();
    most = Math.max(most, process.memoryUsage().arrayBuffers - before);
  }
  // 1 GiB has gone through.
  expect(most).toBeLessThan(200 * 1024 * 1024);
});

test('finds dead buffers that lived for a while', async () => {
  const collector = createGarbageCollector();
  collector.shrink();
  const buffers = Array.from({ length: 4 }, () => new ArrayBuffer(1024 * 1024));
  const seen = buffers.map((buffer) => new WeakRef(buffer));
  const isThere = (): boolean => seen.some((buffer) => buffer.deref() !== undefined);
  // What was asked for is kept until the next task.
  await setImmediate();
  for (let round = 0; round < 4; round += 1) collector.sweep();
  buffers.length = 0;
  collector.sweep();
  expect(isThere()).toBe(true); // no longer young
  await setImmediate();
  for (let round = 0; round < 16; round += 1) collector.sweep();
  expect(isThere()).toBe(false);
});
