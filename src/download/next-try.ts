import type { Random } from '../shared/ports.ts';
import { retryDelayMs } from '../shared/retry-delay.ts';
import type { DownloadFailure, DownloadLimits } from './types.ts';

/** What has failed so far in one download. */
export interface FailureCount {
  readonly vanished: number;
  readonly damaged: number;
  /** Failures in a row without any usable answer; any other answer ends an outage. */
  readonly outage: number;
  /** What the last damaged body was, and whether all of them were the same. */
  readonly seen: string | undefined;
  readonly isAlwaysSame: boolean;
}

/** Before the first try. */
export const NO_FAILURES: FailureCount = {
  vanished: 0,
  damaged: 0,
  outage: 0,
  seen: undefined,
  isAlwaysSame: false,
};

/** Adds a failure to the count. */
export function countFailure(count: FailureCount, failure: DownloadFailure): FailureCount {
  switch (failure.kind) {
    case 'vanished':
      return { ...count, vanished: count.vanished + 1, outage: 0 };
    case 'damaged': {
      const seen = failure.bytes;
      const isAlwaysSame =
        seen !== undefined && (count.damaged === 0 || (count.isAlwaysSame && count.seen === seen));
      return { ...count, damaged: count.damaged + 1, outage: 0, seen, isAlwaysSame };
    }
    case 'outage':
      return { ...count, outage: count.outage + 1 };
    case 'refused':
    case 'unusable':
    case 'disk':
      return count;
  }
}

/** The wait between tries grows up to this step, which is 8 s: when an outage ends, paid pictures are fetched soon. */
const OUTAGE_STEPS = 5;

/**
 * Milliseconds until the next try after `failure`, which `count` already includes; undefined to give up. Reading is free
 * and the picture is paid for, so an outage is sat out for as long as the run has time.
 */
export function nextTryMs(
  count: FailureCount,
  failure: DownloadFailure,
  limits: DownloadLimits,
  random: Random,
): number | undefined {
  switch (failure.kind) {
    case 'refused':
    case 'unusable':
    case 'disk':
      return undefined;
    case 'vanished':
      return count.vanished < limits.vanishedTries ? steadyDelayMs(count.vanished, random) : undefined;
    case 'damaged':
      return count.damaged < limits.damagedTries ? steadyDelayMs(count.damaged, random) : undefined;
    case 'outage':
      return retryDelayMs(Math.min(count.outage, OUTAGE_STEPS), random, failure.retryAfterMs);
  }
}

/**
 * A second more after every failure, and up to another one by chance. If tries are counted, a wait must not come out as
 * zero: all tries would be over in an instant, and a picture that is only late would be given up.
 */
function steadyDelayMs(failures: number, random: Random): number {
  return Math.floor((failures + random()) * 1000);
}
