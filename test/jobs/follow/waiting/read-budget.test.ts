import fc from 'fast-check';
import { expect, test } from 'vitest';

import { createReadBudget, type ReadBudget } from '../../../../src/jobs/follow/waiting/read-budget.ts';

/** How many reads a job gets that asks all the time, from a moment on for so many milliseconds. */
function countReads(budget: ReadBudget, fromMs: number, forMs: number): number {
  const job = {};
  let reads = 0;
  for (let nowMs = fromMs; nowMs < fromMs + forMs;) {
    const waitMs = budget.turn(job, 0, nowMs);
    if (waitMs === 0) reads += 1;
    nowMs += waitMs;
  }
  budget.leave(job);
  return reads;
}

test('of those that are due, the most urgent one is read first, whenever it was due and in whatever order they ask', () => {
  const budget = createReadBudget();
  const jobs = [
    { name: 'least urgent', urgencyMs: 10, dueMs: 1000 },
    { name: 'more urgent', urgencyMs: 200, dueMs: 3000 },
    { name: 'most urgent', urgencyMs: 500, dueMs: 2000 },
  ];
  const nowMs = 5000;
  countReads(budget, nowMs, 1); // what may come at once is used up
  for (const job of jobs) {
    budget.wish(job, { dueMs: job.dueMs, intervalMs: 1000 }, nowMs);
    expect(budget.turn(job, job.urgencyMs, nowMs)).toBeGreaterThan(0);
  }
  const order: string[] = [];
  for (let atMs = nowMs; order.length < jobs.length; atMs += 10)
    for (const job of jobs)
      if (!order.includes(job.name) && budget.turn(job, job.urgencyMs, atMs) === 0) order.push(job.name);
  expect(order).toEqual(['most urgent', 'more urgent', 'least urgent']);
});

test('one that was due and is so no more, keeps no other waiting, and neither does one that left', () => {
  const budget = createReadBudget();
  countReads(budget, 0, 1);
  const [later, gone, due] = [{}, {}, {}];
  for (const job of [later, gone]) {
    budget.wish(job, { dueMs: 0, intervalMs: 1000 }, 0);
    expect(budget.turn(job, 100, 0)).toBeGreaterThan(0);
  }
  budget.wish(later, { dueMs: 60_000, intervalMs: 1000 }, 0);
  budget.leave(gone);
  budget.wish(due, { dueMs: 50, intervalMs: 1000 }, 50);
  expect(budget.turn(due, 50, 100)).toBe(0);
});

test('after a slow-down half as many as were wished for, once for all refusals of a moment; answers bring them back', () => {
  const budget = createReadBudget();
  budget.wish({}, { dueMs: 0, intervalMs: 250 }, 0);
  expect(countReads(budget, 0, 10_000)).toBeGreaterThan(100);
  budget.slowDown(20_000);
  budget.slowDown(20_100);
  expect(countReads(budget, 20_000, 10_000)).toBe(20); // 2 a second
  for (let read = 0; read < 100; read += 1) budget.answered();
  expect(countReads(budget, 40_000, 10_000)).toBeGreaterThan(100);
});

test('slowed down again and again, a job is still read', () => {
  const budget = createReadBudget();
  budget.wish({}, { dueMs: 0, intervalMs: 500 }, 0);
  for (let n = 0; n < 50; n += 1) budget.slowDown(n * 10_000);
  expect(countReads(budget, 490_000, 20_000)).toBe(10); // one in 2 s
});

test('however many reads are due, few are sent at once and no more than ten a second', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(300), { minLength: 1, maxLength: 200 }), (gaps) => {
      const budget = createReadBudget();
      const sentAt: number[] = [];
      let nowMs = 0;
      for (const gap of gaps) {
        nowMs += gap;
        const job = {};
        let waitMs = budget.turn(job, 0, nowMs);
        while (waitMs > 0) {
          nowMs += waitMs;
          waitMs = budget.turn(job, 0, nowMs);
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
