import { expect, test } from 'vitest';

import { logNormal, simulateCase } from '../../../../bench/polling/cases.ts';
import { placeBestReads } from '../../../../bench/polling/best-reads.ts';
import {
  fixedLoop,
  fixedLoopOfAsMany,
  measureCost,
  type ReadCost,
} from '../../../../bench/polling/read-cost.ts';
import { evenDeviations, leastCost } from '../../../../bench/polling/service-times.ts';

const thirty = logNormal(30, 0.2);

test('the least cost of log-normal times, in proportion to the median', () => {
  expect(leastCost(30, 0.2)).toBeCloseTo(5.58, 2);
  expect(leastCost(30, 0.4)).toBeCloseTo(10.27, 2);
  expect(leastCost(120, 0.2) / leastCost(30, 0.2)).toBeCloseTo(4, 6);
});

test('a fixed loop costs about half of the time, whatever its interval', () => {
  const jobs = Array.from({ length: 1000 }, (_, n) => ({ lastsMs: 20_000 + n * 20.37, reads: 0, lagMs: 0 }));
  for (const intervalMs of [100, 500]) expect(fixedLoop(jobs, intervalMs).cost).toBeCloseTo(15, 0);
  expect(fixedLoopOfAsMany(jobs, fixedLoop(jobs, 500).reads).lagS).toBeCloseTo(0.25, 2);
});

/** What it costs to read jobs with a median of 1 s at these times. */
function costOfReads(deviations: readonly number[], sigma: number, readsAtS: readonly number[]): ReadCost {
  return measureCost(
    deviations.map((deviation) => {
      const lastsMs = 1000 * Math.exp(sigma * deviation);
      const last = readsAtS.findIndex((seconds) => seconds * 1000 >= lastsMs);
      return { lastsMs, reads: last + 1, lagMs: (readsAtS[last] ?? Number.NaN) * 1000 - lastsMs };
    }),
  );
}

test('the best reads: many of them cost the least; with few, other times cost more', () => {
  const deviations = evenDeviations(500);
  const many = costOfReads(deviations, 0.4, placeBestReads(0.4, 0.003));
  expect(many.reads).toBeGreaterThan(8);
  expect(many.cost / leastCost(1, 0.4)).toBeCloseTo(1, 1);
  const price = 0.1;
  const total = (readsAtS: readonly number[]): number => {
    const { lagS, reads } = costOfReads(deviations, 0.4, readsAtS);
    return lagS + price * reads;
  };
  const best = placeBestReads(0.4, price);
  expect(costOfReads(deviations, 0.4, best).reads).toBeLessThan(2.5);
  for (const factor of [0.8, 0.95, 1.05, 1.2])
    expect(total(best.map((each) => each * factor))).toBeGreaterThan(total(best));
});

test('a simulation gives the same figures each time', () => {
  const once = { draw: thirty, before: thirty };
  expect(simulateCase(once, 1)).toEqual(simulateCase(once, 1));
});

test('after earlier jobs, waiting costs little more than the least; in a first run less than a fixed loop', () => {
  const informed = measureCost(simulateCase({ draw: thirty, before: thirty }, 3));
  expect(informed.cost).toBeLessThan(1.25 * leastCost(30, 0.2));
  const jobs = simulateCase({ draw: thirty }, 2);
  const first = measureCost(jobs);
  expect(first.cost).toBeLessThan(fixedLoopOfAsMany(jobs, first.reads).cost);
});
