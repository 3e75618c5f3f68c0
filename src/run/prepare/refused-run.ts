import { describeError } from '../../shared/describe-error.ts';
import type { Problem } from '../../shared/problem.ts';
import type { Clause } from '../../shared/sentence.ts';

/** A run that may not begin: nothing was sent, and nothing of it is left open. */
export interface RefusedRun {
  readonly kind: 'refused';
  readonly problems: readonly Problem[];
  /** Why the preparation was interrupted: it ran out of time, or the step was stopped. */
  readonly cutShortBy?: Clause;
}

/** The result of `work`, which throws the signal's reason if it is cut short. `what` is then missing: a clause. */
export async function unlessCutShort<T>(
  what: Clause,
  signal: AbortSignal,
  work: () => Promise<T>,
): Promise<T | RefusedRun> {
  try {
    return await work();
  } catch (error) {
    if (!signal.aborted) throw error;
    const cutShortBy = describeError(signal.reason);
    return {
      kind: 'refused',
      problems: [{ severity: 'error', message: `${what}: ${cutShortBy}.` }],
      cutShortBy,
    };
  }
}
