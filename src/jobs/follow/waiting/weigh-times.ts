/** How long a job took, or has taken so far. */
export interface SeenTime {
  readonly ms: number;
  /** Whether the job was over then; otherwise it is known to take longer. */
  readonly isOver: boolean;
  /** How much it counts. */
  readonly weight: number;
}

/** Times at which jobs end, with the share of all jobs that each one speaks for. */
export interface WeighedTimes {
  readonly times: readonly { readonly ms: number; readonly share: number }[];
  /** The share of the jobs about which these times say nothing. */
  readonly strayShare: number;
}

/**
 * Gives each known time its share; `strayWeight` is what counts for the unknown. A job that still runs hands its own
 * share on to all that lasted longer (the estimate of Kaplan and Meier), so that the first jobs to end, which are the
 * quickest, do not make all others seem late. Pure.
 */
export function weighTimes(seen: readonly SeenTime[], strayWeight: number): WeighedTimes {
  // At the same time, what ended counts first.
  const sorted = seen.toSorted((a, b) => a.ms - b.ms || Number(b.isOver) - Number(a.isOver));
  let left = strayWeight + sorted.reduce((sum, { weight }) => sum + weight, 0);
  let factor = 1 / left;
  const times: { ms: number; share: number }[] = [];
  for (const { ms, isOver, weight } of sorted) {
    if (isOver) times.push({ ms, share: weight * factor });
    else factor *= left / (left - weight);
    left -= weight;
  }
  return { times, strayShare: strayWeight * factor };
}
