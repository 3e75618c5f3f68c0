import type { Plan } from '../../plan/types.ts';
import type { ModelPrice, QueueClient } from '../../queue/types.ts';
import type { Log } from '../../shared/ports.ts';
import type { Budget } from '../types.ts';
import { checkBudget, describeEstimate, type BudgetLimits } from './check-budget.ts';
import { createBudget } from './create-budget.ts';

/** The money of a run before its first submit. */
export type OpenedBudget =
  | { readonly kind: 'within'; readonly budget: Budget }
  /** Nothing may be sent: why, in sentences. What was paid for before is still collected. */
  | { readonly kind: 'over'; readonly budget: Budget; readonly message: string }
  /** The service refuses the token, and would refuse everything else as well: a sentence. */
  | { readonly kind: 'unauthorized'; readonly budget: Budget; readonly message: string };

/** The limits that apply if both set one: the stricter of each. */
export function stricterLimits(one: BudgetLimits, other: BudgetLimits): BudgetLimits {
  const maxEdits = smaller(one.maxEdits, other.maxEdits);
  const maxCostUsd = smaller(one.maxCostUsd, other.maxCostUsd);
  return { ...(maxEdits !== undefined && { maxEdits }), ...(maxCostUsd !== undefined && { maxCostUsd }) };
}

function smaller(one: number | undefined, other: number | undefined): number | undefined {
  return one === undefined || other === undefined ? (one ?? other) : Math.min(one, other);
}

/** Whether a run may get to send anything: what another run is working on may become its own to send. */
function maySend({ edits }: Plan): boolean {
  return edits.some(({ action }) => action.kind === 'submit' || action.kind === 'other-run');
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
): Promise<OpenedBudget> {
  if (!maySend(plan)) return { kind: 'within', budget: createBudget(limits, undefined) };
  const answer = await queue.price(signal);
  log.info(
    answer.ok ? describeEstimate(plan, answer.value) : `The price is not known: ${answer.error.message}`,
  );
  if (!answer.ok && answer.error.code === 'authentication')
    return { kind: 'unauthorized', budget: closedBudget(), message: answer.error.message };
  const price: ModelPrice | undefined = answer.ok ? answer.value : undefined;
  const message = checkBudget(plan, limits, price, answer.ok ? undefined : answer.error.message);
  return message === undefined
    ? { kind: 'within', budget: createBudget(limits, price) }
    : { kind: 'over', budget: closedBudget(), message };
}

/** Lets nothing be sent. */
function closedBudget(): Budget {
  const message = 'Not sent: the run was stopped before its first submit (see its error).';
  return {
    reserve: () => ({ code: 'over-budget', message }),
    release: () => undefined,
    recordCost: () => undefined,
  };
}
