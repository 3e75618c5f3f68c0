import type { Result } from '../shared/result.ts';
import { parseRetryAfter } from '../shared/retry-after.ts';
import { retryDelayMs } from '../shared/retry-delay.ts';
import { retry } from '../shared/retry.ts';
import { describeAbandoned, describeFailure } from './describe-failure.ts';
import { writeJson } from './describe-json.ts';
import { judgeReply, type CallFailure } from './judge-reply.ts';
import { isFewTries, isWorthAnotherRead } from './read-policy.ts';
import type { CallDeps } from './send.ts';
import type { QueueError, ReadAnswer, ReadPace } from './types.ts';

/** Tries that may fail before the log shows the trouble outside of debug mode. */
const QUIET_TRIES = 3;

/**
 * The wait between tries grows up to this step, which is 8 s: when an outage ends, paid pictures are fetched soon.
 * After "slow down" it grows on.
 */
const OUTAGE_STEPS = 5;

/** Returns what a body says; undefined for a body that is not what was asked for. */
type Parse<T> = (body: Readonly<Record<string, unknown>>) => T | undefined;

/** Reads `url` until `parse` understands the answer, the failure is final, or `signal` ends it. */
export async function readWithRetry<T>(
  url: string,
  parse: Parse<T>,
  deps: CallDeps & {
    readonly reads?: ReadPace | undefined;
  },
  signal: AbortSignal,
): Promise<ReadAnswer<T>> {
  const { clock, random, log, redact } = deps;
  const isOver = (): boolean => signal.aborted;
  const call = { method: 'GET', url } as const;
  let last: QueueError | undefined;
  const answer = await retry<ReadAnswer<T> | undefined>(
    async (tries) => {
      if (tries > 1) await deps.reads?.waitForTurn();
      if (isOver()) return { kind: 'done', value: undefined };
      const read = await readOnce(url, parse, deps, signal);
      if (read.ok) {
        if (tries > QUIET_TRIES) log.info(`The service answers again, after ${tries} tries.`);
        const { parsed, retryAfter } = read.value;
        const retryAfterMs = parseRetryAfter(retryAfter, clock.now());
        const floor = retryAfterMs === undefined ? {} : { retryAfterMs };
        return { kind: 'done', value: { ok: true, value: parsed, ...floor } };
      }
      // An answer that was cut off because time ran out is no news.
      if (isOver()) return { kind: 'done', value: undefined };
      const failure = namedForRead(read.error);
      if (failure.code === 'rate-limited') deps.reads?.slowDown();
      last = describeFailure(call, failure, redact);
      if (!isWorthAnotherRead(failure, tries)) return { kind: 'done', value: { ok: false, error: last } };
      log.debug(`try ${tries}: ${last.message}`);
      if (tries === QUIET_TRIES) log.info(`Still trying to read: ${last.message}`);
      const askedMs = parseRetryAfter(failure.retryAfter, clock.now());
      const chance = isFewTries(failure) ? fullWait : random;
      const steps = failure.code === 'rate-limited' ? tries : Math.min(tries, OUTAGE_STEPS);
      const waitMs = retryDelayMs(steps, chance, askedMs);
      return { kind: 'again', value: undefined, waitMs: deps.reads?.limitWaitMs(waitMs) ?? waitMs };
    },
    { clock, signal },
  );
  return answer ?? { ok: false, error: describeAbandoned(call, signal, redact, last) };
}

/** At a request's own address, "invalid identifier" is about the request, not the model. */
function namedForRead(failure: CallFailure): CallFailure {
  return failure.code === 'wrong-model' ? { ...failure, code: 'not-found' } : failure;
}

const fullWait = (): number => 1;

/** What one read brought. */
interface Read<T> {
  readonly parsed: T;
  /** The header, raw. */
  readonly retryAfter: string | undefined;
}

/** One try of a read: the parsed answer, or why there is none. Never throws. */
export async function readOnce<T>(
  url: string,
  parse: Parse<T>,
  { sender }: Pick<CallDeps, 'sender'>,
  signal: AbortSignal,
): Promise<Result<Read<T>, CallFailure>> {
  const reply = await sender.free('GET', url, signal);
  const judged = judgeReply(reply);
  if (!judged.ok) return judged;
  const parsed = parse(judged.value);
  const retryAfter = reply.kind === 'answered' ? reply.retryAfter : undefined;
  if (parsed !== undefined) return { ok: true, value: { parsed, retryAfter } };
  const say = `the answer has an unknown form: ${writeJson(judged.value)}`;
  const status = reply.kind === 'answered' ? { status: reply.status } : {};
  return { ok: false, error: { code: 'unreadable-answer', say, ...status } };
}
