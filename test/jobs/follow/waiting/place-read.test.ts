import fc from 'fast-check';
import { expect, test } from 'vitest';

import type { EndTimes } from '../../../../src/jobs/follow/waiting/end-times.ts';
import { expectLag, placeRead } from '../../../../src/jobs/follow/waiting/place-read.ts';

const LONGEST_MS = 30_000;

/** Jobs that end by chance, so many of a second. */
function evenHazard(perSecond: number): EndTimes {
  const at = () => ({ density: perSecond / 1000, survival: 1 });
  return {
    at,
    between: () => 0,
    meanMs: 1000 / perSecond,
    longestMs: 0,
    spread: Math.sqrt(1000 / perSecond),
  };
}

const now = [{ atMs: 0, share: 1 }];

test('at an even hazard rate, intervals are even: 1 / (price x sqrt(rate))', () => {
  for (const nowMs of [0, 10_000, 500_000]) {
    expect(placeRead(nowMs, now, evenHazard(0.1), 0.05, LONGEST_MS)).toBeCloseTo(2000, 0);
  }
});

test('four times the hazard rate: half the interval', () => {
  const [rare, frequent] = [0.1, 0.4].map((rate) => placeRead(0, now, evenHazard(rate), 0.05, LONGEST_MS));
  expect((rare ?? 0) / (frequent ?? 1)).toBeCloseTo(2, 2);
});

test('a job that cannot have started yet is not read', () => {
  const later = [{ atMs: 20_000, share: 1 }];
  expect(placeRead(0, later, evenHazard(0.1), 0.05, LONGEST_MS)).toBeCloseTo(22_000, -2);
  expect(placeRead(0, [{ atMs: 90_000, share: 1 }], evenHazard(0.1), 0.05, LONGEST_MS)).toBe(LONGEST_MS);
});

test('intervals are positive and bounded, and no longer at a higher hazard rate or price', () => {
  const rate = fc.double({ min: 0.0001, max: 10, noNaN: true });
  const price = fc.double({ min: 0.001, max: 10, noNaN: true });
  const more = fc.double({ min: 1, max: 10, noNaN: true });
  fc.assert(
    fc.property(fc.nat(1_000_000), rate, price, more, (nowMs, perSecond, reads, times) => {
      const usual = placeRead(nowMs, now, evenHazard(perSecond), reads, LONGEST_MS);
      const quicker = placeRead(nowMs, now, evenHazard(perSecond * times), reads, LONGEST_MS);
      const dearer = placeRead(nowMs, now, evenHazard(perSecond), reads * times, LONGEST_MS);
      expect(usual).toBeGreaterThan(0);
      expect(usual).toBeLessThanOrEqual(LONGEST_MS);
      expect(quicker).toBeLessThanOrEqual(usual + 1e-6);
      expect(dearer).toBeLessThanOrEqual(usual + 1e-6);
    }),
  );
});

/** Each time up to 20 s is as likely. */
const upTo20s: EndTimes = {
  at: (ms) => ({ density: 1 / 20_000, survival: Math.max(0, 1 - ms / 20_000) }),
  between: () => 0,
  meanMs: 10_000,
  longestMs: 20_000,
  spread: 0,
};

test('the lag of a job that may have ended at any time since its last read: half that time if it certainly has', () => {
  expect(expectLag(0, 20_000, now, upTo20s)).toBeCloseTo(10_000, 0);
  expect(expectLag(0, 10_000, now, upTo20s)).toBeCloseTo(2500, -1);
  expect(expectLag(10_000, 20_000, now, upTo20s)).toBeCloseTo(5000, 0);
});

test('a job that was read just now has no lag, and neither has one that cannot have started', () => {
  expect(expectLag(10_000, 10_000, now, upTo20s)).toBe(0);
  expect(expectLag(10_000, 9000, now, upTo20s)).toBe(0);
  expect(expectLag(0, 10_000, [{ atMs: 10_000, share: 1 }], upTo20s)).toBe(0);
});
