import type { PlannedEdit } from '../../plan/types.ts';
import type { ModelPrice } from '../../queue/types.ts';
import type { EditError } from '../../shared/edit-error.ts';
import { plural } from '../../shared/format.ts';
import type { Budget } from '../types.ts';
import { isWithin, MAX_EDITS_WITHOUT_BUDGET, type BudgetLimits } from './check-budget.ts';

/**
 * A budget that lets a run submit as long as it keeps within its limits. What an edit may cost is reserved before it is
 * sent, and the actual cost, which is known later, replaces it. With a limit on cost and an unknown price (`price`
 * absent, or for another unit than an output), nothing may be sent: unknown is never 0.
 */
export function createBudget(
  { maxEdits: asked, maxCostUsd }: BudgetLimits,
  price: ModelPrice | undefined,
): Budget {
  const priceUsd = price?.unit === 'output' ? price.baseUsd : undefined;
  const maxEdits = asked ?? (maxCostUsd === undefined ? MAX_EDITS_WITHOUT_BUDGET : undefined);
  /** USD reserved for or spent on the edits that were sent or are about to be, by id. */
  const costs = new Map<string, number>();

  function findExcess({ id }: PlannedEdit): string | undefined {
    const others = [...costs].filter(([other]) => other !== id);
    if (maxEdits !== undefined && others.length >= maxEdits) {
      const raise = asked === undefined ? 'set `max-edits`' : 'raise `max-edits`';
      return `${plural(others.length, 'edit')} of at most ${maxEdits} were sent. Run again, or ${raise}.`;
    }
    if (maxCostUsd === undefined) return undefined;
    if (priceUsd === undefined) return 'the price is not known. Run again later, or remove `max-cost`.';
    const takenUsd = others.reduce((sum, [, usd]) => sum + usd, 0);
    if (isWithin(takenUsd + priceUsd, maxCostUsd)) return undefined;
    const taken = `$${takenUsd.toFixed(2)} of $${maxCostUsd.toFixed(2)} are spent or set aside`;
    return `${taken}, and it costs at least $${String(priceUsd)}. Run again, or raise \`max-cost\`.`;
  }
  return {
    reserve: (edit): EditError | undefined => {
      const excess = findExcess(edit);
      if (excess !== undefined) return { code: 'over-budget', message: `Over budget, not sent: ${excess}` };
      costs.set(edit.id, priceUsd ?? 0);
      return undefined;
    },
    release: ({ id }) => void costs.delete(id),
    recordCost: ({ id }, costUsd) => {
      if (costUsd !== undefined && costs.has(id)) costs.set(id, costUsd);
    },
  };
}
