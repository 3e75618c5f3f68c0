import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';

import { mapBounded } from '../../src/shared/pool.ts';

describe('mapBounded', () => {
  test('keeps the order of the items, whatever the order of their ends', async () => {
    const values = await mapBounded([3, 1, 2], 3, async (turns, index) => {
      for (let left = turns; left > 0; left -= 1) await turn();
      return `${index}:${turns}`;
    });
    expect(values).toEqual(['0:3', '1:1', '2:2']);
  });

  test.each([
    [1, 1],
    [4, 4],
    [50, 20],
  ])('with a limit of %i has %i of 20 under way at most', async (limit, expected) => {
    let underWay = 0;
    let most = 0;
    await mapBounded(Array.from({ length: 20 }), limit, async () => {
      underWay += 1;
      most = Math.max(most, underWay);
      await turn();
      underWay -= 1;
    });
    expect(most).toBe(expected);
  });

  test('has nothing to do without items', async () => {
    expect(await mapBounded([], 4, () => Promise.reject(new Error('called')))).toEqual([]);
  });

  test('begins nothing after a rejection, and throws it when the work under way has ended', async () => {
    const begun: number[] = [];
    const ended: number[] = [];
    const run = mapBounded([0, 1, 2, 3], 2, async (item) => {
      begun.push(item);
      if (item === 0) throw new Error('item 0');
      for (let left = 5; left > 0; left -= 1) await turn();
      ended.push(item);
    });
    await expect(run).rejects.toThrow('item 0');
    expect({ begun, ended }).toEqual({ begun: [0, 1], ended: [1] });
  });

  test('also where the work throws before its first await', async () => {
    const begun: number[] = [];
    const run = mapBounded([1, 2], 2, (item) => {
      begun.push(item);
      throw new Error('at once');
    });
    await expect(run).rejects.toThrow('at once');
    expect(begun).toEqual([1]);
  });
});
