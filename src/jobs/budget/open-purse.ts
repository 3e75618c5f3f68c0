import { checkBudget, type BudgetLimits } from './check-budget.ts';
import { createPurse } from './create-purse.ts';
import { describeEstimate } from './estimate-cost.ts';
import type { Purse } from '../types.ts';
import type { Plan } from '../../plan/types.ts';
import type { ModelPrice, QueueClient, ReadAnswer } from '../../queue/types.ts';
import type { Log } from '../../shared/ports.ts';

/** The money of a run before its first submit. */
export interface OpenedPurse {
  readonly purse: Purse;
  /** Why nothing may be sent, a sentence; absent where it may. */
  readonly refusal?: string;
  /** The service refuses the token: it would refuse all else as well. A sentence. */
  readonly unauthorized?: string;
}

/** The limits that hold where two say something: the stricter of each. */
export function stricterLimits(one: BudgetLimits, other: BudgetLimits): BudgetLimits {
  const maxEdits = smaller(one.maxEdits, other.maxEdits);
  const maxCostUsd = smaller(one.maxCostUsd, other.maxCostUsd);
  return { ...(maxEdits !== undefined && { maxEdits }), ...(maxCostUsd !== undefined && { maxCostUsd }) };
}

function smaller(one: number | undefined, other: number | undefined): number | undefined {
  return one === undefined || other === undefined ? (one ?? other) : Math.min(one, other);
}

/** Whether a run may come to send anything: what another run is at may become its own to send. */
function maySend({ edits }: Plan): boolean {
  return edits.some(({ action }) => action.kind === 'submit' || action.kind === 'other-run');
}

/**
 * Asks for the price, tells in the log what the run will cost, and holds the plan against its limits: over them, nothing at
 * all is sent. A run that sends nothing asks nothing.
 */
export async function openPurse(
  plan: Plan,
  limits: BudgetLimits,
  queue: Pick<QueueClient, 'price'>,
  log: Log,
  signal: AbortSignal,
): Promise<OpenedPurse> {
  if (!maySend(plan)) return { purse: createPurse(limits, undefined) };
  const answer: ReadAnswer<ModelPrice> = await queue.price(signal);
  log.info(
    answer.ok ? describeEstimate(plan, answer.value) : `The price is not known: ${answer.error.message}`,
  );
  const price = answer.ok ? answer.value : undefined;
  if (!answer.ok && answer.error.code === 'authentication')
    return { purse: createPurse(limits, price), unauthorized: answer.error.message };
  const refusal = checkBudget(plan, limits, price);
  return refusal === undefined ? { purse: createPurse(limits, price) } : { purse: closedPurse(), refusal };
}

/** Lets nothing be sent. What was paid for before is collected all the same. */
function closedPurse(): Purse {
  const message = 'Over budget, not sent: the run as a whole may not be sent.';
  return {
    reserve: () => ({ code: 'over-budget', message }),
    giveBack: () => undefined,
    spent: () => undefined,
  };
}
