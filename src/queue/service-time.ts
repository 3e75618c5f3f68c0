import type { Clock } from '../shared/ports.ts';
import type { Reply } from './send.ts';

/** Below this, a difference is the way of an answer through the network, and the second that a header is exact to. */
const NOTEWORTHY_MS = 60_000;

/** Learns from the service's answers what time it is there: this machine's clock may be wrong by hours. */
export interface ServiceTime {
  /** Notes the `Date` header of an answer, if it has one; returns the answer. */
  hear(reply: Reply): Reply;
  /**
   * How far the service's clock is ahead of this machine's, in ms; 0 for less than a minute. Undefined as long as no
   * answer said what time it is.
   */
  aheadMs(): number | undefined;
}

/** The time of one service. */
export function createServiceTime(clock: Pick<Clock, 'now'>): ServiceTime {
  let aheadMs: number | undefined;
  return {
    hear: (reply) => {
      if (reply.kind === 'answered' && reply.dateMs !== undefined) {
        const differenceMs = reply.dateMs - clock.now();
        aheadMs = Math.abs(differenceMs) < NOTEWORTHY_MS ? 0 : differenceMs;
      }
      return reply;
    },
    aheadMs: () => aheadMs,
  };
}
