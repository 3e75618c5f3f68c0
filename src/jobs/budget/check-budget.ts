import { estimateCost } from '../../plan/review/estimate-cost.ts';
import type { Plan } from '../../plan/types.ts';
import type { ModelPrice } from '../../queue/types.ts';
import { plural } from '../../shared/format.ts';
import { listSome } from '../../shared/list-some.ts';

/** The most that a run may spend; what is absent is not limited. */
export interface BudgetLimits {
  readonly maxEdits?: number;
  readonly maxCostUsd?: number;
}

/** How many edits one run sends if no limit was set at all: more may be a slip in a matrix. */
export const MAX_EDITS_WITHOUT_BUDGET = 200;

/**
 * Whether a sum keeps within a limit, both in USD: prices such as 0.03 have no exact binary form, so one exactly at it
 * may seem over.
 */
export function isWithin(costUsd: number, maxCostUsd: number): boolean {
  return costUsd <= maxCostUsd + 1e-9;
}

/** How many ids of what would be sent are named. */
const MAX_NAMED = 20;

/**
 * Whether a plan may be sent within a budget: undefined if it may, otherwise sentences that say how far it is over and
 * what it would send. Counts each edit as one output, the least that it can cost. With a limit on cost, an unknown
 * price (`price` absent, or for another unit than an output) is over budget: unknown is never 0. `whyUnknown`: why there
 * is no price, in sentences.
 */
export function checkBudget(
  { edits }: Plan,
  { maxEdits, maxCostUsd }: BudgetLimits,
  price: ModelPrice | undefined,
  whyUnknown = '',
): string | undefined {
  const submits = edits.filter(({ action }) => action.kind === 'submit');
  if (submits.length === 0) return undefined;
  const would = `It would send ${plural(submits.length, 'edit')}: ${listSome(
    submits.map(({ id }) => id),
    MAX_NAMED,
  )}.`;
  if (maxEdits === undefined && maxCostUsd === undefined) {
    if (submits.length <= MAX_EDITS_WITHOUT_BUDGET) return undefined;
    return `Nothing was sent: the run has no budget, and without one at most ${plural(MAX_EDITS_WITHOUT_BUDGET, 'edit')} are sent in one run. ${would} To allow it, set \`max-edits\` (an input, or a key of \`budget\` in the spec), or choose some by the input \`only\`.`;
  }
  if (maxEdits !== undefined && submits.length > maxEdits) {
    return `Over budget, nothing was sent: at most ${plural(maxEdits, 'edit')} may be sent in one run. ${would} Choose some by the input \`only\`, or raise \`max-edits\`.`;
  }
  if (maxCostUsd === undefined) return undefined;
  if (price?.unit !== 'output') {
    const why = price === undefined ? 'the price is not known' : `the price is for each ${price.unit}`;
    const todo = price === undefined ? 'Run again later' : 'Use `max-edits` as the limit';
    return [
      `Nothing was sent: ${why}, so it is unknown whether the run keeps within $${maxCostUsd.toFixed(2)}.`,
      ...(whyUnknown === '' ? [] : [whyUnknown]),
      `${would} ${todo}, or remove \`max-cost\`.`,
    ].join(' ');
  }
  const costUsd = submits.length * price.baseUsd;
  if (isWithin(costUsd, maxCostUsd)) return undefined;
  return `Over budget, nothing was sent: the run would cost at least $${costUsd.toFixed(2)}, and $${maxCostUsd.toFixed(2)} are allowed. ${would} Choose some by the input \`only\`, or raise \`max-cost\`.`;
}

/**
 * What a plan will cost at least, as sentences for the log. The service charges for each output, and an edit that does
 * not force a single one may return several, so for those the sum is a lower bound. What was paid for before, and what
 * another run is working on, is not in the sum.
 */
export function describeEstimate({ edits }: Plan, price: ModelPrice): string {
  const estimate = estimateCost(edits, { price });
  const each = `$${String(price.baseUsd)} for each ${price.unit}`;
  if (estimate.kind !== 'known') return `The service's price: ${each}.`;
  const sum = `$${estimate.usd.toFixed(2)}`;
  const bound = estimate.isLeast
    ? `at least ${sum}, more if an edit returns several pictures`
    : `about ${sum}`;
  return `The service's price: ${each}. ${plural(estimate.edits, 'edit')}: ${bound}.`;
}
