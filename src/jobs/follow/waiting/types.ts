import type { Phases } from '../../../lock/recorded-phases.ts';

/** What a read showed of a job that is not over. */
export type SeenPhase =
  { readonly kind: 'queued'; readonly position?: number } | { readonly kind: 'running' | 'unrecognized' };

/** The reads of one job. All times are of one monotonic clock, in milliseconds. */
export interface JobReads {
  /** Until the next read; 0 if it is due. Ask again after a while: what happens to other jobs may change it. */
  nextWaitMs(nowMs: number): number;
  /**
   * Milliseconds that a read which is due must still wait for the other jobs' reads; if 0, it counts as sent. The last one
   * before the job's deadline never waits: what it does not show is never seen.
   */
  turn(nowMs: number, isLast: boolean): number;
  /** Whether it may still be in the service's queue, so that its place there is what a read can show. */
  isMaybeQueued(): boolean;
  /** A read was answered. */
  saw(nowMs: number, seen: SeenPhase): void;
  /** A read showed that it is over. The phases are what is most likely: it ended at some time before that read. */
  ended(nowMs: number): Phases;
  /** It is not read anymore, for whatever reason. Harmless after `ended`. */
  leave(): void;
}

/** Decides when the jobs of a run are read, and learns from what the reads show. */
export interface ReadPlanner {
  /** Follows a job that was accepted just now. */
  follow(acceptedAtMs: number): JobReads;
  /**
   * Follows a job that no one has read since it was accepted, `ageMs` ago: it is read at once if not too many are, and shows
   * nothing about others.
   */
  collect(ageMs: number, nowMs: number): JobReads;
  /** The service asked to slow down. */
  slowDown(nowMs: number): void;
}

/** The reads that a job gets on average: so many, and so many more for each second that such jobs run. */
export interface ReadRate {
  readonly perJob: number;
  readonly perSecond: number;
}
