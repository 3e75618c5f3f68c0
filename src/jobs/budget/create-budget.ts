import type { Prices } from '../../plan/review/estimate-cost.ts';
import { costKey, createSeenCosts, type PricedEntry } from '../../plan/review/seen-costs.ts';
import type { Plan, PlannedEdit } from '../../plan/types.ts';
import type { EditError } from '../../shared/edit-error.ts';
import { formatUsd, plural } from '../../shared/format.ts';
import { MODEL } from '../../shared/model.ts';
import type { Budget } from '../types.ts';
import { MAX_EDITS_WITHOUT_BUDGET, type BudgetLimits } from './check-budget.ts';
import { isWithin } from './is-within.ts';
import { spentUsd } from './month-budget.ts';

/** Money that is reserved for, or spent on, an edit that was sent or is about to be. */
interface Item {
  readonly usd: number;
  /** Edits of one key should cost the same. */
  readonly key: string;
  /** Its cost, or that the service names none, is known. */
  readonly isKnown: boolean;
}

/**
 * A budget that lets a run submit as long as it keeps within its limits. What an edit may cost is reserved before it is
 * sent: the service's price, or if earlier edits with the same options cost more, the highest of their costs. The actual
 * cost, which is known later, replaces it. With a limit on cost and an unknown price, nothing may be sent: unknown is never
 * 0. `edits` are those of the plan: what is paid for and not recorded yet counts for the month.
 */
export function createBudget(
  { maxEdits: asked, maxCostUsd, month }: BudgetLimits,
  prices: Prices,
  edits: Plan['edits'] = [],
  earlier: readonly PricedEntry[] = [],
): Budget {
  const isLimited = maxCostUsd !== undefined || month !== undefined;
  const maxEdits = asked ?? (isLimited ? undefined : MAX_EDITS_WITHOUT_BUDGET);
  const spentBefore = month === undefined ? 0 : spentUsd(month, edits, prices);
  const findSeen = createSeenCosts(earlier);
  /** The highest cost of this run's edits, by key. */
  const seenNow = new Map<string, number>();
  /** By id. */
  const items = new Map<string, Item>();

  function keyOf({ model, lockedInput, published }: PlannedEdit): string {
    return costKey(model, lockedInput, published);
  }
  function seenUsd(edit: PlannedEdit): number | undefined {
    const [before, now] = [findSeen(edit)?.highestUsd, seenNow.get(keyOf(edit))];
    return before === undefined || now === undefined ? (before ?? now) : Math.max(before, now);
  }
  /** What is reserved for an edit, in USD; undefined if it is not known. */
  function priceOf(edit: PlannedEdit): number | undefined {
    const price = prices.get(edit.model);
    return price?.unit === 'output' ? Math.max(price.baseUsd, seenUsd(edit) ?? 0) : undefined;
  }

  function findExcess(edit: PlannedEdit, priceUsd: number | undefined): string | undefined {
    const others = [...items].filter(([other]) => other !== edit.id);
    if (maxEdits !== undefined && others.length >= maxEdits) {
      const raise = asked === undefined ? 'set `max-edits`' : 'raise `max-edits`';
      return `${plural(others.length, 'edit')} of at most ${maxEdits} were sent. Run again, or ${raise}.`;
    }
    if (!isLimited) return undefined;
    const name = maxCostUsd === undefined ? 'per-month' : 'max-cost';
    if (priceUsd === undefined) return `the price is not known. Run again later, or remove \`${name}\`.`;
    const takenUsd = others.reduce((sum, [, { usd }]) => sum + usd, 0);
    const seen = seenUsd(edit);
    const cost =
      seen === priceUsd && seen > (prices.get(edit.model)?.baseUsd ?? 0)
        ? `it may cost ${formatUsd(priceUsd)}, as an earlier edit with the same options did`
        : `it costs at least ${formatUsd(priceUsd)}`;
    if (maxCostUsd !== undefined && !isWithin(takenUsd + priceUsd, maxCostUsd))
      return `${formatUsd(takenUsd)} of ${formatUsd(maxCostUsd)} are spent or set aside, and ${cost}. Run again, or raise \`max-cost\`.`;
    if (month === undefined) return undefined;
    const monthUsd = takenUsd + spentBefore;
    if (isWithin(monthUsd + priceUsd, month.limitUsd)) return undefined;
    return `${formatUsd(monthUsd)} of ${formatUsd(month.limitUsd)} are spent in ${month.month} or set aside, and ${cost}. Raise \`per-month\`, or wait for the next month (UTC).`;
  }
  return {
    mustWait: (edit, underWay) => {
      // The default model is charged by output, so its price is no mere lower bound.
      if (!isLimited || edit.model === MODEL || seenUsd(edit) !== undefined) return false;
      const key = keyOf(edit);
      return [...items].some(([id, item]) => underWay.has(id) && item.key === key && !item.isKnown);
    },
    reserve: (edit): EditError | undefined => {
      const usd = priceOf(edit);
      const excess = findExcess(edit, usd);
      if (excess !== undefined) return { code: 'over-budget', message: `Over budget, not sent: ${excess}` };
      items.set(edit.id, { usd: usd ?? 0, key: keyOf(edit), isKnown: false });
      return undefined;
    },
    release: ({ id }) => void items.delete(id),
    recordCost: (edit, costUsd) => {
      const item = items.get(edit.id);
      if (item === undefined) return;
      items.set(edit.id, { ...item, usd: costUsd ?? item.usd, isKnown: true });
      if (costUsd === undefined || costUsd <= 0) return;
      seenNow.set(item.key, Math.max(seenNow.get(item.key) ?? 0, costUsd));
      // Those that are under way should cost the same.
      for (const [id, other] of items)
        if (other.key === item.key && !other.isKnown)
          items.set(id, { ...other, usd: Math.max(other.usd, costUsd) });
    },
  };
}
