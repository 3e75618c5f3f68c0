import type { ActionInputs } from '../../inputs/types.ts';
import { readPrices } from '../../jobs/budget/read-prices.ts';
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
  const models = listToSend(plan).map(({ model }) => model);
  if (apiToken === '' || models.every((model) => known.has(model))) return { prices: known, problems: [] };
  await using client = createQueueClient({ apiUrl, token: apiToken, ...world });
  const { prices, failures } = await readPrices(models, known, client, signal);
  signal.throwIfAborted();
  const refused = failures.find(({ code }) => code === 'authentication');
  for (const failure of failures)
    if (failure !== refused) world.log.info(`The price is not known: ${failure.message}`);
  return {
    prices,
    problems: refused === undefined ? [] : [{ severity: 'warning', message: refused.message }],
  };
}
