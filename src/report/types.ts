import type { Delivery } from '../deliver/types.ts';
import type { EditOutcome } from '../plan/outcome.ts';
import type { Problem } from '../shared/problem.ts';

/** How the whole run ended. */
export type RunOutcome = 'success' | 'unchanged' | 'partial' | 'incomplete' | 'failed';

/** Everything a person or a later step can learn of a run. */
export interface Report {
  readonly outcome: RunOutcome;
  /** One for each edit of the plan, in the spec's order. */
  readonly edits: readonly EditOutcome[];
  readonly problems: readonly Problem[];
  readonly delivery: Delivery;
  readonly startedAtMs: number;
  readonly elapsedMs: number;
}
