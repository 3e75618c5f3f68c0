import { createGate } from '../shared/gate.ts';
import type { Clock } from '../shared/ports.ts';
import { wait } from '../shared/wait.ts';
import type { QueueError } from './types.ts';

/** How one try of a submit ended, as far as it matters for the pace. */
export type TurnEnd =
  | { readonly kind: 'accepted' }
  /** The service asked to slow down: no submit before `waitMs` have passed. */
  | { readonly kind: 'slow-down'; readonly waitMs: number; readonly error: QueueError }
  | { readonly kind: 'other' };

/** The line in which submits wait before they are sent, so that one "slow down" holds back all of them. */
export interface SubmitPace {
  /** Waits for a turn, which must be ended; undefined once the signal is aborted. */
  enter(signal: AbortSignal): Promise<Turn | undefined>;
  /** How many times in a row the service asked to slow down; 0 after an accepted submit. */
  readonly strikes: number;
  /** How often the service asked to slow down. */
  readonly slowDowns: number;
  /** The last "slow down": the reason why a submit has to wait for its turn. */
  readonly lastSlowDown: QueueError | undefined;
}

export interface Turn {
  end(how: TurnEnd): void;
}

/** Above this many accepted submits since the last "slow down" there is no limit anymore. */
const UNLIMITED_FROM = 64;

/**
 * A pace with no limit at first. After a "slow down", half as many submits run at once, one more after each success.
 */
export function createSubmitPace(clock: Clock): SubmitPace {
  let limit = Number.POSITIVE_INFINITY;
  let active = 0;
  let strikes = 0;
  /** Counts the slow-downs: answers to submits sent before the last one must not halve the limit again. */
  let era = 0;
  let pausedUntilMs = 0;
  let lastSlowDown: QueueError | undefined;
  const turnEnded = createGate();

  const takeTurn = (): Turn => {
    const bornIn = era;
    return {
      end: (how) => {
        if (how.kind === 'accepted') {
          strikes = 0;
          limit = limit + 1 >= UNLIMITED_FROM ? Number.POSITIVE_INFINITY : limit + 1;
        }
        if (how.kind === 'slow-down') {
          lastSlowDown = how.error;
          pausedUntilMs = Math.max(pausedUntilMs, clock.monotonicMs() + how.waitMs);
          if (bornIn === era) {
            limit = Math.max(1, Math.floor(Math.min(active, limit) / 2));
            era += 1;
            strikes += 1;
          }
        }
        active -= 1;
        turnEnded.open();
      },
    };
  };

  return {
    get slowDowns() {
      return era;
    },
    get strikes() {
      return strikes;
    },
    get lastSlowDown() {
      return lastSlowDown;
    },
    enter: async (signal) => {
      while (!signal.aborted) {
        const waitMs = pausedUntilMs - clock.monotonicMs();
        if (waitMs > 0) await wait(clock, waitMs, signal);
        else if (active >= limit) await turnEnded.wait(signal);
        else {
          active += 1;
          return takeTurn();
        }
      }
      return undefined;
    },
  };
}
