import type { EntryVerdict } from '../ledger/life/judge-entry.ts';
import type { Ledger, LedgerEntry, PaidEntry } from '../ledger/life/types.ts';
import type { LockedInput, LockEntry } from '../lock/types.ts';
import type { MediaFile } from '../media/types.ts';
import type { InspectedEdit } from '../references/types.ts';

/** Work in flight, as far as a plan depends on it. */
export interface InFlight {
  /** By fingerprint. */
  readonly ledger: Ledger;
  /** What an entry without a request id means. Those with one speak for themselves. */
  verdict(entry: LedgerEntry): EntryVerdict;
  /** What to do about a submit of which nobody knows whether it was accepted. */
  readonly onUnknown: 'hold' | 'resubmit';
}

/** What a run does about an edit. */
export type PlannedAction =
  | {
      readonly kind: 'submit';
      /** The entry in whose place it is claimed: an unclear submit that is sent again on purpose, or a job that is done with. */
      readonly replaces?: LedgerEntry;
    }
  /** The service accepted it in an earlier run, and its pictures are not delivered yet: they are collected, nothing is sent. */
  | { readonly kind: 'collect'; readonly entry: PaidEntry }
  /** Another run that goes on is at it. */
  | { readonly kind: 'other-run'; readonly entry: LedgerEntry }
  /** It may have been paid for, and nobody knows; or it was, and its pictures are gone. It is not sent again without consent. */
  | { readonly kind: 'hold'; readonly entry: LedgerEntry }
  /** Another edit of this plan has the same fingerprint: its pictures are taken, and paid for once. */
  | { readonly kind: 'share'; readonly with: string }
  | {
      readonly kind: 'unchanged';
      /** Id of the lock entry, another than the edit's own where that was renamed. */
      readonly from: string;
      readonly entry: LockEntry;
      /** The entry's files at the paths that the spec gives them now; the same order as `entry.files`. */
      readonly files: readonly MediaFile[];
    }
  | { readonly kind: 'skip'; readonly reason: string };

/** An edit with what this run does about it. */
export interface PlannedEdit extends InspectedEdit {
  /** Hex SHA-256 over everything that decides the pictures; see `fingerprint.ts`. */
  readonly fingerprint: string;
  /** What the fingerprint is made of, besides the model. */
  readonly lockedInput: LockedInput;
  /** Expanded ids of the edits whose outputs it uses. */
  readonly needs: readonly string[];
  readonly action: PlannedAction;
}

/** What a run will do, in an order in which each edit comes after those it needs and the one it shares with. */
export interface Plan {
  readonly edits: readonly PlannedEdit[];
  /** Lower-case output paths of the whole spec, also of edits that this run is not about: numbers keep clear of them. */
  readonly takenOutputs: ReadonlySet<string>;
}
