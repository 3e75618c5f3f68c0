import { parseRetryAfter } from '../shared/retry-after.ts';
import { retryDelayMs } from '../shared/retry-delay.ts';
import type { CallDeps } from './call-deps.ts';
import { describeFailure, describeEnd } from './describe-failure.ts';
import { judgeReply } from './judge-reply.ts';
import type { SubmitPace } from './submit-pace.ts';
import { wait } from '../shared/wait.ts';
import { judgeSubmit, type SubmitVerdict } from './submit-verdict.ts';
import type { QueueError, SubmitAnswer, WireInput } from './types.ts';

const UNCLEAR_ADVICE =
  'It may have been accepted and charged: look at the requests in the RunComfy dashboard before it is sent again.';

/**
 * Sends the paid call to `url` until the service took or refused it, or until its fate is unclear. It is sent again
 * only where it surely was not accepted. `signal` ends the waits and connection attempts, never a POST in flight.
 */
export async function submit(
  url: string,
  input: WireInput,
  deps: CallDeps & { readonly pace: SubmitPace },
  signal: AbortSignal,
): Promise<SubmitAnswer> {
  const { clock, random, log, redact } = deps;
  const call = { method: 'POST', url } as const;
  const body = Buffer.from(JSON.stringify(input));
  let last: QueueError | undefined;
  for (let attempt = 1; ; attempt += 1) {
    const verdict = await tryOnce(url, body, deps, signal);
    switch (verdict.kind) {
      case 'accepted':
        return verdict;
      case 'rejected':
        return { kind: 'rejected', error: describeFailure(call, verdict.failure, redact) };
      case 'unclear':
        return { kind: 'unclear', error: describeFailure(call, verdict.failure, redact, UNCLEAR_ADVICE) };
      case 'no-turn':
        return { kind: 'not-sent', error: describeEnd(call, signal, redact, last) };
      case 'again':
        last = describeFailure(call, verdict.failure, redact);
        log.debug(`try ${attempt}: ${last.message}`);
        if (attempt === 3) log.info(`Still trying to submit: ${last.message}`);
        if (verdict.failure.code === 'rate-limited') break; // the pace holds back the next try
        await wait(clock, retryDelayMs(attempt, random), signal);
    }
  }
}

async function tryOnce(
  url: string,
  body: Buffer,
  { clock, random, sender, pace }: CallDeps & { readonly pace: SubmitPace },
  signal: AbortSignal,
): Promise<SubmitVerdict | { readonly kind: 'no-turn' }> {
  const turn = await pace.enter(signal);
  if (turn === undefined) return { kind: 'no-turn' };
  const reply = await sender.paid(url, body, signal);
  const verdict = judgeSubmit(reply, judgeReply(reply));
  if (verdict.kind === 'again' && verdict.failure.code === 'rate-limited') {
    const askedMs = parseRetryAfter(verdict.failure.retryAfter, clock.now());
    turn.end({ kind: 'slow-down', waitMs: retryDelayMs(pace.strikes + 1, random, askedMs) });
  } else {
    turn.end({ kind: verdict.kind === 'accepted' ? 'accepted' : 'other' });
  }
  return verdict;
}
