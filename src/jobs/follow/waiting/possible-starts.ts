import type { PossibleStart } from './place-read.ts';

/** What is known about when a job starts, or has started, to run. Times are of one clock, in milliseconds. */
export type StartFacts =
  /** It was not read yet, or it was read as running and never as queued: its whole time counts as running. */
  | { readonly kind: 'unread'; readonly acceptedAtMs: number }
  | { readonly kind: 'running'; readonly startedAtMs: number }
  /** `place`: how many jobs start before it, itself included. */
  | {
      readonly kind: 'queued';
      readonly acceptedAtMs: number;
      readonly seenAtMs: number;
      readonly place?: number;
    };

/** What the run knows about the service's queue. */
export interface QueueFacts {
  /** Milliseconds that earlier jobs waited in it. */
  readonly queuedMs: readonly number[];
  /** Milliseconds for one place of the queue. */
  readonly placeMs?: number;
}

/** As many possible starts are enough: between them, the times that jobs run are spread anyway. */
const MOST = 7;
/** How far the time for some places is from its mean, in standard deviations, in seven parts that are equally likely. */
const NORMAL_SEVENTHS = [-1.47, -0.79, -0.37, 0, 0.37, 0.79, 1.47];
/** What a wait of unknown length still takes, as a multiple of what it has taken so far. */
const AS_LONG_AGAIN = [0.1, 0.25, 0.5, 1, 2, 4, 8];
/** A queue that was met just now is not over at once. */
const LEAST_QUEUED_MS = 1000;

/** When a job may start, or may have started. At least one time. Pure. */
export function listPossibleStarts(facts: StartFacts, queue: QueueFacts): readonly PossibleStart[] {
  switch (facts.kind) {
    case 'running':
      return [{ atMs: facts.startedAtMs, share: 1 }];
    case 'unread': {
      const waits = queue.queuedMs.length === 0 ? [0] : thinOut(queue.queuedMs);
      return waits.map((ms) => ({ atMs: facts.acceptedAtMs + ms, share: 1 }));
    }
    case 'queued': {
      const { seenAtMs } = facts;
      return restsOf(facts, queue).map((ms) => ({ atMs: seenAtMs + Math.max(0, ms), share: 1 }));
    }
  }
}

/** How long a queued job may still wait from when it was seen. */
function restsOf(
  { acceptedAtMs, seenAtMs, place }: Extract<StartFacts, { readonly kind: 'queued' }>,
  { queuedMs, placeMs }: QueueFacts,
): readonly number[] {
  if (place !== undefined && placeMs !== undefined) {
    // As if the places before it were freed by chance, one after the other.
    return NORMAL_SEVENTHS.map((deviation) => placeMs * (place + deviation * Math.sqrt(place)));
  }
  const waitedMs = seenAtMs - acceptedAtMs;
  const longer = queuedMs.filter((ms) => ms > waitedMs);
  if (longer.length > 0) return thinOut(longer).map((ms) => ms - waitedMs);
  return AS_LONG_AGAIN.map((times) => times * Math.max(LEAST_QUEUED_MS, waitedMs));
}

/** A few times that represent all. */
function thinOut(times: readonly number[]): readonly number[] {
  if (times.length <= MOST) return times;
  const sorted = times.toSorted((a, b) => a - b);
  return Array.from({ length: MOST }, (_, n) => sorted[Math.floor(((n + 0.5) * sorted.length) / MOST)] ?? 0);
}
