import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { dateToSeconds, parseRetryAfter } from '../../src/shared/retry-after.ts';

const NOW = Date.parse('Sun, 22 Nov 2026 12:00:00 GMT');

describe('parseRetryAfter', () => {
  test.each([
    ['0', 0],
    ['1', 1000],
    [' 20 ', 20_000],
    ['300', 300_000],
    ['301', 300_000],
    ['99999999999999999999999999', 300_000],
    ['9'.repeat(400), 300_000],
    ['Sun, 22 Nov 2026 12:00:30 GMT', 30_000],
    ['Sun, 22 Nov 2026 11:59:00 GMT', 0],
    ['Fri, 31 Dec 9999 23:59:59 GMT', 300_000],
    [undefined, undefined],
    ['', undefined],
    ['-1', undefined],
    ['1.5', undefined],
    ['1e3', undefined],
    ['0x10', undefined],
    ['soon', undefined],
    ['2026-11-22T12:00:30Z', undefined],
    ['Sun, 99 Nov 2026 12:00:30 GMT', undefined],
    ['22', 22_000],
  ])('%s is %s ms', (header, expected) => {
    expect(parseRetryAfter(header, NOW)).toBe(expected);
  });

  test('whatever a server sends, the wait is bounded', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.integer().map(String),
          fc.date({ noInvalidDate: true }).map((date) => date.toUTCString()),
        ),
        (header) => {
          const ms = parseRetryAfter(header, NOW) ?? 0;
          expect(ms).toBeGreaterThanOrEqual(0);
          expect(ms).toBeLessThanOrEqual(300_000);
        },
      ),
    );
  });
});

test.each([
  ['a date after that of the answer', 'Thu, 01 Jan 2026 00:00:05 GMT', Date.UTC(2026, 0, 1), '5'],
  ['a date before it', 'Thu, 01 Jan 2026 00:00:05 GMT', Date.UTC(2026, 0, 2), '0'],
  [
    'a date, and an answer without one',
    'Thu, 01 Jan 2026 00:00:05 GMT',
    undefined,
    'Thu, 01 Jan 2026 00:00:05 GMT',
  ],
  ['seconds', '7', Date.UTC(2026, 0, 1), '7'],
  ['words', 'soon', Date.UTC(2026, 0, 1), 'soon'],
])('in seconds by the clock of the server: %s', (_, header, dateMs, expected) => {
  expect(dateToSeconds(header, dateMs)).toBe(expected);
});
