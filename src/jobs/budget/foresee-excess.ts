import { listToSend } from '../../plan/list-to-send.ts';
import type { Plan } from '../../plan/types.ts';
import type { CostFacts } from '../../plan/review/estimate-cost.ts';
import type { Problem } from '../../shared/problem.ts';
import { checkBudget, type BudgetLimits, type Excess } from './check-budget.ts';
import { findSpentMonth } from './month-budget.ts';

/**
 * What a budget will say to a run that applies this plan; pure. About a price that is not known, a limit on cost says
 * nothing yet: the run that applies asks for it. A month of which nothing is left needs no price.
 */
export function foreseeExcess(plan: Plan, limits: BudgetLimits, facts: CostFacts): readonly Problem[] {
  const isPriced = listToSend(plan).every(({ model }) => facts.prices?.has(model) === true);
  const excess = checkBudget(plan, limits, facts);
  const isSure = isPriced || excess?.isUnknown !== true;
  const sure = isSure ? excess : findSpentMonth(plan.edits, limits.month);
  return sure === undefined ? [] : [warnOf(sure)];
}

function warnOf({ why, todo, at }: Pick<Excess, 'why' | 'todo' | 'at'>): Problem {
  const message = `A run that applies this plan sends nothing: ${why}. ${todo}`;
  return { severity: 'warning', message, ...(at !== undefined && { at }) };
}
