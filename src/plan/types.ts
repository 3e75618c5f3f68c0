import type { InspectedEdit } from '../references/types.ts';

/** An edit with what this run does about it. */
export interface PlannedEdit extends InspectedEdit {
  /** Expanded ids of the edits whose outputs it uses. */
  readonly needs: readonly string[];
  readonly action: { readonly kind: 'submit' } | { readonly kind: 'skip'; readonly reason: string };
}

/** What a run will do, in an order in which each edit comes after those it needs. */
export interface Plan {
  readonly edits: readonly PlannedEdit[];
}
