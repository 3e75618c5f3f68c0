import { expect, it } from 'vitest';

import { expectDurations } from '../../../src/plan/shards/expected-durations.ts';
import type { LockEntry } from '../../../src/lock/types.ts';
import { lockEntry } from '../../lock/sample-lock.ts';

const made = (model: string, runningMs?: number): LockEntry => {
  return { ...lockEntry(), model, ...(runningMs !== undefined && { queuedMs: 50, runningMs }) };
};
const lock = (entries: Readonly<Record<string, LockEntry>>) => ({ edits: new Map(Object.entries(entries)) });

const own = lock({
  a: made('m', 1000),
  b: made('m', 3000),
  c: made('m', 90_000),
  d: made('m'),
  v: made('n', 7000),
});

it.each([
  ['as long as before', [own], { id: 'a', model: 'm' }, 1000],
  ['the middle one of its model if it is new', [own], { id: 'new', model: 'm' }, 3000],
  ['the middle one if no one followed its job', [own], { id: 'd', model: 'm' }, 3000],
  ['by its model now, not by that of its old picture', [own], { id: 'a', model: 'n' }, 7000],
  ['as long as on the base branch', [lock({}), own], { id: 'b', model: 'm' }, 3000],
  [
    'as long as on its own branch, if both have it',
    [lock({ b: made('m', 4000) }), own],
    { id: 'b', model: 'm' },
    4000,
  ],
  ['as a usual one if nothing is known of its model', [own], { id: 'x', model: 'other' }, 7000],
  ['1 if nothing is known at all', [], { id: 'x', model: 'm' }, 1],
] as const)('expects an edit to take %s', (_, locks, edit, expected) => {
  expect(expectDurations(locks)(edit)).toBe(expected);
});
