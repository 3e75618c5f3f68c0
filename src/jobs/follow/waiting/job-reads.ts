import type { Phases } from '../../../lock/recorded-phases.ts';
import { placeRead } from './place-read.ts';
import { listPossibleStarts, type StartFacts } from './possible-starts.ts';
import type { ReadBudget } from './read-budget.ts';
import type { RunTimes } from './run-times.ts';
import type { JobReads, ReadRate } from './types.ts';

const SHORTEST_MS = 250;
/** Long enough to be rare, short enough to show the place in the queue and that the service still answers. */
const LONGEST_MS = 30_000;

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
  /** The time by which all is counted, for what the clock shows. */
  readonly steady: (nowMs: number) => number;
}

/** The reads of one job; see docs/decisions/0017-waiting.md. */
export function createJobReads(job: NewJob, { budget, times, rate, steady }: Shared): JobReads {
  const { acceptedAtMs, learns } = job;
  const self = {};
  let facts: StartFacts = { kind: 'unread', acceptedAtMs };
  let { readAtMs, firstWaitMs } = job;
  const runsSince = (sinceMs: number): void => {
    if (learns) times.runs(self, sinceMs);
  };
  const leave = (): void => {
    times.leave(self);
    budget.leave(self);
  };
  const intervalMs = (nowMs: number): number => {
    if (firstWaitMs !== undefined) return firstWaitMs;
    const ends = times.at(nowMs);
    const reads = rate.perJob + (rate.perSecond * ends.meanMs) / 1000;
    const starts = listPossibleStarts(facts, times.queue());
    const wishedMs = placeRead(readAtMs, starts, ends, reads / ends.spread, LONGEST_MS);
    return Math.min(LONGEST_MS, budget.share(self, Math.max(SHORTEST_MS, wishedMs)));
  };
  runsSince(acceptedAtMs);
  return {
    leave,
    nextWaitMs: (clockMs) => {
      const nowMs = steady(clockMs);
      return Math.max(0, readAtMs + intervalMs(nowMs) - nowMs);
    },
    saw: (clockMs, seen) => {
      const nowMs = steady(clockMs);
      budget.answered();
      const before = facts;
      switch (seen.kind) {
        case 'queued': {
          const { position: place } = seen;
          facts = { kind: 'queued', acceptedAtMs, seenAtMs: nowMs, ...(place !== undefined && { place }) };
          times.leave(self);
          break;
        }
        case 'running':
          if (before.kind !== 'running') facts = { kind: 'running', startedAtMs: startOf(before, nowMs) };
          if (before.kind === 'queued') runsSince(startOf(before, nowMs));
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
      firstWaitMs = undefined;
    },
    ended: (clockMs) => {
      const nowMs = steady(clockMs);
      budget.answered();
      leave();
      const startedAtMs = startOf(facts, nowMs);
      // It ended somewhere between the last two reads.
      const endedAtMs = (Math.max(startedAtMs, readAtMs) + nowMs) / 2;
      const until = (endMs: number): Phases => ({
        queuedMs: Math.max(0, startedAtMs - acceptedAtMs),
        runningMs: Math.max(0, endMs - startedAtMs),
      });
      if (learns) times.ended(until(endedAtMs));
      return until(nowMs);
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
