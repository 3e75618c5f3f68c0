import { formatDuration } from './duration.ts';
import type { Clock } from './ports.ts';
import { wait } from './wait.ts';

/** What one attempt came to. */
export type Attempt<T> =
  | { readonly kind: 'done'; readonly value: T }
  /** Worth another attempt after `waitMs`. `value` is the result if the signal ends the wait. */
  | { readonly kind: 'again'; readonly value: T; readonly waitMs: number };

export interface RetryOptions {
  readonly clock: Clock;
  /** Ends the waits between attempts; an attempt under way ends by itself. */
  readonly signal: AbortSignal;
}

/**
 * Makes attempts (numbered from 1) until one is done, or the signal is aborted between two of them: then the last
 * attempt's value counts. The attempt itself decides whether another one is worth it, and logs that.
 */
export async function retry<T>(
  attempt: (tries: number) => Promise<Attempt<T>>,
  { clock, signal }: RetryOptions,
): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    const result = await attempt(tries);
    if (result.kind === 'done' || !(await wait(clock, result.waitMs, signal))) return result.value;
  }
}

/** The one wording for an attempt that failed and is repeated: what went wrong (a clause), then when it is tried again. */
export function describeRetry(why: string, waitMs: number): string {
  return `${why}. Trying again in ${formatDuration(waitMs)}.`;
}
