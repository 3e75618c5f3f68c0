import type { LockEntry, Recorded } from '../../lock/types.ts';
import type { ModelPrice } from '../../queue/types.ts';
import type { InspectedFile } from '../../references/types.ts';
import type { Position } from '../../shared/problem.ts';
import type { Clause } from '../../shared/sentence.ts';
import type { PlannedAction } from '../types.ts';
import type { PlannedRenditions } from './count-renditions.ts';
import type { BranchGrowth } from './estimate-growth.ts';
import type { CostEstimate } from './cost-types.ts';

/** What a review compares a plan with. */
export interface ReviewFacts {
  /** Path of the spec. */
  readonly spec: string;
  /** Finished work, as the plan was made with it; absent if nothing is recorded. */
  readonly recorded?: Recorded;
  /** Where the recorded files are; absent if they are not on a branch. */
  readonly branch?: PinnedFolder;
  /** The base branch: edits are compared with what is there, as that is live. Absent if there is none. */
  readonly live?: { readonly recorded: Recorded; readonly folder: PinnedFolder };
  /** Ids that are to be made again even if nothing changed. */
  readonly forced: ReadonlySet<string>;
  /** Every id that is taken: of the spec, also edits that are not part of this run, and of other specs that still exist. */
  readonly specIds: ReadonlySet<string>;
  /** Whether the run removes what the spec no longer has. */
  readonly prune: boolean;
  /** The service's prices by model; absent if they are not known, e.g. without a token. */
  readonly prices?: ReadonlyMap<string, ModelPrice>;
  /** A commit that has the file with these bytes, for links; undefined if none is known. */
  commitOf?(file: InspectedFile): string | undefined;
  /** Milliseconds since the epoch. */
  readonly nowMs: number;
}

/** A folder of a commit; an empty directory is its root. */
export interface PinnedFolder {
  readonly commit: string;
  readonly directory: string;
}

/** A file of a commit; the path is from the repository's root. */
export interface PinnedFile {
  readonly path: string;
  readonly commit: string;
}

