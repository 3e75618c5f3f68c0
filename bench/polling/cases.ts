import type { ReadRate } from '../../src/jobs/follow/waiting/types.ts';
import type { Phases } from '../../src/lock/recorded-phases.ts';
import type { ReadJob } from './read-cost.ts';
import { createChances, drawTime } from './service-times.ts';
import { simulateRun } from './simulate-run.ts';

/** Draws how long job number `n` of a run runs, in milliseconds. */
export type Draw = (n: number, chance: () => number) => number;

export interface Case {
  readonly draw: Draw;
  /** How long the jobs of earlier runs ran; absent: there are none. */
  readonly before?: Draw;
  /** Jobs of one run; 48 by default. */
  readonly jobs?: number;
  readonly capacity?: number;
  readonly rate?: ReadRate;
}

const PARALLEL = 8;
const JOBS = 48;

/** The jobs of so many simulated runs, one after the other; the same each time. */
export function simulateCase({ draw, before, jobs = JOBS, ...rest }: Case, runs: number): readonly ReadJob[] {
  const chance = createChances(20_261_129);
  return Array.from({ length: runs }).flatMap(() => {
    const earlier = before === undefined ? [] : drawAll(before, JOBS, chance).map(toPhases);
    return simulateRun({ runsMs: drawAll(draw, jobs, chance), parallel: PARALLEL, earlier, ...rest });
  });
}

function drawAll(draw: Draw, count: number, chance: () => number): readonly number[] {
  return Array.from({ length: count }, (_, n) => draw(n, chance));
}

function toPhases(runningMs: number): Phases {
  return { queuedMs: 0, runningMs };
}

/** Log-normal times of a median in seconds. */
export function logNormal(medianS: number, sigma: number): Draw {
  return (_n, chance) => drawTime(medianS * 1000, sigma, chance);
}

/** Services that are not what the earlier runs, or the run's own first jobs, have shown. */
export function wrongAssumptions(sigma: number): Readonly<Record<string, Case>> {
  const usual = logNormal(30, sigma);
  const two: Draw = (n, chance) => logNormal(chance() < 0.5 ? 20 : 80, sigma)(n, chance);
  const tenth: Draw = (n, chance) => logNormal(chance() < 0.1 ? 300 : 30, sigma)(n, chance);
  const doubles: Draw = (n, chance) => logNormal(n < JOBS / 2 ? 30 : 60, sigma)(n, chance);
  return {
    doubles_midway: { draw: doubles, before: usual },
    doubles_midway_first_run: { draw: doubles },
    twice_as_long: { draw: logNormal(60, sigma), before: usual },
    half_as_long: { draw: logNormal(15, sigma), before: usual },
    bimodal: { draw: two, before: two },
    bimodal_unexpected: { draw: two, before: logNormal(20, sigma) },
    one_in_ten_takes_ten_times: { draw: tenth, before: tenth },
    one_in_ten_unexpected: { draw: tenth, before: usual },
    one_in_ten_first_run: { draw: tenth },
  };
}
