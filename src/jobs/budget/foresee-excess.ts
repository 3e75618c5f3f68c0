import { listToSend } from '../../plan/list-to-send.ts';
import type { Plan } from '../../plan/types.ts';
import type { Prices } from '../../plan/review/estimate-cost.ts';
import type { Problem } from '../../shared/problem.ts';
import { checkBudget, type BudgetLimits } from './check-budget.ts';
import { findSpentMonth } from './month-budget.ts';

/**
 * What a budget will say to a run that applies this plan; pure. Without a price, a limit on cost says nothing yet: the
 * run that applies asks for it. A month of which nothing is left needs no price.
 */
export function foreseeExcess(plan: Plan, limits: BudgetLimits, prices: Prices): readonly Problem[] {
  const { maxEdits = Infinity, maxCostUsd, month, ...place } = limits;
  const isLimited = maxCostUsd !== undefined || month !== undefined;
  const isPriced = listToSend(plan).every(({ model }) => prices.has(model));
  const known = !isPriced && isLimited ? { maxEdits, ...place } : limits;
  const excess =
    checkBudget(plan, known, prices) ?? (!isPriced ? findSpentMonth(plan.edits, month) : undefined);
  if (excess === undefined) return [];
  const { why, todo, at } = excess;
  const message = `A run that applies this plan sends nothing: ${why}. ${todo}`;
  return [{ severity: 'warning', message, ...(at !== undefined && { at }) }];
}
