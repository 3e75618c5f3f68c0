import { estimateCost } from '../../plan/review/estimate-cost.ts';
import type { Plan } from '../../plan/types.ts';
import type { ModelPrice } from '../../queue/types.ts';
import { formatUsd, plural } from '../../shared/format.ts';
import { listSome } from '../../shared/list-some.ts';
import type { Position } from '../../shared/problem.ts';
import type { Clause, Sentence } from '../../shared/sentence.ts';
import { isWithin } from './is-within.ts';
import { findMonthExcess, type MonthBudget } from './month-budget.ts';

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
  /** Why the price is not known, in sentences. */
  readonly details?: string;
  /** The limit in the spec that it is over. */
  readonly at?: Position;
  /** What the run would send. */
  readonly would: Sentence;
}

/**
 * Whether a plan may be sent within a budget: undefined if it may. Counts each edit as one output, the least that it can
 * cost. With a limit on cost, an unknown price (`price` absent, or for another unit than an output) is over budget:
 * unknown is never 0. `whyUnknown`: why there is no price, in sentences.
 */
export function checkBudget(
  { edits }: Plan,
  limits: BudgetLimits,
  price: ModelPrice | undefined,
  whyUnknown = '',
): Excess | undefined {
  const submits = edits.filter(({ action }) => action.kind === 'submit');
  if (submits.length === 0) return undefined;
  const excess =
    findExcess(submits.length, limits, price, whyUnknown) ??
    (limits.month && findMonthExcess(edits, limits.month, price, whyUnknown));
  const ids = listSome(
    submits.map(({ id }) => id),
    MAX_NAMED,
  );
  return excess && { ...excess, would: `It would send ${plural(submits.length, 'edit')}: ${ids}.` };
}

function findExcess(
  submits: number,
  { maxEdits, maxCostUsd, month, at }: BudgetLimits,
  price: ModelPrice | undefined,
  whyUnknown: string,
): Omit<Excess, 'would'> | undefined {
  if (maxEdits === undefined && maxCostUsd === undefined && month === undefined) {
    if (submits <= MAX_EDITS_WITHOUT_BUDGET) return undefined;
    return {
      why: `the run has no budget, and without one at most ${plural(MAX_EDITS_WITHOUT_BUDGET, 'edit')} are sent in one run`,
      todo: 'To allow more, set `max-edits` (an input, or a key of `budget` in the spec), or choose some edits by the input `only`.',
    };
  }
  if (maxEdits !== undefined && submits > maxEdits) {
    return {
      why: `${plural(submits, 'edit')} ${submits === 1 ? 'is' : 'are'} over the budget of at most ${maxEdits} in one run`,
      todo: 'Raise `max-edits`, or choose some edits by the input `only`.',
      ...placeOf(at?.maxEdits),
    };
  }
  if (maxCostUsd === undefined) return undefined;
  if (price?.unit !== 'output') {
    const why = price === undefined ? 'the price is not known' : `the price is for each ${price.unit}`;
    return {
      why: `${why}, so it is unknown whether the run keeps within ${formatUsd(maxCostUsd)}`,
      todo:
        price === undefined
          ? 'Run again later, or remove `max-cost`.'
          : 'Use `max-edits` as the limit, or remove `max-cost`.',
      ...(whyUnknown !== '' && { details: whyUnknown }),
      ...placeOf(at?.maxCostUsd),
    };
  }
  const costUsd = submits * price.baseUsd;
  if (isWithin(costUsd, maxCostUsd)) return undefined;
  return {
    why: `at least ${formatUsd(costUsd)} is over the budget of ${formatUsd(maxCostUsd)}`,
    todo: 'Raise `max-cost`, or choose some edits by the input `only`.',
    ...placeOf(at?.maxCostUsd),
  };
}

function placeOf(at: Position | undefined): Pick<Excess, 'at'> {
  return at === undefined ? {} : { at };
}

/**
 * What a plan will cost at least, as sentences for the log. The service charges for each output, and an edit that does
 * not force a single one may return several, so for those the sum is a lower bound. What was paid for before, and what
 * another run is working on, is not in the sum.
 */
export function describeEstimate({ edits }: Plan, price: ModelPrice): string {
  const estimate = estimateCost(edits, { price });
  const each = `${formatUsd(price.baseUsd)} for each ${price.unit}`;
  if (estimate.kind !== 'known') return `The service's price: ${each}.`;
  const sum = formatUsd(estimate.usd);
  const bound = estimate.isLeast
    ? `at least ${sum}, more if an edit returns several pictures`
    : `about ${sum}`;
  return `The service's price: ${each}. ${plural(estimate.edits, 'edit')}: ${bound}.`;
}
