import type { Plan, PlannedEdit } from '../../plan/types.ts';
import type { ModelPrice } from '../../queue/types.ts';
import { plural } from '../../shared/format.ts';

/** Most that a run may spend; what is absent is not limited. */
export interface BudgetLimits {
  readonly maxEdits?: number;
  readonly maxCostUsd?: number;
}

/** Whether a sum keeps within a limit, both in USD: prices such as 0.03 have no exact binary form, so one just at it may seem over. */
export function isWithin(costUsd: number, maxCostUsd: number): boolean {
  return costUsd <= maxCostUsd + 1e-9;
}

/** So many ids of what would be sent are named. */
const MAX_NAMED = 20;

/**
 * Whether a plan may be sent within a budget: undefined where it may, else sentences that say by how much it is over
 * and what it would send. Counts each edit as one output, the least that it can cost. With a limit on cost, a price
 * that is not known (`price` absent, or for another unit than an output) is over budget: unknown is never 0.
 */
export function checkBudget(
  { edits }: Plan,
  { maxEdits, maxCostUsd }: BudgetLimits,
  price: ModelPrice | undefined,
): string | undefined {
  const submits = edits.filter(({ action }) => action.kind === 'submit');
  if (submits.length === 0) return undefined;
  const would = `It would send ${plural(submits.length, 'edit')}: ${nameSome(submits)}.`;
  if (maxEdits !== undefined && submits.length > maxEdits) {
    return `Over budget, nothing was sent: at most ${plural(maxEdits, 'edit')} may be sent in one run. ${would} Choose some by the input \`only\`, or raise \`max-edits\`.`;
  }
  if (maxCostUsd === undefined) return undefined;
  if (price?.unit !== 'output') {
    const why = price === undefined ? 'the price is not known' : `the price is for each ${price.unit}`;
    return `Nothing was sent: ${why}, so it cannot be told whether the run keeps within $${maxCostUsd.toFixed(2)}. ${would} Run again later, or take \`max-cost\` away.`;
  }
  const costUsd = submits.length * price.baseUsd;
  if (isWithin(costUsd, maxCostUsd)) return undefined;
  return `Over budget, nothing was sent: the run would cost at least $${costUsd.toFixed(2)}, and $${maxCostUsd.toFixed(2)} are allowed. ${would} Choose some by the input \`only\`, or raise \`max-cost\`.`;
}

function nameSome(edits: readonly PlannedEdit[]): string {
  const names = edits.slice(0, MAX_NAMED).map(({ id }) => id);
  const more = edits.length - names.length;
  return `${names.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}
