import type { ActionInputs } from '../../inputs/types.ts';
import type { Plan } from '../../plan/types.ts';
import { createQueueClient } from '../../queue/create-queue-client.ts';
import type { ModelPrice } from '../../queue/types.ts';
import type { World } from '../../runner/world.ts';
import { MODEL } from '../../shared/model.ts';
import type { Problem } from '../../shared/problem.ts';

/** The price, if it could be asked for, and what should be known of the question. */
export interface AskedPrice {
  readonly price: ModelPrice | undefined;
  readonly problems: readonly Problem[];
}

/** Asks the service what the submits of a plan cost, which is free but takes a token. */
export async function askPrice(
  { edits }: Plan,
  { apiToken, apiUrl }: Pick<ActionInputs, 'apiToken' | 'apiUrl'>,
  world: Pick<World, 'clock' | 'random' | 'log' | 'env' | 'stop'>,
  signal: AbortSignal,
): Promise<AskedPrice> {
  const sends = edits.some(({ action }) => action.kind === 'submit');
  if (apiToken === '' || !sends) return { price: undefined, problems: [] };
  await using client = createQueueClient({ apiUrl, token: apiToken, ...world });
  const answer = await client.price(MODEL, signal);
  signal.throwIfAborted();
  if (answer.ok) return { price: answer.value, problems: [] };
  const { code, message } = answer.error;
  if (code !== 'authentication') world.log.info(`The price is not known: ${message}`);
  return {
    price: undefined,
    problems: code === 'authentication' ? [{ severity: 'warning', message }] : [],
  };
}
