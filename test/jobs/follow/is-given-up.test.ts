import { expect, test } from 'vitest';

import { isGivenUp } from '../../../src/jobs/follow/is-given-up.ts';

const HOUR_MS = 60 * 60_000;

test.each([
  ['a job of an earlier run, after an hour', false, HOUR_MS, false],
  ['a job of an earlier run, after more than an hour', false, HOUR_MS + 1, true],
  ['a job of this run, however old', true, 9 * HOUR_MS, false],
])('%s', (_what, isOurs, ageMs, expected) => {
  expect(isGivenUp({ submittedAtMs: 1, isOurs }, 1 + ageMs)).toBe(expected);
});
