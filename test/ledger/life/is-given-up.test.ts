import { expect, test } from 'vitest';

import { isGivenUp } from '../../../src/ledger/life/is-given-up.ts';
import { HOUR_MS, NOW } from '../samples.ts';

const DAY_MS = 24 * HOUR_MS;
const later = (ageMs: number) => ({ localMs: NOW + ageMs, serverMs: undefined });
const byServer = (ageMs: number) => ({ localMs: NOW, serverMs: NOW + ageMs });

test.each([
  ['a job of an earlier run, after an hour', false, later(HOUR_MS), false],
  ['a job of an earlier run, after more than an hour', false, later(HOUR_MS + 1), true],
  ['a job of this run, however old', true, later(9 * HOUR_MS), false],
  ['an old job by the clock of a server', false, byServer(HOUR_MS + 1), true],
  ['a young job by the clock of a server', false, { localMs: NOW + DAY_MS, serverMs: NOW + 1 }, false],
  ['a job that is dated ahead of a server by more than an hour', false, byServer(-HOUR_MS - 1), true],
  ['a job that is dated ahead of a server by an hour', false, byServer(-HOUR_MS), false],
  ['a job of this run that is dated ahead of a server', true, byServer(-DAY_MS), false],
  ['a job that is dated ahead of only this machine', false, later(-DAY_MS), false],
])('%s', (_what, isOurs, times, expected) => {
  expect(isGivenUp({ submittedAtMs: NOW, isOurs }, times)).toBe(expected);
});
