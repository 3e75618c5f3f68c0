/** How many jobs may be at the service, when the action finds that out itself. */
export interface AutoLimit {
  /** From 1 to 64; only its whole part counts. */
  readonly limit: number;
  /** The service was full once: from then on the limit grows slowly. */
  readonly isCareful: boolean;
}

/** What was last seen of this run's jobs at the service. */
export interface JobsSeen {
  /** What has just happened: a job began without waiting, the service said "slow down", or anything else. */
  readonly news: 'started-at-once' | 'slow-down' | 'other';
  /** All that have not ended: whose submit is on its way, that were accepted, or that are being collected. */
  readonly inFlight: number;
  readonly running: number;
  /** Those that have been in the service's queue for longer than a moment. */
  readonly waiting: number;
}

/** Where it begins: what a run without `auto` has. */
export const FIRST_LIMIT: AutoLimit = { limit: 8, isCareful: false };

const MOST = 64;

/**
 * The limit after some news; pure. It grows by one for each job that begins at once while all places are taken, so that it
 * doubles with each round of jobs, and after the first sign of a full service by one for each round. It shrinks after a
 * "slow down" to less than there was then, to half if jobs only wait, and if more wait than run to what keeps a full
 * service busy: half as many waiting as running.
 */
export function adaptLimit(now: AutoLimit, { news, inFlight, running, waiting }: JobsSeen): AutoLimit {
  if (news === 'slow-down') return shrink(now, Math.min(Math.floor(now.limit) - 1, inFlight));
  if (waiting > 0 && running === 0) return shrink(now, Math.ceil(inFlight / 2));
  if (waiting > running) return shrink(now, running + Math.ceil(running / 2));
  if (news === 'other' || waiting > 0 || inFlight < Math.floor(now.limit)) return now;
  return { ...now, limit: Math.min(MOST, now.limit + (now.isCareful ? 1 / Math.floor(now.limit) : 1)) };
}

function shrink({ limit }: AutoLimit, wished: number): AutoLimit {
  return { limit: Math.max(1, Math.min(limit, wished)), isCareful: true };
}
