/**
 * What the submits of a plan cost. Work that is paid for already, and what other runs work on, is not in it.
 * `isLeast`: it may be more, because an edit may return several pictures, or earlier edits cost differently.
 */
export type CostEstimate =
  /** Nothing is sent. */
  | { readonly kind: 'none' }
  | { readonly kind: 'unknown'; readonly edits: number }
  | {
      readonly kind: 'known';
      readonly edits: number;
      readonly usd: number;
      readonly isLeast: boolean;
      /** Edits that cost the same; those of unknown cost are in none. */
      readonly parts: readonly CostPart[];
    };

/** Edits of one model that cost the same. */
export interface CostPart {
  /** The model's id. */
  readonly model: string;
  readonly edits: number;
  readonly eachUsd: number;
  readonly isLeast: boolean;
  /** The service's own price, or what the lock recorded for so many earlier edits. */
  readonly basis: { readonly kind: 'price' } | { readonly kind: 'recorded'; readonly earlierEdits: number };
}
