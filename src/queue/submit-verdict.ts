import type { CallFailure, Judged } from './judge-reply.ts';
import { readCutId } from './read-cut-id.ts';
import type { Reply } from './send.ts';
import { isRequestId } from '../shared/request-id.ts';

/** What the reply to a paid POST says about its outcome. */
export type SubmitVerdict =
  | { readonly kind: 'accepted'; readonly requestId: string }
  /** Certainly not accepted; the same POST may be sent again. */
  | { readonly kind: 'again'; readonly failure: CallFailure }
  /** Certainly not accepted, and never will be. */
  | { readonly kind: 'rejected'; readonly failure: CallFailure }
  /** May have been accepted and charged. */
  | { readonly kind: 'maybe-sent'; readonly failure: CallFailure };

/**
 * Judges whether a paid POST was accepted, was refused, or may be either. The service promises nothing about its
 * `Idempotency-Key`, so only a connection that was never made and an answer that refuses the request count as
 * "certainly not accepted". An answer that was cut off after its request id is enough: the id is the service's own.
 */
export function judgeSubmit(reply: Reply, judged: Judged): SubmitVerdict {
  if (judged.ok) {
    const requestId = judged.value['request_id'];
    if (isRequestId(requestId)) return { kind: 'accepted', requestId };
    const say = 'the answer holds no usable request id';
    return { kind: 'maybe-sent', failure: { code: 'unreadable-answer', say, ...statusOf(reply) } };
  }
  const failure = namedForSubmit(judged.error);
  if (reply.kind === 'unanswered') {
    if (reply.sent) return { kind: 'maybe-sent', failure };
    return { kind: failure.isLasting === true ? 'rejected' : 'again', failure };
  }
  const isUnreadable = isSuccess(reply.status) && failure.code === 'unreadable-answer';
  const cutId = isUnreadable ? readCutId(reply.text) : undefined;
  if (cutId !== undefined) return { kind: 'accepted', requestId: cutId };
  return { kind: refusalOf(reply, failure), failure };
}

function refusalOf(
  { status, text }: Extract<Reply, { kind: 'answered' }>,
  { code }: CallFailure,
): 'again' | 'rejected' | 'maybe-sent' {
  if (isSuccess(status)) {
    // An error inside a 200. One that names a request nevertheless, or reports trouble inside, refuses nothing.
    if (code === 'unreadable-answer' || code === 'service-error' || text.includes('"request_id"'))
      return 'maybe-sent';
    return code === 'rate-limited' ? 'again' : 'rejected';
  }
  // A redirect may follow work that was done (303). 408 and 499 are about a request that was cut off on its way in, and
  // it may have been read completely.
  if (status < 400 || status >= 500 || status === 408 || status === 499) return 'maybe-sent';
  return status === 429 ? 'again' : 'rejected';
}

/** At the model's own address, "not found" is about the model. */
export function namedForSubmit(failure: CallFailure): CallFailure {
  return failure.code === 'not-found' ? { ...failure, code: 'wrong-model' } : failure;
}

function isSuccess(status: number): boolean {
  return status >= 200 && status < 300;
}

function statusOf(reply: Reply): { readonly status?: number } {
  return reply.kind === 'answered' ? { status: reply.status } : {};
}
