import type { LockedInput, LockEntry } from '../lock/types.ts';
import type { MediaFile } from '../media/types.ts';
import type { InspectedEdit } from '../references/types.ts';

/** What a run does about an edit. */
export type PlannedAction =
  | { readonly kind: 'submit' }
  /** Another edit of this plan has the same fingerprint: its pictures are taken, and paid for once. */
  | { readonly kind: 'share'; readonly with: string }
  | {
      readonly kind: 'keep';
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
