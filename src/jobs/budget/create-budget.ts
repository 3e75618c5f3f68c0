import type { Plan, PlannedEdit } from '../../plan/types.ts';
import type { ModelPrice } from '../../queue/types.ts';
import type { EditError } from '../../shared/edit-error.ts';
import { formatUsd, plural } from '../../shared/format.ts';
import type { Budget } from '../types.ts';
import { MAX_EDITS_WITHOUT_BUDGET, type BudgetLimits } from './check-budget.ts';
import { isWithin } from './is-within.ts';
import { spentUsd } from './month-budget.ts';

/**
 * A budget that lets a run submit as long as it keeps within its limits. What an edit may cost is reserved before it is
 * sent, and the actual cost, which is known later, replaces it. With a limit on cost and an unknown price (`price`
 * absent, or for another unit than an output), nothing may be sent: unknown is never 0. `edits` are those of the plan:
 * what is paid for and not recorded yet counts for the month.
 */
export function createBudget(
  { maxEdits: asked, maxCostUsd, month }: BudgetLimits,
  price: ModelPrice | undefined,
  edits: Plan['edits'] = [],
): Budget {
  const priceUsd = price?.unit === 'output' ? price.baseUsd : undefined;
  const maxEdits =
    asked ?? (maxCostUsd === undefined && month === undefined ? MAX_EDITS_WITHOUT_BUDGET : undefined);
  const spentBefore = month === undefined || priceUsd === undefined ? 0 : spentUsd(month, edits, priceUsd);
  /** USD reserved for or spent on the edits that were sent or are about to be, by id. */
  const costs = new Map<string, number>();

  function findExcess({ id }: PlannedEdit): string | undefined {
    const others = [...costs].filter(([other]) => other !== id);
    if (maxEdits !== undefined && others.length >= maxEdits) {
      const raise = asked === undefined ? 'set `max-edits`' : 'raise `max-edits`';
      return `${plural(others.length, 'edit')} of at most ${maxEdits} were sent. Run again, or ${raise}.`;
    }
    if (maxCostUsd === undefined && month === undefined) return undefined;
    const name = maxCostUsd === undefined ? 'per-month' : 'max-cost';
    if (priceUsd === undefined) return `the price is not known. Run again later, or remove \`${name}\`.`;
    const takenUsd = others.reduce((sum, [, usd]) => sum + usd, 0);
    const cost = `it costs at least ${formatUsd(priceUsd)}`;
    if (maxCostUsd !== undefined && !isWithin(takenUsd + priceUsd, maxCostUsd))
      return `${formatUsd(takenUsd)} of ${formatUsd(maxCostUsd)} are spent or set aside, and ${cost}. Run again, or raise \`max-cost\`.`;
    if (month === undefined) return undefined;
    const monthUsd = takenUsd + spentBefore;
    if (isWithin(monthUsd + priceUsd, month.limitUsd)) return undefined;
    return `${formatUsd(monthUsd)} of ${formatUsd(month.limitUsd)} are spent in ${month.month} or set aside, and ${cost}. Raise \`per-month\`, or wait for the next month (UTC).`;
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
