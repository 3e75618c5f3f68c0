import type { Chance, EndTimes } from './end-times.ts';

/** A time at which a job may have started to run, and how likely that is beside the others. */
export interface PossibleStart {
  readonly atMs: number;
  readonly share: number;
}

const LEAST_STEP_MS = 20;
/** Steps grow with the time that the job has run, like the grid of the chances. */
const STEPS = 100;
/** More would make the lag more exact, but put jobs in the same order. */
const LAG_STEPS = 20;

/**
 * Milliseconds from `nowMs` until the job is worth a read, `longestMs` at most. Reads are placed in proportion to the
 * square root of the hazard rate, which is the chance that the job ends just then if it has not ended before; `price`
 * is that proportion, in reads per sqrt(ms). Pure.
 */
export function placeRead(
  nowMs: number,
  starts: readonly PossibleStart[],
  times: EndTimes,
  price: number,
  longestMs: number,
): number {
  const firstMs = Math.min(...starts.map(({ atMs }) => atMs));
  let reads = 0;
  for (let waitMs = 0; waitMs < longestMs;) {
    const { density, survival } = chancesAt(nowMs + waitMs, starts, times);
    const rate = price * Math.sqrt(density / survival);
    const stepMs = Math.max(LEAST_STEP_MS, (nowMs + waitMs - firstMs) / STEPS);
    if (reads + rate * stepMs >= 1) return Math.min(longestMs, waitMs + (1 - reads) / rate);
    reads += rate * stepMs;
    waitMs += stepMs;
  }
  return longestMs;
}

/**
 * Milliseconds for which a job has been over at `toMs`, on average, if it was not over at `fromMs`; 0 if it certainly is
 * not over yet. Pure.
 */
export function expectLag(
  fromMs: number,
  toMs: number,
  starts: readonly PossibleStart[],
  times: EndTimes,
): number {
  const stepMs = Math.max(0, toMs - fromMs) / LAG_STEPS;
  const { survival } = chancesAt(fromMs, starts, times);
  let lagMs = 0;
  for (let n = 0; n < LAG_STEPS; n += 1)
    lagMs += stepMs * (1 - chancesAt(fromMs + (n + 0.5) * stepMs, starts, times).survival / survival);
  return lagMs;
}

/** The chances of a job that starts at one of some times, each weighed by its share. */
function chancesAt(atMs: number, starts: readonly PossibleStart[], times: EndTimes): Chance {
  let density = 0;
  let survival = 0;
  for (const start of starts) {
    const ranMs = atMs - start.atMs;
    const chance = ranMs >= 0 ? times.at(ranMs) : NOT_STARTED;
    density += start.share * chance.density;
    survival += start.share * chance.survival;
  }
  return { density, survival };
}

const NOT_STARTED = { density: 0, survival: 1 };
