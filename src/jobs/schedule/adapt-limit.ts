import type { Phases } from '../../lock/recorded-phases.ts';

/** How many jobs may be at the service, when the action finds that out itself. */
export interface AutoLimit {
  /** From 1 to 64; only its whole part counts. */
  readonly limit: number;
  /** The service was full once: from then on the limit grows slowly. */
  readonly isCareful: boolean;
}

/** What has just been seen of this run's jobs at the service. */
export type ServiceNews =
  /** `inFlight`: all that have not ended, whose submit is on its way, that were accepted, or that are being collected. */
  | { readonly kind: 'slow-down' | 'started-at-once'; readonly inFlight: number }
  /** `inFlightBefore`: the same when this job was accepted, itself included. */
  | {
      readonly kind: 'ended';
      readonly inFlight: number;
      readonly inFlightBefore: number;
      readonly phases: Phases;
    };

/** Where it begins: what a run without `auto` has. */
export const FIRST_LIMIT: AutoLimit = { limit: 8, isCareful: false };

const MOST = 64;

/**
 * Half as many jobs waiting as running keep the service busy while the end of one is noticed and the next one is sent.
 */
const JOBS_PER_RUNNING = 1.5;

/**
 * The limit after some news; pure. It grows by one for each job that begins at once while all places are taken, so that it
 * doubles with each round of jobs, and after the first sign of a full service by one for each round. It shrinks after a
 * "slow down" to less than there was then, but not to less than half. A job that has waited shows how many the service runs at once: if of
 * so many in flight each waits as long as it runs, half of them run. The limit follows that in about one round of jobs, but not below
 * the first limit: a wait may have other reasons (other users' jobs, a start that takes long), and then it becomes no
 * shorter with fewer jobs. From below it, where a "slow down" brought it, it grows by one for each round, however long jobs wait.
 */
export function adaptLimit(now: AutoLimit, news: ServiceNews): AutoLimit {
  switch (news.kind) {
    case 'slow-down':
      return { limit: slowedDown(Math.floor(now.limit), news.inFlight), isCareful: true };
    case 'started-at-once':
      if (!isFull(now, news)) return now;
      return { ...now, limit: Math.min(MOST, now.limit + (now.isCareful ? 1 / Math.floor(now.limit) : 1)) };
    case 'ended': {
      const { queuedMs, runningMs } = news.phases;
      if (queuedMs <= 0) return now;
      const running = (news.inFlightBefore * runningMs) / (queuedMs + runningMs);
      const isBelowFirst = now.limit < FIRST_LIMIT.limit;
      const followed = Math.max(JOBS_PER_RUNNING * running, isBelowFirst ? now.limit + 1 : FIRST_LIMIT.limit);
      const step = (followed - now.limit) / now.limit;
      if (step > 0 && !isFull(now, news)) return now;
      return { limit: Math.min(MOST, now.limit + step), isCareful: true };
    }
  }
}

function isFull({ limit }: AutoLimit, { inFlight }: { readonly inFlight: number }): boolean {
  return inFlight >= Math.floor(limit);
}

/** Half at most, and less only by the next "slow down": few may be in flight because few could be sent. */
function slowedDown(limit: number, inFlight: number): number {
  return Math.max(1, Math.min(limit - 1, Math.max(inFlight, Math.floor(limit / 2))));
}
