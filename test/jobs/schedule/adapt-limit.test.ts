import { expect, test } from 'vitest';

import {
  adaptLimit,
  FIRST_LIMIT,
  type AutoLimit,
  type ServiceNews,
} from '../../../src/jobs/schedule/adapt-limit.ts';

const quick = (limit: number): AutoLimit => ({ limit, isCareful: false });
const careful = (limit: number): AutoLimit => ({ limit, isCareful: true });
const atOnce = (inFlight: number): ServiceNews => ({ kind: 'started-at-once', inFlight });
const slowDown = (inFlight: number): ServiceNews => ({ kind: 'slow-down', inFlight });
/** A job that was one of so many in flight, and the times that it waited and ran. */
const ended = (inFlightBefore: number, queuedMs: number, runningMs: number, inFlight = 64): ServiceNews => ({
  kind: 'ended',
  inFlight,
  inFlightBefore,
  phases: { queuedMs, runningMs },
});

test.each<[string, AutoLimit, ServiceNews, AutoLimit]>([
  ['a job begins at once and all places are taken', quick(8), atOnce(8), quick(9)],
  ['not all places are taken', quick(8), atOnce(7), quick(8)],
  ['never above 64', quick(64), atOnce(64), quick(64)],
  ['slowly after the service was full', careful(4), atOnce(4), careful(4.25)],
  ['never above 64, slowly', careful(63.99), atOnce(63), careful(64)],
  ['"slow down" with all places taken', quick(12), slowDown(11), careful(11)],
  ['"slow down" with few in flight', quick(12), slowDown(3), careful(6)],
  ['"slow down" again and again', careful(3), slowDown(3), careful(2)],
  ['"slow down" at the first submit', quick(8), slowDown(0), careful(4)],
  ['a job ends that has not waited', quick(8), ended(8, 0, 5000), quick(8)],
  ['of 32 in flight eight run', quick(32), ended(32, 15_000, 5000), careful(32 - 20 / 32)],
  ['half as many wait as run', quick(12), ended(12, 2500, 5000), careful(12)],
  ['few wait', careful(8), ended(8, 1000, 7000), careful(8 + 2.5 / 8)],
  ['few wait, and places are free', careful(8), ended(8, 1000, 7000, 7), careful(8)],
  ['jobs only wait, with as many as in the beginning', careful(8), ended(8, 60_000, 1), careful(8)],
  ['jobs only wait, with a few more', careful(8.5), ended(8, 60_000, 1), careful(8.5 - 0.5 / 8.5)],
  [
    'jobs only wait, after the service asked to slow down',
    careful(3),
    ended(3, 60_000, 1),
    careful(3 + 1 / 3),
  ],
  ['few wait, after the service asked to slow down', careful(4), ended(4, 500, 7500), careful(4 + 1.625 / 4)],
  ['the same, and places are free', careful(4), ended(4, 500, 7500, 3), careful(4)],
  ['never above 64, by what jobs show', careful(64), ended(64, 1, 5000), careful(64)],
])('%s', (_what, before, news, after) => {
  expect(adaptLimit(before, news)).toEqual(after);
});

test('a service that begins everything at once is filled in three rounds of jobs', () => {
  let state = FIRST_LIMIT;
  for (let round = 0; round < 3; round += 1) {
    const jobs = state.limit;
    for (let job = 1; job <= jobs; job += 1) state = adaptLimit(state, atOnce(Math.floor(state.limit)));
  }
  expect(state).toEqual(quick(64));
});

test.each([6, 10, 20])('a service that runs %i at once gets half as many more, and keeps them', (running) => {
  let state: AutoLimit = quick(32);
  for (let job = 0; job < 600; job += 1) {
    const inFlight = Math.floor(state.limit);
    const queuedMs = Math.max(0, (inFlight / running - 1) * 5000);
    const news = queuedMs === 0 ? atOnce(inFlight) : ended(inFlight, queuedMs, 5000, inFlight);
    state = adaptLimit(state, news);
    if (job < 300) continue;
    expect(state.limit).toBeGreaterThan(1.2 * running);
    expect(state.limit).toBeLessThan(1.8 * running + 1.2);
  }
});

test('jobs that wait twice as long as they run, however many there are: as many stay as in the beginning', () => {
  let state = FIRST_LIMIT;
  for (let job = 0; job < 200; job += 1)
    state = adaptLimit(state, ended(Math.floor(state.limit), 20_000, 10_000));
  expect(state).toEqual(careful(8));
});
