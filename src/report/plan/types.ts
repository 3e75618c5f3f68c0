import type { PlanReview } from '../../plan/review/types.ts';
import type { Shards } from '../../plan/shards/split-shards.ts';
import type { Problem } from '../../shared/problem.ts';

/** The form of the plan file that this version reads and writes. */
export const PLAN_FILE_VERSION = 1;

/** The most bytes of a plan file that is read. Thousands of changed edits with long prompts stay below it. */
export const MOST_PLAN_BYTES = 64 * 1024 * 1024;

/** The spending of a calendar month (UTC) as the lock file records it. */
export interface PlannedMonth {
  /** E.g. `2026-11`. */
  readonly name: string;
  readonly limitUsd: number;
  readonly spentUsd: number;
  /** How many edits were paid for, and of how many of them no cost is known. */
  readonly edits: number;
  readonly unpriced: number;
}

/** A plan as a file holds it: all that its pages show, and all that a later run needs to apply exactly this plan. */
export interface PlanFile extends PlanReview {
  readonly version: typeof PLAN_FILE_VERSION;
  /** Hex SHA-256 over what the plan decides: the same for two plans if and only if they do the same. */
  readonly digest: string;
  /** ISO 8601, UTC. */
  readonly createdAt: string;
  readonly actionVersion: string;
  /** The repository's page, e.g. `https://github.com/acme/shop`. */
  readonly repositoryUrl: string;
  /** `commit`: absent if the runner named none. */
  readonly spec: { readonly path: string; readonly commit?: string };
  /** Where the pictures are to go, as the ledger names it: `artifact`, or `branch NAME:FOLDER`. */
  readonly destination: string;
  /** The commit of the branch that the plan was made with; absent without a branch, or if it does not exist yet. */
  readonly branchCommit?: string;
  /** What all runs of this month may cost together, and what is spent of it; absent if the spec sets no such limit. */
  readonly month?: PlannedMonth;
  /** How the work is divided among jobs; absent if the plan is for one. */
  readonly shards?: Shards;
  /** Of the spec and of the plan; with an error, the plan cannot be applied. */
  readonly problems: readonly Problem[];
}
