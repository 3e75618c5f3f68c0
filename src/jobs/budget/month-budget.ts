import { addSpending, monthOf, sumUp } from '../../lock/spending.ts';
import type { MonthSpending, Recorded } from '../../lock/types.ts';
import type { Plan, PlannedAction } from '../../plan/types.ts';
import type { CostFacts } from '../../plan/review/estimate-cost.ts';
import { formatUsd, plural } from '../../shared/format.ts';
import type { Position, Problem } from '../../shared/problem.ts';
import type { Excess } from './check-budget.ts';
import { describeForeseenSum, highestPrice, sumForeseen, type ForeseeCost } from './foresee-costs.ts';
import { isWithin } from './is-within.ts';
import type { BudgetLimits as SpecLimits } from '../../spec/types.ts';

/** What the runs that deliver to one branch may cost together in a calendar month (UTC), and what is spent of it. */
export interface MonthBudget {
  /** E.g. `2026-11`. */
  readonly month: string;
  readonly limitUsd: number;
  readonly spent: MonthSpending;
  /** Where the spec sets it. */
  readonly at?: Position;
}

/** The spec's limit for the month and what the lock says about it; undefined if the spec sets none. Pure. */
export function readMonthBudget(
  { perMonthUsd, at }: SpecLimits,
  recorded: Recorded | undefined,
  nowMs: number,
): MonthBudget | undefined {
  if (perMonthUsd === undefined) return undefined;
  const month = monthOf(nowMs);
  return {
    month,
    limitUsd: perMonthUsd,
    spent: recorded?.lock.spending?.[month] ?? sumUp(new Map()),
    ...(at?.perMonthUsd !== undefined && { at: at.perMonthUsd }),
  };
}

/** An error if the spec limits the month and the run has no branch, whose lock file has the spending; pure. */
export function checkMonthBudget(
  { perMonthUsd, at }: SpecLimits,
  deliver: readonly ('artifact' | 'branch')[],
): readonly Problem[] {
  if (perMonthUsd === undefined || deliver.includes('branch')) return [];
  const message =
    '`per-month` needs the lock file on a branch, which records the spending of each month, and this run delivers to no branch. Set `deliver: branch`, or remove `per-month`.';
  return [{ severity: 'error', message, ...(at?.perMonthUsd !== undefined && { at: at.perMonthUsd }) }];
}

/** What is known of costs, with the foresight that is made of it. */
type KnownCosts = Pick<CostFacts, 'prices'> & { readonly foresee: ForeseeCost };

/**
 * What is spent of the month and what is certain to come, in USD: edits of which no cost is known, and those that are
 * paid for and not recorded yet, count with what they should cost, or with the most that an edit of the plan should.
 */
export function spentUsd(budget: MonthBudget, edits: Plan['edits'], { prices, foresee }: KnownCosts): number {
  const { costUsd, unpriced } = withAdopted(budget, edits);
  const costs = edits.map((edit) => {
    const cost = foresee(edit);
    return { usd: cost.ok ? cost.value.usd : undefined, isComing: isComing(edit.action, budget) };
  });
  const dearestUsd = costs.reduce((most, { usd = 0 }) => Math.max(most, usd), highestPrice(prices) ?? 0);
  const comingUsd = costs.reduce((sum, { usd, isComing }) => sum + (isComing ? (usd ?? dearestUsd) : 0), 0);
  return costUsd + unpriced * dearestUsd + comingUsd;
}

/** The month with what the pictures cost that the plan adopts from other branches. */
function withAdopted({ month, spent }: MonthBudget, edits: Plan['edits']): MonthSpending {
  const adopted = edits.flatMap(({ action }) => (action.kind === 'adopt' ? [action.entry] : []));
  return addSpending({ [month]: spent }, adopted)?.[month] ?? spent;
}

/** Whether an edit is paid for, may be, or is being sent by another run, and is not recorded in the month yet. */
function isComing(action: PlannedAction, { month, spent }: MonthBudget): boolean {
  if (action.kind !== 'collect' && action.kind !== 'other-run' && action.kind !== 'hold') return false;
  const { entry } = action;
  if (!('requestId' in entry)) return true;
  return monthOf(entry.submittedAtMs) === month && spent.requests?.has(entry.requestId) !== true;
}

/**
 * Why the submits among these edits do not fit into the month; undefined if they do. A price that is not known never
 * fits.
 */
export function findMonthExcess(
  edits: Plan['edits'],
  budget: MonthBudget,
  known: KnownCosts,
  whyUnknown: string,
): Omit<Excess, 'would'> | undefined {
  const { limitUsd, month, at } = budget;
  const place = at === undefined ? {} : { at };
  const limit = `the budget of ${formatUsd(limitUsd)} for ${month}`;
  const spent = spentUsd(budget, edits, known);
  const sum = sumForeseen(
    edits.filter(({ action }) => action.kind === 'submit'),
    known.foresee,
  );
  if (sum.usd > 0 && !isWithin(spent + sum.usd, limitUsd))
    return {
      why: `${describeForeseenSum(sum)} is over ${limit}, of which ${formatUsd(spent)} are spent or certain to be`,
      todo: 'Raise `per-month`, wait for the next month (UTC), or choose some edits with `only`.',
      ...place,
    };
  if (sum.fault !== undefined) {
    const { why, isAbsent } = sum.fault;
    return {
      why: `${why}, so it is unknown whether the run keeps within ${limit}`,
      todo: isAbsent ? 'Run again later, or remove `per-month`.' : 'Remove `per-month`.',
      isUnknown: true,
      ...(whyUnknown !== '' && { details: whyUnknown }),
      ...place,
    };
  }
  return undefined;
}

/**
 * Why nothing can be sent in a month of which nothing is left, whatever the price; undefined if something is left. Pure.
 */
export function findSpentMonth(
  edits: Plan['edits'],
  budget: MonthBudget | undefined,
): Pick<Excess, 'why' | 'todo' | 'at'> | undefined {
  if (budget === undefined || edits.every(({ action }) => action.kind !== 'submit')) return undefined;
  const { limitUsd, month, at } = budget;
  if (withAdopted(budget, edits).costUsd < limitUsd) return undefined;
  return {
    why: `nothing is left of the budget of ${formatUsd(limitUsd)} for ${month}`,
    todo: 'Raise `per-month`, or wait for the next month (UTC).',
    ...(at !== undefined && { at }),
  };
}

/** `12.30 of 50.00 USD spent in 2026-11`, and of how many edits the cost is not known. */
export function describeMonth({ month, limitUsd, spent }: MonthBudget): string {
  const unknown =
    spent.unpriced > 0 ? `, and the cost of ${plural(spent.unpriced, 'edit')} is not known` : '';
  return `${formatUsd(spent.costUsd)} of ${formatUsd(limitUsd)} spent in ${month}${unknown}`;
}
