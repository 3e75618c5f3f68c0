import { parseRetryAfter } from '../shared/retry-after.ts';
import { retryDelayMs } from '../shared/retry-delay.ts';
import { retry, type Attempt } from '../shared/retry.ts';
import { describeAbandoned, describeFailure, type Call } from './describe-failure.ts';
import { judgeReply, type CallFailure } from './judge-reply.ts';
import type { SubmitPace } from './submit-pace.ts';
import { judgeSubmit, type SubmitVerdict } from './submit-verdict.ts';
import type { CallDeps } from './send.ts';
import type { QueueError, SubmitAnswer, SubmitCall, WireInput } from './types.ts';
import { writeBody, type Body } from './write-body.ts';

const MAYBE_SENT_ADVICE =
  'It may have been accepted and charged: look at the requests in the RunComfy dashboard before it is sent again.';

/** Longer than any job can last: a longer wait is as good as forever. */
const LONGEST_ASKED_MS = 365 * 24 * 60 * 60_000;

type SubmitDeps = CallDeps & { readonly pace: SubmitPace };

/**
 * Sends the paid call to `url` until the service accepts or refuses it, or until its outcome is unknown. It is sent
 * again only if it was certainly not accepted, and never before the time that the service asks for: if that is after
 * the end of the run, submitting ends at once.
 */
export async function submit(
  url: string,
  input: WireInput,
  deps: SubmitDeps,
  call: SubmitCall,
): Promise<SubmitAnswer> {
  const { clock, random, log, redact, pace } = deps;
  const post: Call = { method: 'POST', url };
  const body = writeBody(input);
  let last: QueueError | undefined;
  const answer = await retry<SubmitAnswer | undefined>(
    async (tries): Promise<Attempt<SubmitAnswer | undefined>> => {
      const verdict = await tryOnce(post, body, deps, call);
      switch (verdict.kind) {
        case 'accepted':
          return { kind: 'done', value: verdict };
        case 'rejected':
          return {
            kind: 'done',
            value: { kind: 'rejected', error: describeFailure(post, verdict.failure, redact) },
          };
        case 'maybe-sent': {
          const error = describeFailure(post, verdict.failure, redact, MAYBE_SENT_ADVICE);
          return { kind: 'done', value: { kind: 'maybe-sent', error } };
        }
        case 'no-turn':
          return { kind: 'done', value: undefined };
        case 'too-late':
          return { kind: 'done', value: { kind: 'not-sent', error: verdict.error } };
        case 'again':
          last = describeFailure(post, verdict.failure, redact);
          log.debug(`try ${tries}: ${last.message}`);
          if (tries === 3) log.info(`Still trying to submit: ${last.message}`);
          // After a "slow down", the pace holds back the next try.
          return {
            kind: 'again',
            value: undefined,
            waitMs: verdict.failure.code === 'rate-limited' ? 0 : retryDelayMs(tries, random),
          };
      }
    },
    { clock, signal: call.signal },
  );
  return (
    answer ?? {
      kind: 'not-sent',
      error: describeAbandoned(post, call.signal, redact, last ?? pace.lastSlowDown),
    }
  );
}

async function tryOnce(
  post: Call,
  body: Body,
  { clock, random, sender, pace, redact }: SubmitDeps,
  call: SubmitCall,
): Promise<
  SubmitVerdict | { readonly kind: 'no-turn' } | { readonly kind: 'too-late'; readonly error: QueueError }
> {
  const turn = await pace.enter(call.signal);
  if (turn === undefined) return { kind: 'no-turn' };
  const reply = await sender.paid(post.url, body, call);
  const verdict = judgeSubmit(reply, judgeReply(reply));
  if (verdict.kind !== 'again' || verdict.failure.code !== 'rate-limited') {
    turn.end({ kind: verdict.kind === 'accepted' ? 'accepted' : 'other' });
    return verdict;
  }
  const askedMs = parseRetryAfter(verdict.failure.retryAfter, clock.now(), LONGEST_ASKED_MS);
  const leftMs = call.leftMs();
  const isTooLate = askedMs !== undefined && askedMs > leftMs;
  const error = isTooLate
    ? describeTooLate(post, verdict.failure, clock.now() + askedMs, redact)
    : describeFailure(post, verdict.failure, redact);
  const waitMs = Math.min(retryDelayMs(pace.strikes + 1, random, askedMs), leftMs);
  turn.end({ kind: 'slow-down', waitMs, error });
  return isTooLate ? { kind: 'too-late', error } : verdict;
}

/** The service accepts nothing until after the end of the run, which holds for every other submit as well. */
function describeTooLate(
  post: Call,
  failure: CallFailure,
  atMs: number,
  redact: SubmitDeps['redact'],
): QueueError {
  const at = `${new Date(atMs).toISOString().slice(0, 19).replace('T', ' ')} UTC`;
  const advice = `The service wants to be asked again at ${at}, after the end of this run. Run again then: nothing was sent, and nothing is charged.`;
  return { ...describeFailure(post, failure, redact, advice), stopsRun: true };
}
