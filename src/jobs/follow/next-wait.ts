/** What is known when the next look at a job is planned; times in milliseconds. */
export interface WaitFacts {
  /** How long the job has been in its present phase (queued, or running). */
  readonly elapsedMs: number;
  /** How long this phase typically took for earlier jobs of the run; absent for the first ones. */
  readonly typicalMs?: number;
  /** Until the edit's deadline. */
  readonly remainingMs: number;
  /**
   * What the service asked for with its last answer: no look comes earlier, except the last one before the deadline.
   */
  readonly floorMs?: number;
}

const SHORTEST_MS = 500;
const LONGEST_MS = 10_000;
/** How long before the deadline a last look is taken, so that what has ended by then still counts. */
const LAST_LOOK_MS = 1000;

/**
 * Milliseconds until the next look at a job. Long before it should be done the looks are rare, near that time they are
 * frequent, and for a late job they become rare again: about the same relative delay for short and long jobs. Never
 * beyond the deadline, as long as that is ahead.
 */
export function nextWaitMs({ elapsedMs, typicalMs = 0, remainingMs, floorMs = 0 }: WaitFacts): number {
  // The clock may jump past the deadline before its timer fires: the signal ends the wait, and must not be outrun.
  if (remainingMs <= 0) return SHORTEST_MS;
  const early = typicalMs - elapsedMs;
  const wished = early > 0 ? early / 2 : -early / 4;
  const waitMs = Math.max(floorMs, Math.round(Math.min(LONGEST_MS, Math.max(SHORTEST_MS, wished))));
  const lastLookMs = remainingMs - LAST_LOOK_MS;
  if (waitMs <= lastLookMs) return waitMs;
  return Math.max(0, lastLookMs >= SHORTEST_MS ? lastLookMs : Math.min(waitMs, remainingMs));
}
