import type { BranchDelivery } from '../deliver/branch/types.ts';
import type { Delivery } from '../deliver/types.ts';
import type { EditOutcome } from '../plan/outcome.ts';
import type { PlannedEdit } from '../plan/types.ts';
import type { PicturesBefore } from './pictures-before.ts';
import type { PullOutcome } from './pull-outcome.ts';
import type { Problem } from '../shared/problem.ts';

/** Which edits that did not succeed fail the step. `changes`: as `any`, and a plan fails it if it would send an edit. */
export type FailOn = 'any' | 'all' | 'never' | 'changes';

/** How the whole run ended. */
export type RunOutcome = 'success' | 'unchanged' | 'partial' | 'incomplete' | 'failed';

/** An edit that has not ended yet. */
export interface OpenEdit {
  readonly edit: PlannedEdit;
  readonly state: 'open';
  /** Present once the service accepted the edit. */
  readonly requestId?: string;
}

/** An edit at any time of a run. */
export type EditSoFar = EditOutcome | OpenEdit;

/** A run in progress: what is known so far. */
export interface RunSoFar {
  /** One for each edit of the plan, in its order: the order of the spec, but each edit after those it needs. */
  readonly edits: readonly EditSoFar[];
  /** Problems of the spec and of the run; those of the edits (`editProblems`) may be among them. */
  readonly problems: readonly Problem[];
  /** Milliseconds since the epoch. */
  readonly startedAtMs: number;
  readonly elapsedMs: number;
}

/** A run whose edits have all ended, before its files are delivered. */
export interface EndedRun extends RunSoFar {
  readonly edits: readonly EditOutcome[];
  readonly outcome: RunOutcome;
  /**
   * Why the run as a whole may send nothing; absent if it may. It is reported once, first, instead of for each edit that is
   * skipped because of it.
   */
  readonly refusal?: Problem;
  /** What the branch had before; absent if nothing is known of it. */
  readonly before?: PicturesBefore;
  /** Where a site serves the gallery of the branch; absent: no site is known. */
  readonly galleryUrl?: string;
  /** Whether the next run knows what is in flight, so that it can collect it without paying again. */
  readonly keepsRecord: boolean;
}

/** An ended run whose branch has been delivered (or has failed), before its artifact is made. */
export interface BranchedRun extends EndedRun {
  readonly branch: BranchDelivery;
  /** The repository's page, e.g. `https://github.com/acme/shop`. */
  readonly repositoryUrl: string;
}

/** Everything a person or a later step can learn about a run. */
export interface Report extends BranchedRun {
  readonly delivery: Delivery;
  /** Absent: the run proposes nothing. */
  readonly pull?: PullOutcome;
}
