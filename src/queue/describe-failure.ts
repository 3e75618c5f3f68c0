import { describeError } from '../shared/describe-error.ts';
import { quoteWords } from '../shared/sentence.ts';
import type { CallFailure } from './judge-reply.ts';
import type { Redact } from './redact.ts';
import type { QueueError } from './types.ts';

/** Which call failed. */
export interface Call {
  readonly method: 'GET' | 'POST';
  readonly url: string;
}

/**
 * Turns a failed call into an error for people: one line with method, URL without its query, HTTP status, the
 * service's code and words, and what to do. `advice` replaces the usual advice for the error's code.
 */
export function describeFailure(
  call: Call,
  failure: CallFailure,
  redact: Redact,
  advice?: string,
): QueueError {
  const { origin, pathname } = new URL(call.url);
  const request = `${call.method} ${redact(origin + pathname)}`;
  const vendor = failure.vendorCode === undefined ? '' : ` (code ${redact(failure.vendorCode)})`;
  const say = quoteWords(redact(failure.say));
  const what =
    failure.status === undefined
      ? `${request} got no answer: ${say}`
      : `${request} answered ${failure.status}${vendor}: ${say}`;
  return {
    code: failure.code,
    message: `${what}. ${advice ?? ADVICE[failure.code]}`,
    stopsRun: stopsRun(failure),
  };
}

/** After these no further submit makes sense. A plain 403 may be about one edit only (a filter in front, say). */
function stopsRun({ code, vendorCode, isLasting }: CallFailure): boolean {
  return (
    STOPPING.has(code) || isLasting === true || (code === 'permission-denied' && vendorCode !== undefined)
  );
}

const STOPPING: ReadonlySet<QueueError['code']> = new Set([
  'insufficient-balance',
  'authentication',
  'wrong-model',
]);

const ADVICE: Readonly<Record<QueueError['code'], string>> = {
  'insufficient-balance': 'Top up the balance at runcomfy.com, then run again.',
  authentication:
    'Create a new API token in your RunComfy profile and update the secret given as `api-token`.',
  'permission-denied': 'Check that the token given as `api-token` belongs to the right RunComfy account.',
  'wrong-model': 'Check `api-url`: at this address there is no such model.',
  'not-found': 'The request has expired, or belongs to another service; check `api-url`.',
  'invalid-input': 'Change the edit as the answer says.',
  'rate-limited': 'Run again later, or lower `max-parallel`.',
  'service-error': 'The service has trouble; run again later.',
  'unreadable-answer': 'Check that `api-url`, and a proxy if there is one, lead to the RunComfy Model API.',
  connection: 'Check the network, the proxy settings and `api-url`.',
  deadline: 'Run again, or allow more time by `timeout`.',
};

/** The error of a call that its signal ended, with what the last try ran into. */
export function describeAbandoned(
  call: Call,
  signal: AbortSignal,
  redact: Redact,
  last?: QueueError,
): QueueError {
  const why = redact(describeError(signal.reason));
  if (last === undefined) {
    const message = `${call.method} ${redact(new URL(call.url).pathname)} was abandoned: ${why}.`;
    return { code: 'deadline', message, stopsRun: false };
  }
  const message = `Stopped trying: ${why}. The last try: ${last.message}`;
  return { code: last.code, message, stopsRun: false, lastTry: last.message };
}
