import { listToSend } from '../../plan/list-to-send.ts';
import type { Plan } from '../../plan/types.ts';
import type { CostFacts } from '../../plan/review/estimate-cost.ts';
import type { QueueClient } from '../../queue/types.ts';
import type { Log } from '../../shared/ports.ts';
import type { Position, Problem } from '../../shared/problem.ts';
import type { Recorded } from '../../lock/types.ts';
import type { BudgetLimits as SpecLimits } from '../../spec/types.ts';
import type { Budget } from '../types.ts';
import { checkBudget, describeEstimate, type BudgetLimits } from './check-budget.ts';
import { toSentence } from '../../shared/sentence.ts';
import { createBudget } from './create-budget.ts';
import { describeMonth, readMonthBudget } from './month-budget.ts';
import { readPrices } from './read-prices.ts';

/** The money of a run before its first submit. */
export type OpenedBudget =
  | { readonly kind: 'within'; readonly budget: Budget }
  /** Nothing may be sent. What was paid for before is still collected. */
  | { readonly kind: 'over'; readonly budget: Budget; readonly refusal: Problem }
  /** The service refuses the token, and would refuse everything else as well. */
  | { readonly kind: 'unauthorized'; readonly budget: Budget; readonly refusal: Problem };

/** The limits of a run: the stricter ones of the spec and the inputs, and what the lock says of the month. */
export function findLimits(
  spec: SpecLimits,
  inputs: Pick<BudgetLimits, 'maxEdits' | 'maxCostUsd'>,
  recorded: Recorded | undefined,
  nowMs: number,
): BudgetLimits {
  const month = readMonthBudget(spec, recorded, nowMs);
  return { ...stricterLimits(spec, inputs), ...(month !== undefined && { month }) };
}

/** The limits that apply if both set one: the stricter of each. */
export function stricterLimits(one: BudgetLimits, other: BudgetLimits): BudgetLimits {
  const maxEdits = pickStricter('maxEdits', one, other);
  const maxCostUsd = pickStricter('maxCostUsd', one, other);
  const at = { ...maxEdits.at, ...maxCostUsd.at };
  return {
    ...maxEdits.limit,
    ...maxCostUsd.limit,
    ...(Object.keys(at).length > 0 && { at }),
  };
}

/** The stricter of two limits, with its place in the spec if it has one; the first if they are equal. */
function pickStricter(
  key: 'maxEdits' | 'maxCostUsd',
  one: BudgetLimits,
  other: BudgetLimits,
): { readonly limit: BudgetLimits; readonly at: BudgetLimits['at'] } {
  const { [key]: most = Infinity } = one;
  const { [key]: otherMost = Infinity } = other;
  const { [key]: limit, at } = most <= otherMost && one[key] !== undefined ? one : other;
  const place = at?.[key];
  return {
    limit: limit === undefined ? {} : { [key]: limit },
    at: place === undefined ? {} : { [key]: place },
  };
}

/**
 * Asks for the price, logs what the run will cost, and checks the plan against its limits: if it is over them, nothing
 * at all is sent. A run that sends nothing asks for nothing.
 */
export async function openBudget(
  plan: Plan,
  limits: BudgetLimits,
  queue: Pick<QueueClient, 'price'>,
  log: Log,
  signal: AbortSignal,
  known: CostFacts = {},
): Promise<OpenedBudget> {
  const toSend = listToSend(plan);
  if (toSend.length === 0) return { kind: 'within', budget: createBudget(limits, {}) };
  const models = toSend.map(({ model }) => model);
  const { prices, failures } = await readPrices(models, known.prices ?? new Map(), queue, signal);
  const refused = failures.find(({ code }) => code === 'authentication');
  if (refused !== undefined)
    return { kind: 'unauthorized', budget: closedBudget(), refusal: refuse(refused.message) };
  const facts = { ...known, prices };
  const estimate = describeEstimate(plan, facts);
  if (estimate !== '') log.info(estimate);
  for (const { message } of failures) log.info(`The price is not known: ${message}`);
  if (limits.month !== undefined) log.info(toSentence(describeMonth(limits.month)));
  const excess = checkBudget(plan, limits, facts, failures[0]?.message);
  if (excess === undefined) return { kind: 'within', budget: createBudget(limits, facts, plan.edits, log) };
  const { why, todo, details, would, at } = excess;
  const said = [`Nothing was sent: ${why}.`, todo, ...(details === undefined ? [] : [details]), would];
  return { kind: 'over', budget: closedBudget(), refusal: refuse(said.join(' '), at) };
}

function refuse(message: string, at?: Position): Problem {
  return { severity: 'error', message, ...(at !== undefined && { at }) };
}

/** Lets nothing be sent. */
function closedBudget(): Budget {
  const message = 'Not sent: the run as a whole may send nothing.';
  return {
    mustWait: () => false,
    reserve: () => ({ code: 'run-refused', message }),
    release: () => undefined,
    recordCost: () => undefined,
  };
}
