import { expect, test } from 'vitest';

import {
  adaptLimit,
  FIRST_LIMIT,
  type AutoLimit,
  type JobsSeen,
} from '../../../src/jobs/schedule/adapt-limit.ts';

const quick = (limit: number): AutoLimit => ({ limit, isCareful: false });
const careful = (limit: number): AutoLimit => ({ limit, isCareful: true });
const seen = (news: JobsSeen['news'], inFlight: number, running: number, waiting: number): JobsSeen => ({
  news,
  inFlight,
  running,
  waiting,
});

test.each<[string, AutoLimit, JobsSeen, AutoLimit]>([
  ['a job begins at once and all places are taken', quick(8), seen('started-at-once', 8, 3, 0), quick(9)],
  ['not all places are taken', quick(8), seen('started-at-once', 7, 3, 0), quick(8)],
  ['others wait', quick(8), seen('started-at-once', 8, 3, 1), quick(8)],
  ['a job begins late', quick(8), seen('other', 8, 8, 0), quick(8)],
  ['never above 64', quick(64), seen('started-at-once', 64, 64, 0), quick(64)],
  ['slowly after the service was full', careful(4), seen('started-at-once', 4, 4, 0), careful(4.25)],
  ['never above 64, slowly', careful(63.99), seen('started-at-once', 63, 63, 0), careful(64)],
  ['"slow down" with all places taken', quick(12), seen('slow-down', 11, 8, 0), careful(11)],
  ['"slow down" with few in flight', quick(12), seen('slow-down', 3, 3, 0), careful(3)],
  ['"slow down" again and again', careful(3), seen('slow-down', 3, 3, 0), careful(2)],
  ['"slow down" at the first submit', quick(8), seen('slow-down', 0, 0, 0), careful(1)],
  ['never below 1', careful(1), seen('slow-down', 1, 0, 1), careful(1)],
  ['jobs only wait', quick(8), seen('other', 8, 0, 8), careful(4)],
  ['jobs only wait, and the same is seen again', careful(4), seen('other', 8, 0, 8), careful(4)],
  ['one job that waits, alone', careful(1), seen('other', 1, 0, 1), careful(1)],
  ['more wait than run', quick(20), seen('other', 20, 5, 15), careful(8)],
  ['some wait, which keeps the service busy', quick(8), seen('other', 8, 5, 3), quick(8)],
])('%s', (_what, before, news, after) => {
  expect(adaptLimit(before, news)).toEqual(after);
});

test('a service that begins everything at once is filled in three rounds of jobs', () => {
  let state = FIRST_LIMIT;
  for (let round = 0; round < 3; round += 1) {
    const jobs = state.limit;
    for (let job = 1; job <= jobs; job += 1)
      state = adaptLimit(state, seen('started-at-once', Math.floor(state.limit), job, 0));
  }
  expect(state).toEqual(quick(64));
});

test('a service with five places: no more than half as many wait as run, round after round', () => {
  let state = FIRST_LIMIT;
  for (let round = 0; round < 20; round += 1) {
    const inFlight = Math.floor(state.limit);
    const running = Math.min(5, inFlight);
    const waiting = inFlight - running;
    state = adaptLimit(state, seen(waiting === 0 ? 'started-at-once' : 'other', inFlight, running, waiting));
    expect(state.limit).toBeLessThanOrEqual(10);
    expect(state.limit).toBeGreaterThanOrEqual(5);
  }
});
