import { outputUsd, type CostFacts } from '../../plan/review/estimate-cost.ts';
import { createSeenCosts } from '../../plan/review/seen-costs.ts';
import type { Plan, PlannedEdit } from '../../plan/types.ts';
import type { EditError } from '../../shared/edit-error.ts';
import { formatUsd, plural } from '../../shared/format.ts';
import { MODEL } from '../../shared/model.ts';
import type { Log } from '../../shared/ports.ts';
import type { Budget } from '../types.ts';
import { MAX_EDITS_WITHOUT_BUDGET, type BudgetLimits } from './check-budget.ts';
import { createForesight } from './foresee-costs.ts';
import { isWithin } from './is-within.ts';
import { spentUsd } from './month-budget.ts';

/** Money that is reserved for, or spent on, an edit that was sent or is about to be. */
interface Item {
  readonly usd: number;
  /** The edit's price, the least that it costs. */
  readonly leastUsd: number;
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
  facts: CostFacts,
  edits: Plan['edits'] = [],
  log?: Pick<Log, 'info'>,
): Budget {
  const isLimited = maxCostUsd !== undefined || month !== undefined;
  const maxEdits = asked ?? (isLimited ? undefined : MAX_EDITS_WITHOUT_BUDGET);
  const seenBefore = createSeenCosts(facts.earlier);
  const foresee = createForesight(facts, seenBefore);
  const spentBefore = month === undefined ? 0 : spentUsd(month, edits, { ...facts, foresee });
  /** The highest cost of this run's edits, by key. */
  const seenNow = new Map<string, number>();
  /** Keys of edits that were made at a cost that the service does not name: more will not be known of others. */
  const unnamed = new Set<string>();
  /** By id. */
  const items = new Map<string, Item>();
  /** What all items take: with thousands of edits, it is asked for very often. */
  let takenUsd = 0;

  function setItem(id: string, item: Item | undefined): void {
    if (item === undefined) items.delete(id);
    else items.set(id, item);
    takenUsd = [...items.values()].reduce((sum, { usd }) => sum + usd, 0);
  }
  function seenUsd(edit: PlannedEdit): number | undefined {
    const [before, now] = [seenBefore.find(edit)?.highestUsd, seenNow.get(seenBefore.keyOf(edit))];
    return before === undefined || now === undefined ? (before ?? now) : Math.max(before, now);
  }
  function leastUsd({ model }: PlannedEdit): number | undefined {
    return outputUsd(facts.prices?.get(model));
  }
  /** What is reserved for an edit, in USD; undefined if it is not known. */
  function priceOf(edit: PlannedEdit): number | undefined {
    const cost = foresee(edit);
    return cost.ok ? Math.max(cost.value.usd, seenUsd(edit) ?? 0) : undefined;
  }

  /**
   * Whether nothing is known of what edits with its options cost. The default model is charged by output: its price is no
   * mere lower bound.
   */
  function isFirst(edit: PlannedEdit): boolean {
    return edit.model !== MODEL && seenUsd(edit) === undefined && !unnamed.has(seenBefore.keyOf(edit));
  }
  /** Another edit with the same options that was sent, and of which no cost is known. */
  function findOpen(edit: PlannedEdit): string | undefined {
    const key = seenBefore.keyOf(edit);
    return [...items].find(([id, item]) => id !== edit.id && item.key === key && !item.isKnown)?.[0];
  }

  function findExcess(edit: PlannedEdit, priceUsd: number | undefined): string | undefined {
    const own = items.get(edit.id);
    const others = items.size - (own === undefined ? 0 : 1);
    if (maxEdits !== undefined && others >= maxEdits) {
      const raise = asked === undefined ? 'set `max-edits`' : 'raise `max-edits`';
      return `${plural(others, 'edit')} of at most ${maxEdits} were sent. Run again, or ${raise}.`;
    }
    if (!isLimited) return undefined;
    const name = maxCostUsd === undefined ? 'per-month' : 'max-cost';
    if (priceUsd === undefined) return `the price is not known. Run again later, or remove \`${name}\`.`;
    const first = isFirst(edit) ? findOpen(edit) : undefined;
    if (first !== undefined)
      return `what an edit with these options costs is not known, and ${first}, which was sent to find out, has not ended. Run again, or remove \`${name}\`.`;
    const othersUsd = takenUsd - (own?.usd ?? 0);
    const seen = seenUsd(edit);
    const cost =
      seen === priceUsd && seen > (leastUsd(edit) ?? 0)
        ? `it may cost ${formatUsd(priceUsd)}, as an earlier edit with the same options did`
        : `it costs at least ${formatUsd(priceUsd)}`;
    if (maxCostUsd !== undefined && !isWithin(othersUsd + priceUsd, maxCostUsd))
      return `${formatUsd(othersUsd)} of ${formatUsd(maxCostUsd)} are spent or set aside, and ${cost}. Run again, or raise \`max-cost\`.`;
    if (month === undefined) return undefined;
    const monthUsd = othersUsd + spentBefore;
    if (isWithin(monthUsd + priceUsd, month.limitUsd)) return undefined;
    return `${formatUsd(monthUsd)} of ${formatUsd(month.limitUsd)} are spent in ${month.month} or set aside, and ${cost}. Raise \`per-month\`, or wait for the next month (UTC).`;
  }
  return {
    mustWait: (edit, underWay) => {
      if (!isLimited) return false;
      const open = [...underWay].flatMap((id) => items.get(id) ?? []).filter(({ isKnown }) => !isKnown);
      const key = seenBefore.keyOf(edit);
      if (isFirst(edit) && open.some((item) => item.key === key)) return true;
      return open.some((item) => item.usd > item.leastUsd) && findExcess(edit, priceOf(edit)) !== undefined;
    },
    reserve: (edit): EditError | undefined => {
      const usd = priceOf(edit);
      const excess = findExcess(edit, usd);
      if (excess !== undefined) return { code: 'over-budget', message: `Over budget, not sent: ${excess}` };
      const item = { leastUsd: leastUsd(edit) ?? 0, key: seenBefore.keyOf(edit), isKnown: false };
      setItem(edit.id, { ...item, usd: usd ?? 0 });
      return undefined;
    },
    release: ({ id }) => {
      setItem(id, undefined);
    },
    recordCost: (edit, { usd, hasMade }) => {
      const item = items.get(edit.id);
      if (item === undefined) return;
      setItem(edit.id, { ...item, usd: usd ?? item.usd, isKnown: true });
      if (usd === undefined || usd <= 0) {
        if (hasMade) noteUnnamed(edit, item.key);
        return;
      }
      // What a failure costs says nothing of what a picture does.
      if (!hasMade) return;
      seenNow.set(item.key, Math.max(seenNow.get(item.key) ?? 0, usd));
      // Those that are under way should cost the same.
      for (const [id, other] of items)
        if (other.key === item.key && !other.isKnown)
          setItem(id, { ...other, usd: Math.max(other.usd, usd) });
    },
  };

  function noteUnnamed(edit: PlannedEdit, key: string): void {
    const isNew = !unnamed.has(key);
    unnamed.add(key);
    if (!isNew || !isLimited || edit.model === MODEL || seenUsd(edit) !== undefined) return;
    log?.info(
      `The service did not say what ${edit.id} cost. For edits by ${edit.model} with the same options, its base price is set aside; they may cost more.`,
    );
  }
}
