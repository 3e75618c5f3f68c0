import type { Clock, Log, Random } from '../shared/ports.ts';
import { retryDelayMs } from '../shared/retry-delay.ts';
import { wait } from '../shared/wait.ts';
import type { GitError, GitResult } from './types.ts';

export interface RetryDeps {
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  readonly signal: AbortSignal;
}

/** Half a minute at the most: nothing is lost yet, and a run that cannot begin should say so soon. */
const TRIES = 6;

/** Asks the server up to six times as long as no whole answer comes; for questions, which may be asked again. */
export async function retryOffline<T>(
  ask: () => Promise<GitResult<T>>,
  { clock, random, log, signal }: RetryDeps,
): Promise<GitResult<T>> {
  for (let failures = 1; ; failures += 1) {
    const answer = await ask();
    if (answer.ok || !isOffline(answer.error) || failures === TRIES) return answer;
    const waitMs = retryDelayMs(failures, random);
    log.info(`The git server did not answer and is asked again in ${waitMs} ms: ${answer.error.message}`);
    if (!(await wait(clock, waitMs, signal))) return answer;
  }
}

function isOffline({ kind }: GitError): boolean {
  return kind === 'offline';
}
