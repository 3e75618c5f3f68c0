import { smoothingReach, type LogTime } from './smoothing-reach.ts';
import type { WeighedTimes } from './weigh-times.ts';

/** The chances of a job that runs: of ending at a certain time, per millisecond, and of running on. */
export interface Chance {
  readonly density: number;
  readonly survival: number;
}

/** What is believed about how long jobs run. */
export interface EndTimes {
  /** For a job that has run so many milliseconds. */
  at(ms: number): Chance;
  /** A time between both, by which `share` (0 to 1) of the jobs have ended that end between them. */
  between(fromMs: number, toMs: number, share: number): number;
  readonly meanMs: number;
  /** The longest time that is known of a job that has ended; 0 if there is none. */
  readonly longestMs: number;
  /** The integral of sqrt(density x survival), in sqrt(ms): reads x lag cannot be less than half its square. */
  readonly spread: number;
}

/** The shortest time that is told apart, in milliseconds. */
const FIRST_MS = 20;
/** Each cell of the grid is 2 % later than the one before; the last one is days away. */
const CELL = 0.02;
const CELLS = 800;
const GRID = Array.from({ length: CELLS }, (_, n) => {
  const log = Math.log(FIRST_MS) + n * CELL;
  return { log, ms: Math.exp(log) };
});
/** A time that the known ones do not explain is so many times as long as those, on average. */
const STRAY_TIMES = 3;
/** For so many times that mean, the chance that such a job ends is the same at any time; then it falls with the time. */
const EVEN_TIMES = 2;
/** The same if nothing is known. */
const FIRST_EVEN_TIMES = 30;

/**
 * The belief that follows from `times`: each of them smoothed over its neighborhood on a logarithmic scale. What they
 * leave open is spread over all times as if jobs ended by chance. As long as there are no times, all is left open, and
 * `firstMs` is the mean. Pure.
 */
export function estimateEndTimes({ times, strayShare }: WeighedTimes, firstMs: number): EndTimes {
  const known = times.reduce((sum, { share }) => sum + share, 0);
  // A lock file may name a job that took no time at all.
  const usualMs = times.reduce((sum, { ms, share }) => sum + Math.max(FIRST_MS, ms) * share, 0) / known;
  const cells =
    known === 0
      ? spreadStrays(strayShare, firstMs, FIRST_EVEN_TIMES)
      : spreadStrays(strayShare, STRAY_TIMES * usualMs, EVEN_TIMES);
  const logs = times.map(({ ms, share }) => ({ log: Math.log(Math.max(FIRST_MS, ms)), share }));
  addTimes(cells, logs, smoothingReach(logs));
  let meanMs = FIRST_MS;
  let spread = 0;
  for (const { ms, density, survival } of cells) {
    meanMs += survival * ms * CELL;
    spread += Math.sqrt(density * survival) * ms * CELL;
  }
  const longestMs = Math.max(0, ...times.map(({ ms }) => ms));
  const at = (ms: number): Chance =>
    cells[Math.min(CELLS - 1, Math.max(0, Math.round(cellOf(Math.log(ms)))))] ?? NONE;
  return { at, meanMs, longestMs, spread, between: (...range) => endBetween(cells, at, ...range) };
}

function endBetween(
  cells: readonly Cell[],
  at: EndTimes['at'],
  fromMs: number,
  toMs: number,
  share: number,
): number {
  const [from, to] = [at(fromMs).survival, at(toMs).survival];
  const wished = from - share * (from - to);
  const cell = cells.find(({ ms, survival }) => ms >= fromMs && survival <= wished);
  // If nothing is believed to end between them, each time is as good.
  const isPossible = from - to > UNBELIEVABLE && cell !== undefined;
  return isPossible ? Math.min(toMs, cell.ms) : fromMs + share * (toMs - fromMs);
}

/** A chance so small that it is one of rounding. */
const UNBELIEVABLE = 1e-6;

const NONE: Chance = { density: 0, survival: 1 };

/** The chances at a time of the grid. */
interface Cell {
  readonly ms: number;
  readonly log: number;
  density: number;
  survival: number;
  /** The share of the times that cannot end before this one. */
  begins: number;
}

/** The place of a time in the grid. */
function cellOf(log: number): number {
  return (log - Math.log(FIRST_MS)) / CELL;
}

/** An even chance to end for a long time; after that one that falls, so that no job is read too often forever. */
function spreadStrays(share: number, meanMs: number, evenTimes: number): readonly Cell[] {
  const longMs = evenTimes * meanMs;
  return GRID.map(({ log, ms }) => {
    const late = ms <= longMs ? 1 : (longMs / ms) ** evenTimes;
    const survival = share * Math.exp(-Math.min(ms, longMs) / meanMs) * late;
    return { ms, log, survival, density: survival / Math.max(meanMs, ms / evenTimes), begins: 0 };
  });
}

/** Adds each time as a parabola that reaches so far to both sides. */
function addTimes(cells: readonly Cell[], times: readonly LogTime[], reach: number): void {
  for (const { log, share } of times) {
    const first = Math.max(0, Math.ceil(cellOf(log - reach)));
    const ending = cells.slice(first, Math.floor(cellOf(log + reach)) + 1);
    const [begin] = ending;
    if (begin !== undefined) begin.begins += share;
    for (const cell of ending) {
      const u = (cell.log - log) / reach;
      cell.density += (share * 0.75 * (1 - u * u)) / (reach * cell.ms);
      cell.survival += (share * (2 - 3 * u + u * u * u)) / 4;
    }
  }
  let later = 0;
  for (const cell of cells.toReversed()) {
    cell.survival += later;
    later += cell.begins;
  }
}
