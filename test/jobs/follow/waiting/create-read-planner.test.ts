import { expect, test } from 'vitest';

import { createReadPlanner } from '../../../../src/jobs/follow/waiting/create-read-planner.ts';
import type { JobReads } from '../../../../src/jobs/follow/waiting/types.ts';
import type { Phases } from '../../../../src/lock/recorded-phases.ts';

const around30s: readonly Phases[] = Array.from({ length: 40 }, (_, n) => ({
  queuedMs: 0,
  runningMs: 24_000 + n * 300,
}));

/** Times of the reads of a job that ends after `jobMs`, accepted at `startMs`; it was queued for `queuedMs` of them. */
function readTimes(reads: JobReads, jobMs: number, queuedMs = 0, startMs = 0): number[] {
  const times: number[] = [];
  for (let nowMs = startMs; ;) {
    const waitMs = reads.nextWaitMs(nowMs);
    if (waitMs > 0) {
      nowMs += Math.ceil(waitMs);
      continue;
    }
    times.push(nowMs - startMs);
    if (nowMs - startMs >= jobMs) return times;
    reads.saw(nowMs, { kind: nowMs - startMs < queuedMs ? 'queued' : 'running' });
  }
}

test('the first job of a first run: an early read, then even ones', () => {
  const times = readTimes(createReadPlanner([]).follow(0), 60_000);
  expect(times[0]).toBe(500);
  const gaps = times.slice(1).map((time, n) => time - (times[n] ?? 0));
  expect(Math.min(...gaps)).toBeGreaterThan(2000);
  expect(Math.max(...gaps)).toBeLessThan(2600);
});

test('after earlier jobs of about 30 s: hardly a read before 20 s, most around 30 s, a steady pace after that', () => {
  const times = readTimes(createReadPlanner(around30s).follow(0), 120_000);
  const between = (from: number, to: number) => times.filter((time) => time >= from && time < to).length;
  expect(between(0, 20_000)).toBeLessThanOrEqual(2);
  expect(between(22_000, 38_000)).toBeGreaterThanOrEqual(10);
  expect(between(60_000, 120_000)).toBeGreaterThanOrEqual(10);
  expect(between(60_000, 120_000)).toBeLessThanOrEqual(40);
});

test.each([0, 1000, 2000])(
  'after earlier jobs of %i ms, one of 300 s is read as if such jobs took that long',
  (runningMs) => {
    const quick = Array.from({ length: 100 }, () => ({ queuedMs: 0, runningMs }));
    const times = readTimes(createReadPlanner(quick).follow(0), 300_000);
    // 0.36 for each second, and some before it is known to be late.
    expect(times.length).toBeGreaterThan(108);
    expect(times.length).toBeLessThan(170);
    expect((times.at(-1) ?? 0) - (times.at(-2) ?? 0)).toBeLessThan(3000);
  },
);

test('a job that takes as long as a few did before is read as these, however rare they are', () => {
  const earlier = Array.from({ length: 100 }, (_, n) => ({
    queuedMs: 0,
    runningMs: n % 20 === 0 ? 200_000 : 10_000,
  }));
  const times = readTimes(createReadPlanner(earlier).follow(0), 200_000);
  expect((times.at(-1) ?? 0) - (times.at(-2) ?? 0)).toBeLessThan(2200);
});

test('the first run learns: its second job is read like one after earlier jobs', () => {
  const planner = createReadPlanner([]);
  for (let n = 0; n < 8; n += 1) {
    const job = planner.follow(n * 100_000);
    readTimes(job, 30_000 + n * 200, 0, n * 100_000);
    job.ended(n * 100_000 + 30_000 + n * 200);
  }
  const times = readTimes(planner.follow(900_000), 30_000, 0, 900_000);
  expect(times.length).toBeLessThan(16);
  expect((times.at(-1) ?? 0) - 30_000).toBeLessThan(1000);
});

test('a job of an earlier run is read at once, and teaches nothing', () => {
  const planner = createReadPlanner([]);
  const job = planner.collect(600_000, 600_000);
  expect(job.nextWaitMs(600_000)).toBe(0);
  job.ended(600_000);
  expect(planner.follow(600_000).nextWaitMs(600_000)).toBe(500);
});

const about = (ms: number): number => expect.closeTo(ms, -2) as number;

test('its phases: queue and job end between two reads, and what was never seen queued ran from the start', () => {
  const queuedJob = createReadPlanner([]).follow(1000);
  queuedJob.saw(3000, { kind: 'queued', position: 2 });
  queuedJob.saw(5000, { kind: 'running' });
  expect(queuedJob.ended(9000)).toEqual({ queuedMs: 3000, runningMs: about(3000) });
  const neverSeen = createReadPlanner([]).follow(1000);
  expect(neverSeen.ended(9000)).toEqual({ queuedMs: 0, runningMs: about(3900) });
});