/** A part of a text as it was, as it is, or both; see `diffWords`. */
export interface WordPart {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

/** What people call a reference. */
export type ReferenceName =
  | { readonly kind: 'file'; readonly path: string }
  /** Without its query, which may be a signature that gives everyone access to the picture. */
  | { readonly kind: 'url'; readonly url: string }
  | { readonly kind: 'output'; readonly edit: string }
  /** Of an older picture that has no name of its own: the start of its hash. */
  | { readonly kind: 'unnamed'; readonly hash: string };

/** One difference between what an edit was made from and what the spec asks for, or another reason to make it again. */
export type EditChange =
  /** `force` names it. */
  | { readonly kind: 'forced' }
  /** Recorded files that are no longer on the branch; relative to the branch directory. */
  | { readonly kind: 'missing-files'; readonly paths: readonly string[] }
  /** It was, or may have been, paid for already, and is submitted again with consent. */
  | { readonly kind: 'again'; readonly what: Clause }
  | { readonly kind: 'prompt'; readonly words: readonly WordPart[] }
  | { readonly kind: 'reference-added'; readonly reference: ReferenceName; readonly after?: PinnedFile }
  | { readonly kind: 'reference-removed'; readonly reference: ReferenceName; readonly before?: PinnedFile }
  /** The same name with other content. */
  | {
      readonly kind: 'reference-replaced';
      readonly reference: ReferenceName;
      readonly before?: PinnedFile;
      readonly after?: PinnedFile;
    }
  | { readonly kind: 'reference-order' }
  /** It uses the output of `edit`, which changes with this plan (`isPlanned`) or has changed since. */
  | { readonly kind: 'input'; readonly edit: string; readonly isPlanned: boolean }
  /** It uses the output of `edit`, of which another take is kept now. */
  | { readonly kind: 'kept-take'; readonly edit: string; readonly before: number; readonly after: number }
  /** Another key, by its name in the spec as far as it has one; a value is absent if there is or was none. */
  | { readonly kind: 'setting'; readonly name: string; readonly before?: string; readonly after?: string };

/** What a plan does about an edit, in the words of a reader. */
export type EditStatus =
  /** To be made; nothing is recorded of it. */
  | { readonly kind: 'new' }
  /** To be made again: `changes` says why. */
  | { readonly kind: 'changed' }
  /** Nothing is done. `newerCommit`: although the spec differs, because the branch was made from that newer commit. */
  | { readonly kind: 'unchanged'; readonly newerCommit?: string }
  /** In flight or on hold: nothing is sent for it. */
  | PendingStatus
  /** Not sent, because it needs the output or the pictures of the edit `by`, which is on hold. */
  | { readonly kind: 'blocked'; readonly by: string }
  /** The spec freezes it. `hasPictures`: those that are there stay, whatever the spec says; otherwise it has none. */
  | { readonly kind: 'frozen'; readonly hasPictures: boolean }
  /** Files only; free. `copied`: `from` is still in the spec, and keeps its own. */
  | {
      readonly kind: 'moved';
      readonly from: string;
      readonly isCopied: boolean;
      readonly files: readonly { readonly from: string; readonly to: string }[];
    }
  /** Copied from another branch, where they are paid for: `from` is the id there. */
  | {
      readonly kind: 'adopted';
      readonly from: string;
      readonly branch: string;
      readonly commit: string;
      readonly files: readonly { readonly from: string; readonly to: string }[];
    }
  /** A take that is not kept: its pictures leave the branch, and stay in its history; free. */
  | { readonly kind: 'aside'; readonly from: string }
  /** The same pictures as those of another edit of this plan: made and paid for once. */
  | { readonly kind: 'shared'; readonly with: string }
  | { readonly kind: 'skipped'; readonly reason: Clause };

/** An edit that is in flight, or that is not sent without consent. */
export interface PendingStatus {
  readonly kind: 'pending';
  /**
   * `collect`: paid for; its pictures are collected, and nothing is paid again. `other-run`: that run is working on it,
   * and pays. `hold`: it may have been paid for; it is not sent again without consent.
   */
  readonly why: 'collect' | 'other-run' | 'hold';
  readonly what: Clause;
  /** The page of the run that claimed it. */
  readonly runUrl: string;
  readonly requestId?: string;
}

/** An edit of a plan, with what the plan means for it. Plain data: it can be written to a file and read again. */
export interface ReviewedEdit {
  readonly id: string;
  readonly description?: string;
  readonly at: Position;
  readonly prompt: string;
  /** Path without extension. */
  readonly output: string;
  /** The model's id. */
  readonly model: string;
  /** As the API spells it; absent for other models than the default one. */
  readonly size?: string;
  /** The model's own keys that the spec sets, as text; absent if there are none. */
  readonly options?: Readonly<Record<string, string>>;
  /** In their order. */
  readonly references: readonly ReferenceName[];
  readonly fingerprint: string;
  /** What comes of it: `hold` also for an edit that needs one on hold. Only `submit` is paid for. */
  readonly action: PlannedAction['kind'];
  readonly status: EditStatus;
  /** How the spec differs from what is recorded; also if that changes nothing now, as with a frozen edit. */
  readonly changes: readonly EditChange[];
  /** Whether it is made again because another take is kept, of an edit that it uses, directly or not. */
  readonly isForKeep?: true;
  /** Its first picture on the branch now, if it is one that a page can show. */
  readonly current?: PinnedFile;
}

/** A finished edit on the branch that no spec asks for: this one no longer has it, or the spec that had it is gone. */
export interface OrphanedEdit {
  readonly id: string;
  /** The spec that is gone; absent if it was an edit of this spec, or of none. */
  readonly spec?: string;
  /** Relative to the branch directory. */
  readonly files: readonly string[];
  /** Whether this run removes it (input `prune`); otherwise it stays. */
  readonly isRemoved: boolean;
}

/** What a plan says. Plain data: it can be written to a file and read again. */
export interface PlanReview {
  /** In the order of the spec. */
  readonly edits: readonly ReviewedEdit[];
  readonly orphaned: readonly OrphanedEdit[];
  readonly estimate: CostEstimate;
  /** The part of it for edits that are made again because another take is kept; absent: there are none. */
  readonly keepEstimate?: CostEstimate;
  /** Absent: none is made. */
  readonly renditions?: PlannedRenditions;
  /** Of the branch; absent if nothing is added, or if there is none. */
  readonly growth?: BranchGrowth;
}

/** The recorded work that an edit is compared with. */
export type RecordedEntry = Pick<LockEntry, 'model' | 'input' | 'references' | 'specCommit' | 'files'>;
