import type { Benchmark, BenchmarkResult } from './benchmark.ts';
import { logNormal, simulateCase, wrongAssumptions } from './polling/cases.ts';
import { fixedLoop, fixedLoopOfAsMany, measureCost, type ReadJob } from './polling/read-cost.ts';
import { measureBundle } from './polling/run-bundle.ts';
import { leastCost } from './polling/service-times.ts';

const SIGMAS = [0.2, 0.4];
const FIRST_MEDIANS_S = [5, 10, 30, 60, 120, 300, 600];
/** The vendor's command line reads every 2 s. */
const LOOPS_MS = [500, 2000, 5000];
/** About 12 reads for jobs of 30 s. */
const TWELVE_READS = { perJob: 2, perSecond: 0.3 };

/**
 * What waiting costs: reads of a job x mean lag between its end and the read that shows it, by simulation of the shipped
 * planner and by the bundle against the emulator; beside fixed loops and the least that is possible if the distribution of the
 * times is known. The simulation gives the same figures each time.
 */
export const benchmark: Benchmark = async ({ quick }) => {
  const figures: Record<string, number> = {};
  const limits: Record<string, { max: number }> = {};
  const limit = (name: string, value: number, max: number): void => {
    figures[name] = value;
    limits[name] = { max };
  };
  const runs = quick ? 10 : 60;

  for (const median of [30, 120]) {
    for (const sigma of SIGMAS) {
      const draw = logNormal(median, sigma);
      const jobs = simulateCase({ draw, before: draw }, runs);
      const cost = printRow(`${median} s, sigma ${sigma}, earlier jobs`, jobs);
      const name = `${median}s_sigma_${sigma}`;
      limit(`${name}_times_least`, cost.cost / leastCost(median, sigma), 1.25);
      if (sigma === 0.4) limit(`${name}_p95_of_2s_loop`, cost.p95LagS / fixedLoop(jobs, 2000).p95LagS, 1);
    }
  }
  const thirty = logNormal(30, 0.2);
  const twelve = printRow(
    '30 s, sigma 0.2, 12 reads',
    simulateCase({ draw: thirty, before: thirty, rate: TWELVE_READS }, runs),
  );
  limit('lag_s_at_12_reads', twelve.cost / 12, 0.6);

  for (const jobs of [8, 48]) {
    let worst = 0;
    for (const median of FIRST_MEDIANS_S) {
      for (const sigma of SIGMAS) {
        const read = simulateCase(
          { draw: logNormal(median, sigma), jobs },
          Math.ceil((quick ? 160 : 960) / jobs),
        );
        worst = Math.max(
          worst,
          timesFixed(read, printRow(`${median} s, sigma ${sigma}, first run of ${jobs}`, read).reads),
        );
      }
    }
    limit(`first_run_of_${jobs}_times_fixed`, worst, 1.05);
  }
  for (const sigma of SIGMAS) {
    for (const [name, each] of Object.entries(wrongAssumptions(sigma))) {
      const jobs = simulateCase(each, quick ? 4 : 30);
      limit(
        `${name}_${sigma}_times_fixed`,
        timesFixed(jobs, printRow(`${name}, sigma ${sigma}`, jobs).reads),
        1.25,
      );
    }
  }
  const queued = simulateCase({ draw: thirty, before: thirty, capacity: 4 }, quick ? 4 : 30);
  limit(
    'queue_of_half_times_fixed',
    timesFixed(queued, printRow('30 s, sigma 0.2, half of them queued', queued).reads),
    1,
  );

  for (const bundle of await measureBundle(quick)) {
    const cost = printRow(`bundle: ${bundle.title}`, bundle.jobs);
    // 16 jobs say little: the least is that of many.
    if (bundle.hasEarlierJobs && !quick)
      limit(`bundle_${bundle.name}_times_least`, cost.cost / bundle.leastCost, 1.25);
    else limit(`bundle_${bundle.name}_times_fixed`, timesFixed(bundle.jobs, cost.reads), 1.05);
  }
  return { figures, limits } satisfies BenchmarkResult;
};

function timesFixed(jobs: readonly ReadJob[], reads: number): number {
  return measureCost(jobs).cost / fixedLoopOfAsMany(jobs, reads).cost;
}

/** A line for people: this way, and the fixed loops on the same jobs. */
function printRow(title: string, jobs: readonly ReadJob[]): ReturnType<typeof measureCost> {
  const cost = measureCost(jobs);
  const loops = LOOPS_MS.map((ms) => {
    const loop = fixedLoop(jobs, ms);
    return `${ms / 1000} s loop ${loop.reads.toFixed(1)} x ${loop.lagS.toFixed(2)}`;
  });
  const own = `${cost.reads.toFixed(1)} reads x ${cost.lagS.toFixed(2)} s = ${cost.cost.toFixed(2)}, p95 ${cost.p95LagS.toFixed(2)} s`;
  const ratio = timesFixed(jobs, cost.reads).toFixed(2);
  console.log(`${title}: ${own}; ${ratio} x the fixed loop of as many; ${loops.join(', ')}`);
  return cost;
}
