import { expectLag, placeRead } from './place-read.ts';
import { listPossibleStarts, type StartFacts } from './possible-starts.ts';
import type { ReadBudget } from './read-budget.ts';
import type { RunTimes } from './run-times.ts';
import type { JobReads, ReadRate } from './types.ts';

const SHORTEST_MS = 250;
/** Long enough to be rare, short enough to show the place in the queue and that the service still answers. */
const LONGEST_MS = 30_000;
/** A job that has run for so many times the mean, and longer than any before, is none of those that are known. */
const LATE_TIMES = 6;

interface NewJob {
  readonly acceptedAtMs: number;
  /** The wait for the first read begins here. */
  readonly readAtMs: number;
  /** Whether its times show how long jobs take. */
  readonly learns: boolean;
  /** Absent: by what is known. */
  readonly firstWaitMs: number | undefined;
}

interface Shared {
  readonly budget: ReadBudget;
  readonly times: RunTimes;
  readonly rate: ReadRate;
}

/** The reads of one job; see docs/decisions/0017-waiting.md. */
export function createJobReads(job: NewJob, { budget, times, rate }: Shared): JobReads {
  const { acceptedAtMs, learns } = job;
  const self = {};
  let facts: StartFacts = { kind: 'unread', acceptedAtMs };
  let { readAtMs, firstWaitMs } = job;
  /** What may have happened since is not known: of a job of another run, all. */
  let notOverMs = acceptedAtMs;
  const leave = (): void => {
    times.leave(self);
    budget.leave(self);
  };
  const countReads = (meanMs: number): number => rate.perJob + (rate.perSecond * meanMs) / 1000;
  const intervalMs = (nowMs: number): number => {
    if (firstWaitMs !== undefined) return firstWaitMs;
    const ends = times.at(nowMs);
    const starts = listPossibleStarts(facts, times.queue());
    const factor = countReads(ends.meanMs) / ends.spread;
    const wishedMs = placeRead(readAtMs, starts, ends, factor, LONGEST_MS);
    const ageMs = facts.kind === 'running' ? readAtMs - facts.startedAtMs : 0;
    // What is known of quick jobs would have it read hundreds of times: it is read as one of those that take so long.
    const isOfItsOwn = ageMs > Math.max(LATE_TIMES * ends.meanMs, ends.longestMs);
    const leastMs = isOfItsOwn ? ageMs / countReads(ageMs) : SHORTEST_MS;
    return Math.max(leastMs, wishedMs);
  };
  return {
    leave,
    nextWaitMs: (nowMs) => {
      const wishedMs = intervalMs(nowMs);
      const dueMs = readAtMs + wishedMs;
      budget.wish(self, { dueMs, intervalMs: Math.max(SHORTEST_MS, wishedMs) }, nowMs);
      return Math.max(0, dueMs - nowMs);
    },
    turn: (nowMs, isLast) => {
      const starts = listPossibleStarts(facts, times.queue());
      const lagMs = expectLag(notOverMs, nowMs, starts, times.at(nowMs));
      // However sure it seems that it is not over: that may be wrong, and its place in the queue is to be shown.
      const overdueMs = nowMs - readAtMs - LONGEST_MS;
      return budget.turn(self, isLast ? Infinity : Math.max(lagMs, overdueMs), nowMs);
    },
    isMaybeQueued: () => facts.kind === 'queued' || (facts.kind === 'unread' && times.isQueueUsual()),
    saw: (nowMs, seen) => {
      budget.answered();
      const before = facts;
      switch (seen.kind) {
        case 'queued': {
          const { position: place } = seen;
          facts = { kind: 'queued', acceptedAtMs, seenAtMs: nowMs, ...(place !== undefined && { place }) };
          times.leave(self);
          times.sawQueue(true);
          break;
        }
        case 'running':
          if (before.kind === 'unread') times.sawQueue(false);
          if (before.kind !== 'running') facts = { kind: 'running', startedAtMs: startOf(before, nowMs) };
          if (learns) times.runs(self, startOf(facts, nowMs), nowMs);
          break;
        case 'unrecognized':
      }
      if (before.kind === 'queued' && before.place !== undefined) {
        const { place, seenAtMs } = before;
        if (facts.kind === 'running') times.pace.moved(Math.max(1, place), facts.startedAtMs - seenAtMs);
        else if (facts.kind === 'queued' && facts.place !== undefined && facts.place < place)
          times.pace.moved(place - facts.place, nowMs - seenAtMs);
      }
      readAtMs = nowMs;
      notOverMs = nowMs;
      firstWaitMs = undefined;
    },
    ended: (nowMs) => {
      budget.answered();
      if (facts.kind === 'unread') times.sawQueue(false);
      const startedAtMs = startOf(facts, nowMs);
      const ranMs = nowMs - startedAtMs;
      const lastSeenMs = Math.min(ranMs, Math.max(0, readAtMs - startedAtMs));
      // It ended somewhere between the last two reads. If these are far apart, what is known of others says more.
      const phases = {
        queuedMs: startedAtMs - acceptedAtMs,
        runningMs: times.guessTime(lastSeenMs, ranMs, nowMs),
      };
      leave();
      if (learns) times.ended(phases);
      return phases;
    },
  };
}

/** When a job started that is seen running, or over: in the middle between two reads, if it was queued at the first. */
function startOf(facts: StartFacts, nowMs: number): number {
  switch (facts.kind) {
    case 'unread':
      return facts.acceptedAtMs;
    case 'running':
      return facts.startedAtMs;
    case 'queued':
      return (facts.seenAtMs + nowMs) / 2;
  }
}
