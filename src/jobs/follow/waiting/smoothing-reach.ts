/** The logarithm of a time, and the share of all jobs that it speaks for. */
export interface LogTime {
  readonly log: number;
  readonly share: number;
}

/** The spread that is assumed as long as there is one time only. */
const FIRST_SPREAD = 0.35;
/** With less, a small change of the service's pace would make all reads come too early or too late. */
const LEAST_SPREAD = 0.06;
/** The standard deviation of a parabola that reaches 1 to both sides is 1 / sqrt(5). */
const REACH = Math.sqrt(5);
/** The middle half of a normal distribution is so many standard deviations wide. */
const MIDDLE_HALF = 1.34;

/**
 * How far a time is smoothed to both sides on the logarithmic scale: the more times, the less far (the rule of
 * Silverman, which is not misled by a few times that are far off). Pure.
 */
export function smoothingReach(times: readonly LogTime[]): number {
  const known = times.reduce((sum, { share }) => sum + share, 0);
  if (known === 0) return REACH * FIRST_SPREAD;
  const mean = times.reduce((sum, { log, share }) => sum + log * share, 0) / known;
  const variance = times.reduce((sum, { log, share }) => sum + (log - mean) ** 2 * share, 0) / known;
  const count = known ** 2 / times.reduce((sum, { share }) => sum + share ** 2, 0);
  const sorted = times.toSorted((a, b) => a.log - b.log);
  const middle = quantile(sorted, 0.75 * known) - quantile(sorted, 0.25 * known);
  const robust = middle > 0 ? Math.min(variance, (middle / MIDDLE_HALF) ** 2) : variance;
  const spread = Math.sqrt((robust * count + FIRST_SPREAD ** 2) / (count + 1));
  return REACH * Math.max(LEAST_SPREAD, 0.9 * spread * count ** -0.2);
}

function quantile(sorted: readonly LogTime[], share: number): number {
  let sum = 0;
  for (const time of sorted) {
    sum += time.share;
    if (sum >= share) return time.log;
  }
  return sorted.at(-1)?.log ?? 0;
}
