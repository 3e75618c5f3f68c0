import type { Clock, Log, Random } from '../shared/ports.ts';
import { describeRetry, retry } from '../shared/retry.ts';
import { retryDelayMs } from '../shared/retry-delay.ts';
import type { GitResult } from './types.ts';

export interface RetryDeps {
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  readonly signal: AbortSignal;
}

/** Half a minute at most: nothing is lost yet, and a run that cannot begin should say so soon. */
const TRIES = 6;

/** Asks the server up to six times as long as no whole answer comes; for questions, which can be asked again. */
export async function retryOffline<T>(
  ask: () => Promise<GitResult<T>>,
  deps: RetryDeps,
): Promise<GitResult<T>> {
  return await retry(async (tries) => {
    const value = await ask();
    if (value.ok || value.error.kind !== 'offline' || tries === TRIES) return { kind: 'done', value };
    const waitMs = retryDelayMs(tries, deps.random);
    deps.log.info(describeRetry(`The git server did not answer: ${value.error.why}`, waitMs));
    return { kind: 'again', value, waitMs };
  }, deps);
}
