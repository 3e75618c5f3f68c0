import type { JudgedEntry } from '../ledger/life/judge-entry.ts';
import type { LedgerEntry, PaidEntry } from '../ledger/life/types.ts';
import type { LockedInput, LockEntry, Recorded } from '../lock/types.ts';
import type { MediaFile } from '../media/types.ts';
import type { InspectedEdit } from '../references/types.ts';

/** The part of the work in flight that a plan depends on. */
export interface InFlight {
  /** By fingerprint; those of one fingerprint in the order in which they were claimed. */
  readonly entries: ReadonlyMap<string, readonly JudgedEntry[]>;
  /** Where the pictures of this run are to go, as its claims name it. */
  readonly destination: string;
  /** Request ids whose pictures are on the branch, and whose upload failed. */
  readonly owed: ReadonlySet<string>;
  /** Request ids whose pictures another run delivered since this one began, and not to this run's branch. */
  readonly deliveredSince: ReadonlySet<string>;
  /** What to do if it is unknown whether a submit was accepted. */
  readonly onUnknown: 'hold' | 'resubmit';
}

/** A branch at one commit: another one than the one that a run delivers to, or that one as it was before. */
export interface OtherBranch {
  /**
   * `base`: what it has counts as there (input `base-branch`). `preview`: its pictures are copied (input `adopt-from`).
   * `target`: the run's own branch is to be merged into it (or it is the own branch before that), and its pictures are copied if
   * both together have others.
   * `history`: an older commit of a branch that counts as there.
   */
  readonly kind: 'base' | 'preview' | 'target' | 'history';
  readonly branch: string;
  readonly commit: string;
}

/** The finished work of the base branch. */
export interface BaseWork {
  readonly on: OtherBranch;
  readonly recorded: Recorded;
  /** Ids of entries whose files cannot be copied for other edits; absent: all can. */
  readonly uncopyable?: ReadonlySet<string>;
}

/** A finished edit on another branch, or on an older commit. */
export interface OfferedEntry {
  readonly on: OtherBranch;
  /** Id of the entry there. */
  readonly id: string;
  readonly entry: LockEntry;
}

/** What a run does with an edit. */
export type PlannedAction =
  | {
      readonly kind: 'submit';
      /** What the ledger already has of it: submits that are repeated with consent, and finished jobs. Often none. */
      readonly over: readonly LedgerEntry[];
    }
  /** An earlier run submitted it, and its pictures are not delivered yet: they are collected, and nothing is submitted. */
  | { readonly kind: 'collect'; readonly entry: PaidEntry }
  /** Another run, still in progress, is working on it. */
  | { readonly kind: 'other-run'; readonly entry: LedgerEntry }
  /** It may have been paid for, or it was and its pictures are lost. It is not submitted again without consent. */
  | { readonly kind: 'hold'; readonly entry: LedgerEntry }
  /** Another edit of this plan has the same fingerprint: the pictures are made and paid for once, and used by both. */
  | { readonly kind: 'share'; readonly with: string }
  | {
      readonly kind: 'unchanged';
      /** Id of the lock entry; it differs from the edit's own if the edit was renamed or copied. */
      readonly from: string;
      readonly entry: LockEntry;
      /** The entry's files at their current paths according to the spec; same order as `entry.files`. */
      readonly files: readonly MediaFile[];
      /** The base branch, if the pictures stay there; absent: they are on the run's own branch. */
      readonly on?: OtherBranch;
    }
  | {
      /** Another branch has its pictures: they are copied to the run's own branch, and nothing is paid. */
      readonly kind: 'adopt';
      /** Id of the lock entry there. */
      readonly from: string;
      readonly entry: LockEntry;
      /** As with `unchanged`. */
      readonly files: readonly MediaFile[];
      readonly on: OtherBranch;
    }
  | {
      /**
       * A take that is not kept, and whose pictures exist: they are not brought to the branch, or leave it. A commit of the
       * branch has them.
       */
      readonly kind: 'aside';
      /** Id of the lock entry. */
      readonly from: string;
      readonly entry: LockEntry;
      /** Where they are found; absent: on the run's own branch, or where the entry says. */
      readonly on?: OtherBranch;
    }
  | { readonly kind: 'skip'; readonly reason: string };

/** An edit with what this run does with it. */
export interface PlannedEdit extends InspectedEdit {
  /** Hex SHA-256 over everything that determines the pictures; see `fingerprint.ts`. */
  readonly fingerprint: string;
  /** The input of the fingerprint, besides the model; see `fingerprint.ts`. */
  readonly lockedInput: LockedInput;
  /** Expanded ids of the edits whose outputs it uses. */
  readonly needs: readonly string[];
  readonly action: PlannedAction;
}

/** What a run will do. Each edit comes after those that it uses and the one that it shares with. */
export interface Plan {
  readonly edits: readonly PlannedEdit[];
  /** Lower-case output paths of the whole spec, including edits that are not part of this run. Numbered outputs avoid them. */
  readonly takenOutputs: ReadonlySet<string>;
}
