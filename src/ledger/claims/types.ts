import type { LedgerEntry } from '../life/types.ts';

/** An edit that this step may submit. No two have the same fingerprint. */
export type ClaimableEdit = { readonly id: string; readonly fingerprint: string } & (
  | {
      readonly kind: 'submit';
      /** Names (see `nameEntry`) of the entries that this claim is made over: it is refused if there are others. */
      readonly over: readonly string[];
    }
  /** Another run is working on it: it is claimed when it is asked for, and not before. */
  | { readonly kind: 'other-run' }
);

/** What became of the wish to send an edit. `Delivered` is what is known of an edit that another run delivered. */
export type ClaimAnswer<Delivered extends DeliveredAnswer> =
  /** Durable in the store: it may be submitted, and no one else will. `id` is the claim's own. */
  | { readonly kind: 'claimed'; readonly id: string }
  /** Another run was first. */
  | { readonly kind: 'other-run'; readonly entry: LedgerEntry }
  /** Another run delivered it since the plan was made; the claim is released. */
  | Delivered
  /** It cannot be recorded, or it cannot be seen what others did, so it must not be submitted; the message is a sentence. */
  | { readonly kind: 'failed'; readonly message: string };

export interface DeliveredAnswer {
  readonly kind: 'delivered';
}
