import type { BudgetLimits } from './check-budget.ts';

/** What a job may send and spend of a plan that may be divided. */
export interface Share {
  /** Ids of the edits that it may send; undefined: all. */
  readonly maySend: ReadonlySet<string> | undefined;
  /** The input `shard` of the job that sends an edit, by the edit's id; empty if the plan is not divided. */
  readonly partOf: ReadonlyMap<string, string>;
  /** How much of the plan's cost is its own, 0 to 1. */
  readonly part: number;
  /** What had been spent of the month when the plan was made, in USD; undefined if the plan does not say. */
  readonly monthSpentUsd: number | undefined;
}

/**
 * The limits of a job that does a part of a plan (0 to 1); pure. The plan as a whole was checked before, so the number of edits
 * needs no share. What other jobs of the plan have spent of the month since it was made is from their own shares.
 */
export function shareLimits(
  limits: BudgetLimits,
  { part, monthSpentUsd }: Pick<Share, 'part' | 'monthSpentUsd'>,
): BudgetLimits {
  if (part === 1) return limits;
  const { maxCostUsd, month } = limits;
  const left = month === undefined ? 0 : month.limitUsd - (monthSpentUsd ?? month.spent.costUsd);
  return {
    ...limits,
    ...(maxCostUsd !== undefined && { maxCostUsd: maxCostUsd * part }),
    ...(month !== undefined && {
      month: { ...month, limitUsd: Math.min(month.limitUsd, month.spent.costUsd + left * part) },
    }),
  };
}
