import type { BranchDelivery } from '../deliver/branch/types.ts';
import type { Delivery } from '../deliver/types.ts';
import type { EditOutcome } from '../plan/outcome.ts';
import type { PlannedEdit } from '../plan/types.ts';
import type { Problem } from '../shared/problem.ts';

/** Which edits that did not succeed fail the step. */
export type FailOn = 'any' | 'all' | 'never';

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

/** A run that goes on: what can be told of it already. */
export interface RunSoFar {
  /** One for each edit of the plan, in its order: as in the spec, but each after those it needs. */
  readonly edits: readonly EditSoFar[];
  /** Of the spec and of the run; the edits' own (`editProblems`) may be among them. */
  readonly problems: readonly Problem[];
  /** The model's id, e.g. `bytedance/dreamina-4-0/edit`. */
  readonly model: string;
  /** Milliseconds since the epoch. */
  readonly startedAtMs: number;
  readonly elapsedMs: number;
}

/** A run of which every edit ended, before its files are delivered. */
export interface EndedRun extends RunSoFar {
  readonly edits: readonly EditOutcome[];
  readonly outcome: RunOutcome;
  /** Whether the next run finds what is in flight, so that it collects without paying again. */
  readonly keepsRecord: boolean;
}

/** An ended run of which the branch's fate is known, before its artifact is made. */
export interface BranchedRun extends EndedRun {
  readonly branch: BranchDelivery;
  /** The repository's page, e.g. `https://github.com/acme/shop`. */
  readonly repositoryUrl: string;
}

/** Everything a person or a later step can learn of a run. */
export interface Report extends BranchedRun {
  readonly delivery: Delivery;
}
