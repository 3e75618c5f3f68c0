import { expect, test } from 'vitest';

import { listPossibleStarts } from '../../../../src/jobs/follow/waiting/possible-starts.ts';

const queued = { kind: 'queued', acceptedAtMs: 0, seenAtMs: 10_000 } as const;
const startsOf = (...call: Parameters<typeof listPossibleStarts>) =>
  listPossibleStarts(...call).map(({ atMs }) => atMs);
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

test('a job that runs has started', () => {
  expect(startsOf({ kind: 'running', startedAtMs: 700 }, { queuedMs: [9000] })).toEqual([700]);
});

test('a job that was not read yet starts as the earlier ones did, or at once if none is known', () => {
  const unread = { kind: 'unread', acceptedAtMs: 1000 } as const;
  expect(startsOf(unread, { queuedMs: [] })).toEqual([1000]);
  expect(startsOf(unread, { queuedMs: [0, 500] })).toEqual([1000, 1500]);
});

test('its place and the pace of the queue say when a queued job starts: the further back, the less exactly', () => {
  const [near, far] = [4, 100].map((place) =>
    startsOf({ ...queued, place }, { queuedMs: [], placeMs: 1000 }),
  );
  expect(mean(near ?? [])).toBeCloseTo(14_000, -1);
  expect(mean(far ?? [])).toBeCloseTo(110_000, -1);
  const width = (starts: readonly number[] = []) => Math.max(...starts) - Math.min(...starts);
  expect(width(far) / width(near)).toBeCloseTo(5, 1);
});

test('without a place: earlier jobs that waited longer say it', () => {
  expect(startsOf(queued, { queuedMs: [2000, 12_000, 15_000] })).toEqual([12_000, 15_000]);
});

test('if none waited as long, it may wait as long again, or much longer', () => {
  const starts = startsOf(queued, { queuedMs: [2000], placeMs: 1000 });
  expect(Math.min(...starts)).toBe(11_000);
  expect(Math.max(...starts)).toBe(90_000);
});

test('no start of a queued job is in the past, and there are few', () => {
  const many = Array.from({ length: 100 }, (_, n) => n * 1000);
  for (const facts of [queued, { ...queued, place: 1 }, { ...queued, place: 0 }]) {
    const starts = startsOf(facts, { queuedMs: many, placeMs: 3000 });
    expect(Math.min(...starts)).toBeGreaterThanOrEqual(10_000);
    expect(starts.length).toBeLessThanOrEqual(7);
  }
});
