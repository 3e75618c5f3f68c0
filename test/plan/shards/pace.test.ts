import { expect, it } from 'vitest';

import { countUntilTurn, paceOf } from '../../../src/plan/shards/pace.ts';

it.each([
  [undefined, undefined],
  [{ kind: 'merge' }, undefined],
  [{ kind: 'part', index: 0, of: 20 }, undefined],
  [{ kind: 'part', index: 1, of: 1 }, undefined],
  [
    { kind: 'part', index: 1, of: 3 },
    { beginMs: 0, firstMs: 20_000, everyMs: 60_000 },
  ],
  [
    { kind: 'part', index: 20, of: 20 },
    { beginMs: 57_000, firstMs: 400_000, everyMs: 400_000 },
  ],
] as const)('the turns of the job %j are %j', (shard, turns) => {
  expect(paceOf(shard)).toEqual(turns);
});

it.each([20, 256])('all of %d jobs together leave room for other pushes', (of) => {
  const { everyMs = 0 } = paceOf({ kind: 'part', index: 1, of }) ?? {};
  expect((of * 60_000) / everyMs).toBeLessThanOrEqual(3);
});

it.each([
  ['as many as are sent until the next turn, and some more', 400_000, 8, 60_000, 72],
  ['those that are about to be sent, if jobs take longer than a turn', 60_000, 8, 3_600_000, 9],
  ['never more than a person can look through', 400_000, 64, 1000, 128],
] as const)('keeps claims open: %s', (_, paceMs, parallel, jobMs, count) => {
  expect(countUntilTurn(paceMs, parallel, jobMs)).toBe(count);
});
