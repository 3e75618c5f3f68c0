import { expect, test } from 'vitest';

import { createReadingBuffers } from '../../src/references/reading-buffers.ts';

test('one file after another is read through the same memory, also after one that failed', async () => {
  const { lend } = createReadingBuffers();
  const first = await lend((buffer) => Promise.resolve(buffer));
  await expect(lend(() => Promise.reject(new Error('unreadable')))).rejects.toThrow('unreadable');
  expect(await lend((buffer) => Promise.resolve(buffer))).toBe(first);
});

test('files that are read at the same time have memory of their own', async () => {
  const { lend } = createReadingBuffers();
  await lend(async (one) => {
    await lend((other) => {
      expect(other.buffer).not.toBe(one.buffer);
      return Promise.resolve();
    });
  });
});
