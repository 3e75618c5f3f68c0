import { describeError } from '../shared/describe-error.ts';
import type { Result } from '../shared/result.ts';
import { parseRetryAfter } from '../shared/retry-after.ts';
import { quoteWords, type Clause } from '../shared/sentence.ts';

/** Why a call did not do what it should. */
export interface CallFault {
  /** `denied`: the token has no right to it; `refused`: it never will work as it is; `failed`: it may the next time. */
  readonly kind: 'denied' | 'refused' | 'failed';
  readonly why: Clause;
  /** How long GitHub asks to wait; absent if it does not say. */
  readonly retryAfterMs?: number;
}

/** The answer of a call, or why there is none. `nowMs`: Unix ms. */
export async function callGitHub<T>(call: () => Promise<T>, nowMs: number): Promise<Result<T, CallFault>> {
  try {
    return { ok: true, value: await call() };
  } catch (error) {
    return { ok: false, error: judgeCallError(error, nowMs) };
  }
}

interface Answered {
  readonly status?: number;
  readonly response?: { readonly headers?: Readonly<Record<string, string | number | undefined>> };
}

/** What an error of GitHub's client means; pure. */
export function judgeCallError(error: unknown, nowMs: number): CallFault {
  const { status = 0, response } = (typeof error === 'object' && error !== null ? error : {}) as Answered;
  // The client adds the address of the documentation.
  const why = quoteWords(describeError(error).replace(/ - https:\/\/\S+$/, ''));
  const headers = response?.headers ?? {};
  const header = headers['retry-after'];
  const retryAfterMs = parseRetryAfter(header === undefined ? undefined : String(header), nowMs);
  const isTooMuch =
    status === 429 ||
    (status === 403 && (retryAfterMs !== undefined || String(headers['x-ratelimit-remaining']) === '0'));
  const fault = (kind: CallFault['kind']): CallFault => ({
    kind,
    why,
    ...(retryAfterMs !== undefined && { retryAfterMs }),
  });
  if (isTooMuch || status < 400 || status === 408 || status >= 500) return fault('failed');
  // No token may write in a locked conversation. Of a private repository, GitHub says it is not there.
  if (/\bis locked\b/.test(why)) return fault('refused');
  return fault(status === 401 || status === 403 || status === 404 ? 'denied' : 'refused');
}
