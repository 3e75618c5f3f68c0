import fc from 'fast-check';
import { expect, test } from 'vitest';

import { createReadBudget } from '../../../../src/jobs/follow/waiting/read-budget.ts';

test('ten reads a second for all: beyond that every job waits longer by the same factor', () => {
  const budget = createReadBudget();
  const jobs = Array.from({ length: 20 }, () => ({}));
  expect(budget.share({}, 2000)).toBe(2000);
  for (const job of jobs) budget.share(job, 1000);
  // 20.5 reads a second are wished for.
  expect(budget.share(jobs[0] ?? {}, 1000)).toBeCloseTo(2050, 6);
  for (const job of jobs) budget.leave(job);
  expect(budget.share({}, 1000)).toBe(1000);
});

test('after a slow-down half as many as were sent, once for all refusals of a moment; answers bring them back', () => {
  const budget = createReadBudget();
  const job = {};
  expect(budget.share(job, 500)).toBe(500); // 2 a second
  budget.slowDown(0);
  budget.slowDown(100);
  expect(budget.share(job, 500)).toBeCloseTo(1000, 6);
  for (let read = 0; read < 36; read += 1) budget.answered();
  expect(budget.share(job, 500)).toBeLessThan(510);
});

test('slowed down again and again, a job is still read', () => {
  const budget = createReadBudget();
  const job = {};
  for (let n = 0; n < 50; n += 1) {
    budget.share(job, 500);
    budget.slowDown(n * 10_000);
  }
  expect(budget.share(job, 500)).toBe(2000);
});

test('however many reads are due, few are sent at once and no more than ten a second', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(300), { minLength: 1, maxLength: 200 }), (gaps) => {
      const budget = createReadBudget();
      const sentAt: number[] = [];
      let nowMs = 0;
      for (const gap of gaps) {
        nowMs += gap;
        let waitMs = budget.turn(nowMs);
        while (waitMs > 0) {
          nowMs += waitMs;
          waitMs = budget.turn(nowMs);
        }
        sentAt.push(nowMs);
      }
      for (const fromMs of sentAt) {
        const inSecond = sentAt.filter((ms) => ms >= fromMs && ms < fromMs + 1000);
        expect(inSecond.length).toBeLessThanOrEqual(16);
        const inTen = sentAt.filter((ms) => ms >= fromMs && ms < fromMs + 10_000);
        expect(inTen.length).toBeLessThanOrEqual(106);
      }
    }),
    { numRuns: 50 },
  );
});