test('far back in the queue a job is read rarely, and its place says when it is worth it', () => {
  const planner = createReadPlanner(around30s);
  const [ahead, next] = [planner.follow(0), planner.follow(0)];
  ahead.saw(1000, { kind: 'queued', position: 12 });
  ahead.saw(21_000, { kind: 'queued', position: 10 });
  expect(ahead.nextWaitMs(21_000)).toBe(30_000);
  next.saw(21_000, { kind: 'queued', position: 1 });
  expect(next.nextWaitMs(21_000)).toBeLessThan(30_001);
});

test('an unknown word changes nothing but the time of the last read', () => {
  const job = createReadPlanner([]).follow(0);
  job.saw(500, { kind: 'unrecognized' });
  expect(job.nextWaitMs(500)).toBeGreaterThan(2000);
  expect(job.ended(4000)).toEqual({ queuedMs: 0, runningMs: about(2250) });
});

test('what another job shows is used for a wait that has begun', () => {
  const planner = createReadPlanner([]);
  const [first, second] = [planner.follow(0), planner.follow(0)];
  const beforeMs = second.nextWaitMs(600);
  first.ended(600);
  expect(second.nextWaitMs(600)).toBeLessThan(beforeMs / 2);
});

test('earlier jobs that took no time at all: reads are placed nevertheless', () => {
  const none = Array.from({ length: 5 }, () => ({ queuedMs: 0, runningMs: 0 }));
  expect(createReadPlanner(none).follow(0).nextWaitMs(0)).toBeLessThan(1000);
});

/** Uses up what may be read at once, and asks for a read of each: which one gets it 0.1 s later? */
function firstRead(nowMs: number, used: JobReads, jobs: Readonly<Record<string, JobReads>>): string[] {
  while (used.turn(nowMs, false) === 0);
  used.leave();
  for (const job of Object.values(jobs)) {
    expect(job.nextWaitMs(nowMs)).toBe(0);
    expect(job.turn(nowMs, false)).toBeGreaterThan(0);
  }
  return Object.keys(jobs).filter((name) => jobs[name]?.turn(nowMs + 100, false) === 0);
}

test('if not all that are due can be read: the one that ends at about this age, not the one that was due first', () => {
  const planner = createReadPlanner(around30s);
  const [old, young] = [planner.follow(0), planner.follow(12_500)];
  old.saw(28_000, { kind: 'running' });
  expect(firstRead(30_000, planner.follow(30_000), { young, old })).toEqual(['old']);
});

test('a job of an earlier run, which may be over for long, is read before those that this run follows', () => {
  const planner = createReadPlanner(around30s);
  const [followed, collected] = [planner.follow(0), planner.collect(30_000, 30_000)];
  followed.saw(25_000, { kind: 'running' });
  expect(firstRead(30_000, planner.follow(30_000), { followed, collected })).toEqual(['collected']);
});

test('the last reads before a deadline wait for no others, and count', () => {
  const planner = createReadPlanner(around30s);
  const [due, used] = [planner.follow(0), planner.follow(30_000)];
  const ending = Array.from({ length: 64 }, () => planner.follow(29_000));
  due.saw(28_000, { kind: 'running' });
  while (used.turn(30_000, false) === 0);
  used.leave();
  planner.slowDown(30_000);
  for (const job of ending) expect(job.turn(30_000, true)).toBe(0);
  expect(due.turn(36_000, false)).toBeGreaterThan(0);
});

const HOUR_MS = 3_600_000;

test.each([
  { name: 'a job that was submitted 60 hours ago', shows: { kind: 'running' }, ageMs: 60 * HOUR_MS },
  { name: 'a job that was submitted 5 hours ago', shows: { kind: 'running' }, ageMs: 5 * HOUR_MS },
  { name: 'a job in a long queue', shows: { kind: 'queued', position: 500 }, ageMs: 0 },
] as const)('$name is read every minute, though others take all reads', ({ shows, ageMs }) => {
  const planner = createReadPlanner(around30s);
  const rare = planner.collect(ageMs, 0);
  const join = (nowMs: number): JobReads => planner.collect(40_000, nowMs);
  const others = Array.from({ length: 62 }, () => join(0));
  const rareAtMs = [0];
  for (let nowMs = 0; nowMs < 200_000; nowMs += 20) {
    const isRead = (job: JobReads): boolean => job.nextWaitMs(nowMs) === 0 && job.turn(nowMs, false) === 0;
    for (const [index, job] of others.entries()) {
      if (!isRead(job)) continue;
      job.leave();
      others[index] = join(nowMs);
    }
    if (!isRead(rare)) continue;
    rare.saw(nowMs, shows);
    rareAtMs.push(nowMs);
  }
  rareAtMs.push(200_000);
  const gaps = rareAtMs.slice(1).map((atMs, n) => atMs - (rareAtMs[n] ?? 0));
  expect(Math.max(...gaps)).toBeLessThan(60_000);
});
