import { estimateCost, type CostFacts } from '../../plan/review/estimate-cost.ts';
import type { Plan } from '../../plan/types.ts';
import { describeEstimatedCost } from '../../plan/review/describe-estimate.ts';
import type { CostEstimate } from '../../plan/review/cost-types.ts';
import type { ModelPrice } from '../../queue/types.ts';
import { formatUsd, plural } from '../../shared/format.ts';
import { MODEL } from '../../shared/model.ts';
import { listSome } from '../../shared/list-some.ts';
import type { Position } from '../../shared/problem.ts';
import type { Clause, Sentence } from '../../shared/sentence.ts';
import { isWithin } from './is-within.ts';
import { findMonthExcess, type MonthBudget } from './month-budget.ts';
import { createForesight, describeForeseenSum, sumForeseen, type ForeseeCost } from './foresee-costs.ts';

/** The most that a run may spend; what is absent is not limited. */
export interface BudgetLimits {
  readonly maxEdits?: number;
  readonly maxCostUsd?: number;
  /** For all runs of a month together. */
  readonly month?: MonthBudget;
  /** Where the spec sets a limit. */
  readonly at?: Readonly<Partial<Record<'maxEdits' | 'maxCostUsd', Position>>>;
}

/** How many edits one run sends if no limit was set at all: more may be a slip in a matrix. */
export const MAX_EDITS_WITHOUT_BUDGET = 200;

/** How many ids of what would be sent are named. */
const MAX_NAMED = 20;

/** Why a plan may not be sent. */
export interface Excess {
  readonly why: Clause;
  readonly todo: Sentence;
  /** Whether the cost of an edit is not known, and the others alone would be within the budget. */
  readonly isUnknown?: true;
  /** Why the price is not known, in sentences. */
  readonly details?: string;
  /** The limit in the spec that it is over. */
  readonly at?: Position;
  /** What the run would send. */
  readonly would: Sentence;
}

/**
 * Whether a plan may be sent within a budget: undefined if it may. With a limit on cost, an edit whose cost cannot be
 * counted with is over budget: unknown is never 0. `whyUnknown`: why a price is not known, in sentences.
 */
export function checkBudget(
  { edits }: Plan,
  limits: BudgetLimits,
  facts: CostFacts,
  whyUnknown = '',
): Excess | undefined {
  const submits = edits.filter(({ action }) => action.kind === 'submit');
  if (submits.length === 0) return undefined;
  const foresee = createForesight(facts);
  const excess =
    findExcess(submits, limits, foresee, whyUnknown) ??
    (limits.month && findMonthExcess(edits, limits.month, { ...facts, foresee }, whyUnknown));
  const ids = listSome(
    submits.map(({ id }) => id),
    MAX_NAMED,
  );
  return excess && { ...excess, would: `It would send ${plural(submits.length, 'edit')}: ${ids}.` };
}

function findExcess(
  edits: Plan['edits'],
  { maxEdits, maxCostUsd, month, at }: BudgetLimits,
  foresee: ForeseeCost,
  whyUnknown: string,
): Omit<Excess, 'would'> | undefined {
  const submits = edits.length;
  if (maxEdits === undefined && maxCostUsd === undefined && month === undefined) {
    if (submits <= MAX_EDITS_WITHOUT_BUDGET) return undefined;
    return {
      why: `the run has no budget, and without one at most ${plural(MAX_EDITS_WITHOUT_BUDGET, 'edit')} are sent in one run`,
      todo: 'To allow more, set `max-edits` (an input, or a key of `budget` in the spec), or choose some edits with `only`.',
    };
  }
  if (maxEdits !== undefined && submits > maxEdits) {
    return {
      why: `${plural(submits, 'edit')} ${submits === 1 ? 'is' : 'are'} over the budget of at most ${maxEdits} in one run`,
      todo: 'Raise `max-edits`, or choose some edits with `only`.',
      ...placeOf(at?.maxEdits),
    };
  }
  if (maxCostUsd === undefined) return undefined;
  const sum = sumForeseen(edits, foresee);
  if (!isWithin(sum.usd, maxCostUsd))
    return {
      why: `${describeForeseenSum(sum)} is over the budget of ${formatUsd(maxCostUsd)}`,
      todo: 'Raise `max-cost`, or choose some edits with `only`.',
      ...placeOf(at?.maxCostUsd),
    };
  if (sum.fault !== undefined) {
    const { why, isAbsent } = sum.fault;
    return {
      why: `${why}, so it is unknown whether the run keeps within ${formatUsd(maxCostUsd)}`,
      todo: isAbsent
        ? 'Run again later, or remove `max-cost`.'
        : 'Use `max-edits` as the limit, or remove `max-cost`.',
      isUnknown: true,
      ...(whyUnknown !== '' && { details: whyUnknown }),
      ...placeOf(at?.maxCostUsd),
    };
  }
  return undefined;
}

function placeOf(at: Position | undefined): Pick<Excess, 'at'> {
  return at === undefined ? {} : { at };
}

/**
 * What a plan will cost at least, as sentences for the log. The service charges for each output, and an edit that does
 * not force a single one may return several, so for those the sum is a lower bound. What was paid for before, and what
 * another run is working on, is not in the sum.
 */
export function describeEstimate({ edits }: Plan, { prices = new Map(), earlier = [] }: CostFacts): string {
  const models = [...Map.groupBy(edits, ({ model }) => model)];
  return models
    .flatMap(([model, own]) => {
      const estimate = estimateCost(own, { prices, earlier });
      const price = prices.get(model);
      if (price !== undefined) return [describeOfModel(model, price, estimate)];
      if (model === MODEL || estimate.kind !== 'known') return [];
      return [`${plural(estimate.edits, 'edit')} by ${model}: ${describeEstimatedCost(estimate)}.`];
    })
    .join(' ');
}

function describeOfModel(model: string, price: ModelPrice, estimate: CostEstimate): string {
  const each = `${formatUsd(price.baseUsd)} for each ${price.unit}`;
  if (model !== MODEL) {
    const count = estimate.kind === 'none' ? 0 : estimate.edits;
    return `The service's base price of ${model}: ${each}. ${plural(count, 'edit')}: ${describeEstimatedCost(estimate)}.`;
  }
  if (estimate.kind !== 'known') return `The service's price: ${each}.`;
  const sum = formatUsd(estimate.usd);
  const bound = estimate.isLeast
    ? `at least ${sum}, more if an edit returns several pictures`
    : `about ${sum}`;
  return `The service's price: ${each}. ${plural(estimate.edits, 'edit')}: ${bound}.`;
}
