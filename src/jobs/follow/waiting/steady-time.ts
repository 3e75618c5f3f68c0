/** Smaller steps back make a wait longer by less than a second: they need no care. */
const LEAST_STEP_MS = 1000;

/**
 * Turns times of a clock into those that it would show if it had never been set back: after such a step, time goes on
 * from where it was. Otherwise nothing would be due until the clock has caught up. Pure but for what it remembers.
 */
export function createSteadyTime(): (nowMs: number) => number {
  let latestMs = Number.NEGATIVE_INFINITY;
  let behindMs = 0;
  return (nowMs) => {
    if (latestMs - (nowMs + behindMs) > LEAST_STEP_MS) behindMs = latestMs - nowMs;
    const steadyMs = nowMs + behindMs;
    latestMs = Math.max(latestMs, steadyMs);
    return steadyMs;
  };
}
