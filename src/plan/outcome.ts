import type { DownloadedFile } from '../download/types.ts';
import type { PaidJob } from '../ledger/life/types.ts';
import type { MediaFile } from '../media/types.ts';
import type { EditError } from '../shared/edit-error.ts';
import type { PlannedEdit } from './types.ts';

/**
 * What is certain about the paid job of an edit that ended. It decides what the ledger remembers, so it is set only by the
 * code that knows it, and never read out of a message or an error code.
 */
export type JobFact =
  /** Nothing of this run is at the service. */
  | { readonly kind: 'none' }
  /** The service refused the submit: nothing was or will be charged. Unix ms. */
  | { readonly kind: 'refused'; readonly submittedAtMs: number }
  /** The submit may have been accepted, by this run or before it: there is no request id. */
  | { readonly kind: 'maybe-sent' }
  /** Accepted. Its pictures are still to come, or did not all come this time; `isUnusable`: or cannot be delivered. */
  | ({ readonly kind: 'open'; readonly isUnusable?: true } & PaidJob)
  /** It ended and made no pictures: there is nothing to come. */
  | ({ readonly kind: 'over-empty' } & PaidJob)
  /** Paid for, and its pictures can no longer be had. `isRecorded`: the ledger says so already. */
  | ({ readonly kind: 'lost'; readonly isRecorded: boolean } & PaidJob)
  /** All its pictures are on disk. */
  | ({ readonly kind: 'made' } & PaidJob)
  /** Its pictures are on the assets branch, since before this run or by another one meanwhile, or are copied to it. */
  | { readonly kind: 'delivered'; readonly requestId: string };

/** Durations in milliseconds; a phase that was not reached is absent. */
export interface EditTimings {
  readonly queuedMs?: number;
  readonly runningMs?: number;
  readonly downloadMs?: number;
  /** From its submit, or the first look at a job that was paid for before, to its end. */
  readonly totalMs?: number;
}

/** What is known of an edit however it ended. */
export interface EndFacts {
  /** The service's addresses of the outputs, as long as they live. */
  readonly outputUrls: readonly string[];
  /** Verified files on disk. All of them if it succeeded, and those that came if others did not. */
  readonly files: readonly DownloadedFile[];
  /** Files of an edit that is unchanged or adopted, as they are on the branch after this run; empty otherwise. */
  readonly unchangedFiles: readonly MediaFile[];
  /** USD; absent if the service named none: unknown is never 0. */
  readonly costUsd?: number;
  readonly timings: EditTimings;
  /** Worth knowing, not wrong: one line each. */
  readonly warnings: readonly string[];
}

type Ended<State extends string, Job extends JobFact['kind']> = EndFacts & {
  readonly edit: PlannedEdit;
  readonly state: State;
  readonly job: Extract<JobFact, { readonly kind: Job }>;
};

/** The end of an edit that has its pictures. */
type EndedWell = (
  Ended<'succeeded', 'made'> | Ended<'unchanged', 'delivered'> | Ended<'adopted', 'delivered'>
) & {
  readonly error?: undefined;
};

/** The end of an edit that does not have its pictures, and why. */
type EndedWithout = (
  | Ended<'failed', 'none' | 'refused' | 'open' | 'over-empty' | 'lost'>
  | Ended<'pending', 'none' | 'open'>
  | Ended<'cancelled', 'over-empty'>
  | Ended<'unknown', 'maybe-sent' | 'open' | 'lost'>
  | Ended<'skipped', 'none'>
) & { readonly error: EditError };

/** An edit's end: an item's error is data. Every edit of a run ends in exactly one state. */
export type EditOutcome = EndedWell | EndedWithout;

/** An edit that succeeded. */
export type SucceededEdit = Extract<EditOutcome, { readonly state: 'succeeded' }>;

/** How an edit can end. */
export type EditState = EditOutcome['state'];

/** The request of this run, or of the one that it continued, behind an edit's end; undefined if there is none. */
export function requestIdOf({ job }: Pick<EditOutcome, 'job'>): string | undefined {
  switch (job.kind) {
    case 'none':
    case 'refused':
    case 'maybe-sent':
    case 'delivered':
      return undefined;
    case 'open':
    case 'over-empty':
    case 'lost':
    case 'made':
      return job.requestId;
  }
}
