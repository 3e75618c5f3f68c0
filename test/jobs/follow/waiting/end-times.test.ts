import fc from 'fast-check';
import { expect, test } from 'vitest';

import { estimateEndTimes } from '../../../../src/jobs/follow/waiting/end-times.ts';
import { weighTimes } from '../../../../src/jobs/follow/waiting/weigh-times.ts';

const FIRST_MS = 60_000;
const estimate = (endedMs: readonly number[], openMs: readonly number[] = []) =>
  estimateEndTimes(
    weighTimes(
      [
        ...endedMs.map((ms) => ({ ms, isOver: true, weight: 1 })),
        ...openMs.map((ms) => ({ ms, isOver: false, weight: 1 })),
      ],
      0.3,
    ),
    FIRST_MS,
  );
const hazardOf = (times: ReturnType<typeof estimate>, ms: number): number => {
  const { density, survival } = times.at(ms);
  return density / survival;
};

test('if nothing is known, a job may end at any time, and its mean is the one that is assumed', () => {
  const times = estimate([]);
  for (const ms of [100, 5000, 600_000]) expect(hazardOf(times, ms) * FIRST_MS).toBeCloseTo(1, 2);
  expect(times.meanMs / FIRST_MS).toBeCloseTo(1, 1);
  // At an even hazard rate the least cost is that of even intervals: spread ^ 2 = mean.
  expect(times.spread ** 2 / FIRST_MS).toBeCloseTo(1, 1);
});

test('times of about 30 s: certain to run on at first, likely to end then, and by chance later', () => {
  const times = estimate([27_000, 29_000, 30_000, 31_000, 34_000]);
  expect(times.at(10_000).survival).toBeGreaterThan(0.95);
  expect(times.at(60_000).survival).toBeLessThan(0.1);
  expect(hazardOf(times, 30_000)).toBeGreaterThan(20 * hazardOf(times, 10_000));
  expect(hazardOf(times, 90_000)).toBeLessThan(hazardOf(times, 30_000));
});

test('the more times are known, the narrower the belief', () => {
  const around = (count: number) =>
    estimate(Array.from({ length: count }, (_, n) => 30_000 * Math.exp(((n + 0.5) / count - 0.5) * 0.6)));
  const spreads = [2, 5, 20, 100].map((count) => around(count).spread);
  expect(spreads).toEqual(spreads.toSorted((a, b) => b - a));
});

test('jobs that still run after the usual time make later ends more likely', () => {
  const usual = [28_000, 30_000, 32_000];
  expect(estimate(usual, [60_000, 60_000]).at(60_000).survival).toBeGreaterThan(
    2 * estimate(usual).at(60_000).survival,
  );
});

test('whatever is known: survival falls from 1 to nothing, and a job may end at any time', () => {
  const ms = fc.integer({ min: 0, max: 3_600_000 });
  fc.assert(
    fc.property(fc.array(ms, { maxLength: 30 }), fc.array(ms, { maxLength: 10 }), (ended, open) => {
      const times = estimate(ended, open);
      const at = [10, 1000, 10_000, 60_000, 600_000, 7_200_000].map((time) => times.at(time));
      const survivals = at.map(({ survival }) => survival);
      expect(survivals).toEqual(survivals.toSorted((a, b) => b - a));
      for (const { density, survival } of at) {
        expect(survival).toBeGreaterThan(0);
        expect(survival).toBeLessThan(1 + 1e-9);
        expect(density).toBeGreaterThan(0);
      }
    }),
    { numRuns: 50 },
  );
});

test('times that are all 0 count as the shortest time', () => {
  const times = estimate([0, 0, 0]);
  expect(times).toMatchObject({
    meanMs: estimate([20, 20, 20]).meanMs,
    spread: estimate([20, 20, 20]).spread,
  });
  expect(times.at(1000).survival).toBeGreaterThan(0);
});

test('a job that ended between two moments ended then as others do; if none does, any time is as good', () => {
  const times = estimate([27_000, 29_000, 30_000, 31_000, 34_000]);
  const half = times.between(0, 120_000, 0.5);
  expect(half).toBeGreaterThan(27_000);
  expect(half).toBeLessThan(34_000);
  expect(times.between(0, 120_000, 0.2)).toBeLessThan(half);
  expect(times.between(30_000, 30_400, 0.5)).toBeCloseTo(30_200, -3);
  expect(estimate([]).between(0, 2000, 0.25) / 500).toBeCloseTo(1, 1);
  expect(times.between(7, 7, 0.5)).toBe(7);
});
