import fc from 'fast-check';
import { expect, test } from 'vitest';

import { nextWaitMs } from '../../../src/jobs/follow/next-wait.ts';
import { createTypicalTimes } from '../../../src/jobs/follow/typical-times.ts';

const HOUR = 3_600_000;

test.each([
  ['a first job: at once frequent', 0, undefined, HOUR, 500],
  ['a first job after 4 s', 4000, undefined, HOUR, 1000],
  ['a first job after 40 s: the longest', 40_000, undefined, HOUR, 10_000],
  ['a first job after an hour', HOUR, undefined, HOUR, 10_000],
  ['30 s expected, just begun: the longest', 0, 30_000, HOUR, 10_000],
  ['30 s expected, 10 s left: half of it', 20_000, 30_000, HOUR, 5000],
  ['30 s expected, due now', 30_000, 30_000, HOUR, 500],
  ['30 s expected, 8 s late: a quarter of it', 38_000, 30_000, HOUR, 2000],
  ['30 s expected, an hour late', HOUR, 30_000, HOUR, 10_000],
  ['less than the wait is left: a last look a second before the end', 40_000, undefined, 6000, 5000],
  ['the last second: until its end', 40_000, undefined, 1000, 1000],
  ['0.2 s left', 0, undefined, 200, 200],
  ['nothing left: no faster than ever, the signal ends it', 0, undefined, 0, 500],
  ['past the end, as after a jump of the clock', 0, undefined, -3_600_000, 500],
])('%s', (_, elapsedMs, typicalMs, remainingMs, expected) => {
  expect(nextWaitMs({ elapsedMs, remainingMs, ...(typicalMs !== undefined && { typicalMs }) })).toBe(
    expected,
  );
});

test.each([
  ['sooner than wished', 200, HOUR, 500],
  ['later than wished', 42_000, HOUR, 42_000],
  ['later than the deadline: a last look a second before it', 42_000, 6000, 5000],
])('the service asks to be left alone: %s', (_, floorMs, remainingMs, expected) => {
  expect(nextWaitMs({ elapsedMs: 0, remainingMs, floorMs })).toBe(expected);
});

test('no wait goes beyond the deadline, and none is longer than 10 s', () => {
  const ms = fc.nat(2 * HOUR);
  fc.assert(
    fc.property(ms, ms, ms, (elapsedMs, typicalMs, remainingMs) => {
      const wait = nextWaitMs({ elapsedMs, typicalMs, remainingMs });
      return wait > 0 && wait <= Math.min(10_000, remainingMs > 0 ? remainingMs : 500);
    }),
  );
});

test('a job of any length is found over within a quarter of its time and 0.5 s, with few looks', () => {
  for (const jobMs of [300, 2000, 20_000, 40_000]) {
    let elapsedMs = 0;
    let looks = 0;
    for (; elapsedMs < jobMs; looks += 1) elapsedMs += nextWaitMs({ elapsedMs, remainingMs: HOUR });
    expect(elapsedMs - jobMs).toBeLessThanOrEqual(jobMs / 4 + 500);
    expect(looks).toBeLessThan(25);
  }
});

test('what is typical: the median of the latest times, apart for queue and run', () => {
  const typical = createTypicalTimes();
  expect(typical.of('queued')).toBeUndefined();
  for (const ms of [900, 100, 300]) typical.record('queued', ms);
  typical.record('running', 5);
  expect(typical.of('queued')).toBe(300);
  expect(typical.of('running')).toBe(5);
  for (let count = 0; count < 30; count += 1) typical.record('queued', 7000);
  expect(typical.of('queued')).toBe(7000);
});
