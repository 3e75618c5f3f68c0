/** How one job was read. */
export interface ReadJob {
  /** From its acceptance to its end. */
  readonly lastsMs: number;
  readonly reads: number;
  /** From its end to the read that showed it. */
  readonly lagMs: number;
}

/** What reading some jobs cost. */
export interface ReadCost {
  /** Of a job, on average. */
  readonly reads: number;
  readonly lagS: number;
  readonly p95LagS: number;
  /** Reads x mean lag. */
  readonly cost: number;
}

export function measureCost(jobs: readonly ReadJob[]): ReadCost {
  const mean = (values: readonly number[]): number =>
    values.reduce((sum, value) => sum + value, 0) / values.length;
  const lags = jobs.map(({ lagMs }) => lagMs / 1000);
  const reads = mean(jobs.map((job) => job.reads));
  const p95LagS = lags.toSorted((a, b) => a - b)[Math.floor(lags.length * 0.95)] ?? Number.NaN;
  return { reads, lagS: mean(lags), p95LagS, cost: reads * mean(lags) };
}

/** The same jobs in a loop that reads each one every `intervalMs`. */
export function fixedLoop(jobs: readonly ReadJob[], intervalMs: number): ReadCost {
  return measureCost(
    jobs.map(({ lastsMs }) => {
      const reads = Math.max(1, Math.ceil(lastsMs / intervalMs));
      return { lastsMs, reads, lagMs: reads * intervalMs - lastsMs };
    }),
  );
}

/** The same jobs in the fixed loop that sends as many reads. */
export function fixedLoopOfAsMany(jobs: readonly ReadJob[], reads: number): ReadCost {
  let [short, long] = [1, 10_000_000];
  for (let n = 0; n < 60; n += 1) {
    const middle = (short + long) / 2;
    if (fixedLoop(jobs, middle).reads > reads) short = middle;
    else long = middle;
  }
  return fixedLoop(jobs, long);
}
