import fc from 'fast-check';
import { expect, test } from 'vitest';

import { limitWaitMs, nextReadAtMs } from '../../../src/jobs/follow/next-read.ts';

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
  ['past it, as its timer is late', { wishedMs: 0, nowMs: 6003, deadlineMs: 6000 }, 6503],
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

test.each([
  ['in time', 3000, 10_000, 3000],
  ['just in time', 9000, 10_000, 9000],
  ['too long: a last try a second before the deadline', 9001, 10_000, 9000],
  ['the last try has been', 8000, 1000, 8000],
  ['shortly before it', 8000, 1499, 8000],
])('a wait before another try: %s', (_, waitMs, leftMs, expected) => {
  expect(limitWaitMs(waitMs, leftMs)).toBe(expected);
});
