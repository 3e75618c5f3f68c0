import type { DownloadedFile } from '../download/types.ts';
import type { MediaFile } from '../media/types.ts';
import type { EditError } from '../shared/edit-error.ts';
import type { PlannedEdit } from './types.ts';

/** How an edit can end. Every edit of a run ends in exactly one of these. */
export type EditState =
  'succeeded' | 'unchanged' | 'failed' | 'pending' | 'cancelled' | 'unknown' | 'skipped';

/** Durations in milliseconds; a phase that was not reached is absent. */
export interface EditTimings {
  readonly queuedMs?: number;
  readonly runningMs?: number;
  readonly downloadMs?: number;
  /** From the first work on the edit to its end. */
  readonly totalMs?: number;
}

/** An edit's end: an item's error is data. */
export interface EditOutcome {
  readonly edit: PlannedEdit;
  readonly state: EditState;
  /** Present once the service accepted the edit. */
  readonly requestId?: string;
  /** The service's addresses of the outputs, as long as they live. */
  readonly outputUrls: readonly string[];
  /** Verified files on disk. All of them where it succeeded, and those that came where others did not. */
  readonly files: readonly DownloadedFile[];
  /** Files of an edit that is unchanged, as they stand on the assets branch after this run; empty otherwise. */
  readonly kept: readonly MediaFile[];
  /** Milliseconds since the epoch: when its submit began. Absent where nothing was sent. */
  readonly submittedAtMs?: number;
  /** USD; absent where the service named none: unknown is never 0. */
  readonly costUsd?: number;
  readonly timings: EditTimings;
  readonly error?: EditError;
  /** Worth knowing, not wrong: one line each. */
  readonly warnings: readonly string[];
}
