import type { OpenedBranch } from '../../deliver/branch/types.ts';
import type { OfferedEntry } from '../../plan/types.ts';
import type { Problem } from '../../shared/problem.ts';

/** Pictures of other branches, or of older commits, that a plan may use. */
export interface FoundOffers {
  /** By fingerprint, the best first: the others are taken if it cannot be copied after all. Never an empty list. */
  readonly offers: ReadonlyMap<string, readonly OfferedEntry[]>;
  /** The branches that they are on. */
  readonly branches: readonly OpenedBranch[];
  /** Why not everything is known of the branches; empty if all were read. */
  readonly faults: readonly Problem[];
  /** Branches that may have had pictures which the run is to make; warnings only. */
  readonly problems: readonly Problem[];
}

/** Nothing is offered. */
export const NOTHING_OFFERED: FoundOffers = { offers: new Map(), branches: [], faults: [], problems: [] };
