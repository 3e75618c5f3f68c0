import type { Prices } from '../../plan/review/estimate-cost.ts';
import type { QueueClient, QueueError } from '../../queue/types.ts';

/** The service's prices of models, and why others are not known. */
export interface ReadPrices {
  readonly prices: Prices;
  readonly failures: readonly QueueError[];
}

/** Asks for the price of each of these models that is not `known`, one after the other. A token that is refused is refused for all. */
export async function readPrices(
  models: Iterable<string>,
  known: Prices,
  queue: Pick<QueueClient, 'price'>,
  signal: AbortSignal,
): Promise<ReadPrices> {
  const prices = new Map(known);
  const failures: QueueError[] = [];
  for (const model of new Set(models)) {
    if (prices.has(model)) continue;
    const answer = await queue.price(model, signal);
    if (answer.ok) prices.set(model, answer.value);
    else failures.push(answer.error);
    if (!answer.ok && answer.error.code === 'authentication') break;
  }
  return { prices, failures };
}
