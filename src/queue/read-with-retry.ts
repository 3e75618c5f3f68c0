import { parseRetryAfter } from '../shared/retry-after.ts';
import { retryDelayMs } from '../shared/retry-delay.ts';
import type { CallDeps } from './call-deps.ts';
import { describeEnd, describeFailure } from './describe-failure.ts';
import { judgeReply, type CallFailure } from './judge-reply.ts';
import { isFewTries, isWorthAnotherRead } from './read-policy.ts';
import type { QueueError, ReadAnswer } from './types.ts';
import { wait } from '../shared/wait.ts';

/** Tries that may fail before the log shows the trouble outside of debug mode. */
const QUIET_TRIES = 3;

/**
 * Reads `url` until `parse` understands the answer, the failure is final, or `signal` ends it. `parse` gives
 * undefined for a body that is not what was asked for; that counts as an unreadable answer.
 */
export async function readWithRetry<T>(
  url: string,
  parse: (body: Readonly<Record<string, unknown>>) => T | undefined,
  deps: CallDeps,
  signal: AbortSignal,
): Promise<ReadAnswer<T>> {
  const { clock, random, log, redact } = deps;
  const call = { method: 'GET', url } as const;
  const isOver = (): boolean => signal.aborted;
  let last: QueueError | undefined;
  for (let attempt = 1; !isOver(); attempt += 1) {
    const read = await readOnce(url, parse, deps, signal);
    if (read.ok) {
      if (attempt > QUIET_TRIES) log.info(`The service answers again, after ${attempt} tries.`);
      return read;
    }
    if (isOver()) break; // then the failure is our own doing
    const failure = namedForRead(read.failure);
    last = describeFailure(call, failure, redact);
    if (!isWorthAnotherRead(failure, attempt)) return { ok: false, error: last };
    log.debug(`try ${attempt}: ${last.message}`);
    if (attempt === QUIET_TRIES) log.info(`Still trying to read: ${last.message}`);
    const askedMs = parseRetryAfter(failure.retryAfter, clock.now());
    const chance = isFewTries(failure) ? fullWait : random;
    await wait(clock, retryDelayMs(attempt, chance, askedMs), signal);
  }
  return { ok: false, error: describeEnd(call, signal, redact, last) };
}

/** At a request's own address the "invalid identifier" is not the model's but the request's. */
function namedForRead(failure: CallFailure): CallFailure {
  return failure.code === 'wrong-model' ? { ...failure, code: 'not-found' } : failure;
}

const fullWait = (): number => 1;

/** One try of a read: the parsed answer, or why there is none. Never throws. */
export async function readOnce<T>(
  url: string,
  parse: (body: Readonly<Record<string, unknown>>) => T | undefined,
  { sender }: Pick<CallDeps, 'sender'>,
  signal: AbortSignal,
): Promise<{ readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: CallFailure }> {
  const reply = await sender.free('GET', url, signal);
  const judged = judgeReply(reply);
  if (!judged.ok) return judged;
  const value = parse(judged.body);
  if (value !== undefined) return { ok: true, value };
  const say = `the answer has an unknown form: ${JSON.stringify(judged.body)}`;
  const status = reply.kind === 'answered' ? { status: reply.status } : {};
  return { ok: false, failure: { code: 'unreadable-answer', say, ...status } };
}
