import { expect, it } from 'vitest';

import { countUntilTurn, paceOf } from '../../../src/plan/shards/pace.ts';

it.each([
  [undefined, 0],
  [{ kind: 'merge' }, 0],
  [{ kind: 'part', index: 0, of: 20 }, 0],
  [{ kind: 'part', index: 1, of: 1 }, 0],
  [{ kind: 'part', index: 1, of: 3 }, 45_000],
  [{ kind: 'part', index: 20, of: 20 }, 300_000],
] as const)('the job %j writes its ledger every %d ms', (shard, ms) => {
  expect(paceOf(shard)).toBe(ms);
});

it.each([20, 256])('all of %d jobs together leave room for other pushes', (of) => {
  const perMinute = (of * 60_000) / paceOf({ kind: 'part', index: 1, of });
  expect(perMinute).toBeLessThanOrEqual(4);
});

it.each([
  ['as many as are sent until the next turn, and some more', 300_000, 8, 60_000, 56],
  ['those that are about to be sent, if jobs take longer than a turn', 45_000, 8, 3_600_000, 9],
  ['never more than a person can look through', 300_000, 64, 1000, 128],
] as const)('keeps claims open: %s', (_, paceMs, parallel, jobMs, count) => {
  expect(countUntilTurn(paceMs, parallel, jobMs)).toBe(count);
});
