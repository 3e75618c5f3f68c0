import type { OutputHost } from '../download/types.ts';
import type { ReferenceMode } from '../references/types.ts';
import type { FailOn } from '../report/types.ts';
import type { Glob } from '../shared/glob.ts';
import type { Mode } from './decide-mode.ts';
import type { ShardInput } from './parse-shard.ts';

/** Where outputs go; a pull request proposes what is on a branch. */
export type DeliveryWay = 'artifact' | 'branch';

/** Where work in flight is kept between runs. */
export type LedgerMode = 'auto' | 'git' | 'cache' | 'none';

/** The action's inputs, checked and typed. */
export interface ActionInputs {
  /** What the run does, by the input `mode` and the event. */
  readonly mode: Mode;
  /** Path relative to the workspace. */
  readonly spec: string;
  /** Empty if the workflow gave none; never in a run that applies. */
  readonly apiToken: string;
  /** Origin with an optional path, no trailing slash: https, or http on loopback. */
  readonly apiUrl: string;
  /** Empty if the workflow gave none; never in a run that applies and delivers to a branch. */
  readonly githubToken: string;
  /** The job by the id of its check run, as GitHub's API knows it; absent if the runner names none. */
  readonly jobId?: string;
  readonly deliver: readonly DeliveryWay[];
  readonly artifactName: string;
  /** What goes into an artifact beside a branch: the files of this run, or those of the whole spec. */
  readonly artifactContents: 'new' | 'all';
  /** Short name of the branch that is written to. */
  readonly branch: string;
  /** Short name of the branch for which a pull request is opened; absent: `branch` is the assets branch itself. */
  readonly pullInto?: string;
  /** Short name of the branch whose pictures count as there, beneath those of `branch`; absent: none. */
  readonly baseBranch?: string;
  /** Globs over names of branches whose pictures may be copied to `branch`; often none. */
  readonly adoptFrom: readonly Glob[];
  /** Relative to the branch's root, no slash at either end; empty: the root. */
  readonly branchDirectory: string;
  /** Placeholders `{edits}`, `{files}`, `{spec}`, `{run}` (known to be the only ones). */
  readonly commitMessage: string;
  /** Whether commits are made by GitHub, which signs them. */
  readonly signCommits: boolean;
  /** Whether files and entries that the spec no longer makes are removed from the branch. */
  readonly prune: boolean;
  /** Whether takes that are not kept are on the branch as well: always on one that is to be merged into, or counts beside, another. */
  readonly takesOnBranch: boolean;
  /** Whether the branch has a gallery page of everything that is on it. */
  readonly gallery: boolean;
  /** Where a site serves that page, with a slash at the end; absent: nothing is known of one. */
  readonly galleryUrl?: string;
  /** Globs over edit ids that are made again though nothing changed. */
  readonly force: readonly string[];
  /** Absent: the repository's own setting. */
  readonly retentionDays?: number;
  readonly maxParallel: number | 'auto';
  readonly timeoutMs: number;
  readonly failOn: FailOn;
  readonly references: ReferenceMode;
  readonly outputHosts: readonly OutputHost[];
  /** Where work in flight is kept between runs; `auto`: in the repository if the token may write there, else in the cache. */
  readonly ledger: LedgerMode;
  /** What to do about a submit that may have been accepted, when that is not known. */
  readonly onUnknown: 'hold' | 'resubmit';
  /** What to do at the deadline about jobs that are still in the service's queue. */
  readonly onTimeout: 'cancel' | 'leave';
  /** USD; absent: not limited by an input. 0: nothing is sent. */
  readonly maxCostUsd?: number;
  /** Most submits of one run; absent: not limited by an input. 0: nothing is sent. */
  readonly maxEdits?: number;
  /** Globs over edit ids; empty: all edits. */
  readonly only: readonly string[];
  /** Globs over paths of specs and prompt files that may be read although the commit does not track them. */
  readonly untrackedFiles: readonly Glob[];
  /** Whether the plan, or what the run did, is written as a comment on the pull request. */
  readonly comment: boolean;
  /** Whether code of a fork may pay and push. */
  readonly allowForks: boolean;
  /** Path of the plan that may be applied, relative to the workspace or absolute; absent: any plan may. */
  readonly planFile?: string;
  /** Among how many jobs a plan is divided at most; absent: it is not divided. */
  readonly maxShards?: number;
  /** The part of the plan in `planFile` that this job does; absent: all of it. */
  readonly shard?: ShardInput;
}
