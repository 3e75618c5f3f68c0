import type { ActionInputs } from '../../inputs/types.ts';
import { listToSend } from '../../plan/list-to-send.ts';
import type { Prices } from '../../plan/review/estimate-cost.ts';
import type { Plan } from '../../plan/types.ts';
import { createQueueClient } from '../../queue/create-queue-client.ts';
import type { World } from '../../runner/world.ts';
import type { Problem } from '../../shared/problem.ts';

/** The prices, as far as they could be asked for, and what should be known of the question. */
export interface AskedPrices {
  readonly prices: Prices;
  readonly problems: readonly Problem[];
}

/** Asks the service what the submits of a plan cost, which is free but takes a token. What is `known` is not asked for. */
export async function askPrices(
  plan: Plan,
  known: Prices,
  { apiToken, apiUrl }: Pick<ActionInputs, 'apiToken' | 'apiUrl'>,
  world: Pick<World, 'clock' | 'random' | 'log' | 'env' | 'stop'>,
  signal: AbortSignal,
): Promise<AskedPrices> {
  const models = new Set(listToSend(plan).map(({ model }) => model));
  for (const model of known.keys()) models.delete(model);
  if (apiToken === '' || models.size === 0) return { prices: known, problems: [] };
  await using client = createQueueClient({ apiUrl, token: apiToken, ...world });
  const prices = new Map(known);
  for (const model of models) {
    const answer = await client.price(model, signal);
    signal.throwIfAborted();
    if (answer.ok) prices.set(model, answer.value);
    else {
      const { code, message } = answer.error;
      if (code === 'authentication') return { prices, problems: [{ severity: 'warning', message }] };
      world.log.info(`The price is not known: ${message}`);
    }
  }
  return { prices, problems: [] };
}
