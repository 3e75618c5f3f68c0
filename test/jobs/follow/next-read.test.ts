import fc from 'fast-check';
import { expect, test } from 'vitest';

import { nextReadAtMs } from '../../../src/jobs/follow/next-read.ts';

const HOUR = 3_600_000;

/** All in ms from when the job was last read. */
test.each([
  ['when it is worth a read', { wishedMs: 4000 }, 4000],
  ['not before the service wants it', { wishedMs: 4000, notBeforeMs: 42_000 }, 42_000],
  ['later than the service wants it', { wishedMs: 4000, notBeforeMs: 200 }, 4000],
  ['due at once', { wishedMs: 0 }, 0],
  ['after the deadline: a last read a second before it', { wishedMs: 40_000, deadlineMs: 6000 }, 5000],
  [
    'the service wants it after the deadline: the same',
    { wishedMs: 0, notBeforeMs: 42_000, deadlineMs: 6000 },
    5000,
  ],
  ['in the last second, which is too late for a last read', { wishedMs: 5500, deadlineMs: 6000 }, 5000],
  ['just read: none before the deadline', { wishedMs: 4000, deadlineMs: 1400 }, 4000],
  ['at the deadline: its signal ends the wait', { wishedMs: 0, nowMs: 6000, deadlineMs: 6000 }, 6500],
  ['past it, as after a jump of the clock', { wishedMs: 0, nowMs: HOUR, deadlineMs: 6000 }, HOUR + 500],
])('%s', (_, facts, expected) => {
  const usual = { nowMs: 0, lastReadMs: 0, notBeforeMs: 0, deadlineMs: HOUR };
  expect(nextReadAtMs({ ...usual, ...facts })).toBe(expected);
});

test('no read comes earlier than wished, but for the last one, which comes once', () => {
  const ms = fc.nat(HOUR);
  fc.assert(
    fc.property(ms, ms, ms, ms, (lastReadMs, wishedMs, notBeforeMs, deadlineMs) => {
      const facts = { nowMs: lastReadMs, lastReadMs, wishedMs, notBeforeMs, deadlineMs };
      const atMs = nextReadAtMs(facts);
      const isLast = atMs === deadlineMs - 1000 && atMs - lastReadMs >= 500;
      const isPast = lastReadMs >= deadlineMs;
      return isLast || isPast || atMs >= Math.max(wishedMs, notBeforeMs);
    }),
  );
});
