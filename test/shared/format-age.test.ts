import { expect, test } from 'vitest';

import { formatAge } from '../../src/shared/format-age.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

test.each([
  [-5, 'less than a minute'],
  [59_999, 'less than a minute'],
  [MINUTE, '1 minute'],
  [59 * MINUTE + 59_999, '59 minutes'],
  [HOUR, '1 hour'],
  [47 * HOUR, '47 hours'],
  [48 * HOUR, '2 days'],
  [29.9 * 24 * HOUR, '29 days'],
])('%d ms is %s', (ms, age) => {
  expect(formatAge(ms)).toBe(age);
});
