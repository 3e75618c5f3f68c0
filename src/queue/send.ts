import { Readable } from 'node:stream';
import { EnvHttpProxyAgent, type Dispatcher } from 'undici';

import { createGarbageCollector } from '../shared/collect-garbage.ts';
import { startDeadline } from '../shared/deadline.ts';
import type { Clock, Env, Log, Random } from '../shared/ports.ts';
import { lazily } from '../shared/lazily.ts';
import { orAborted } from '../shared/or-aborted.ts';
import { dateToSeconds } from '../shared/retry-after.ts';
import { readProxies } from '../shared/proxies.ts';
import { startLeavingLimit } from '../shared/leaving-limit.ts';
import type { Redact } from './redact.ts';
import { createJsonShortener } from './shorten-json.ts';
import type { SubmitCall } from './types.ts';
import { sweepAfter } from './sweep-after.ts';
import type { Body } from './write-body.ts';

/** What came back from one HTTP exchange, before any of it is trusted. */
export type Reply =
  | {
      readonly kind: 'answered';
      readonly status: number;
      /** The header; in seconds if the answer says what time it is there. */
      readonly retryAfter: string | undefined;
      /** When it was sent, by its `Date` header, in Unix ms to the second; undefined without a readable one. */
      readonly dateMs: number | undefined;
      /** The body, with absurdly long strings of its JSON cut short. */
      readonly text: string;
      /** Why the body broke off. */
      readonly cutShort?: unknown;
    }
  /** `sent` is false only if not one byte of the request can have left: the connection was never made. */
  | { readonly kind: 'unanswered'; readonly sent: boolean; readonly error: unknown };

/** One HTTP exchange with the API's origin. Never throws, never follows a redirect, never repeats. */
export interface RequestSender {
  /** A call that costs nothing, on reused connections; ended by its signal. */
  free(method: 'GET' | 'POST', url: string, signal: AbortSignal): Promise<Reply>;
  /**
   * The paid POST, on a connection of its own: if a reused one was just being closed by the server, the outcome would
   * be unknown. The signal ends it only before anything was sent; afterwards its answer is awaited, because without the
   * request id in it the picture is lost: until 2 min after the run's end, 10 min at most, and no longer than a step
   * that is being stopped has left.
   */
  paid(url: string, json: Body, call: SubmitCall): Promise<Reply>;
}

/** What every call to the service needs. */
export interface CallDeps {
  readonly sender: RequestSender;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  readonly redact: Redact;
}

const SILENCE_MS = 60_000;
/** Time for 64 MiB of references on a slow line; after it the outcome is unknown. */
const PAID_LIMIT_MS = 10 * 60_000;
/** How long after the run's end the answer to a paid POST is still awaited, even if it drips byte by byte. */
const PAID_GRACE_MS = 2 * 60_000;

/**
 * Opens the connection to the API. Proxies are taken from `env`; this throws if one of their variables is not a whole
 * URL. An API on loopback is never proxied: the token would leave the machine.
 */
export function createRequestSender(deps: {
  apiUrl: string;
  token: string;
  env: Env;
  clock: Clock;
  stop: AbortSignal;
}): RequestSender & AsyncDisposable {
  const openAgent = (): EnvHttpProxyAgent => openProxyAgent(deps.env, deps.apiUrl);
  const headers = {
    accept: 'application/json',
    authorization: `Bearer ${deps.token}`,
    'user-agent': 'dreamina-edit-action',
  };
  const reused = openAgent();
  // Made at the first submit, before anything of it is sent: this takes a millisecond.
  const collector = lazily(createGarbageCollector);
  return {
    free: async (method, url, signal) => await exchange(reused, { url, method, headers, signal }),
    paid: async (url, body, { signal: untilSent, key, leftMs }) => {
      const garbage = collector();
      const fresh = openAgent();
      try {
        using limit = startDeadline(
          deps.clock,
          Math.min(PAID_LIMIT_MS, leftMs() + PAID_GRACE_MS),
          'the submit',
        );
        using leaving = startLeavingLimit(deps.clock, deps.stop);
        return await exchange(fresh, {
          url,
          method: 'POST',
          headers: {
            ...headers,
            'idempotency-key': key,
            'content-type': 'application/json',
            'content-length': String(body.byteLength),
          },
          // In pieces: progress then resets the silence timer, so that a long upload is not taken for silence.
          body: Readable.from(sweepAfter(body.pieces(), garbage), { objectMode: false }),
          reset: true,
          signal: AbortSignal.any([limit.signal, leaving.signal]),
          untilSent,
        });
      } finally {
        await fresh.destroy();
      }
    },
    [Symbol.asyncDispose]: async () => {
      await reused.destroy();
    },
  };
}

function openProxyAgent(env: Env, apiUrl: string): EnvHttpProxyAgent {
  try {
    return new EnvHttpProxyAgent({
      headersTimeout: SILENCE_MS,
      bodyTimeout: SILENCE_MS,
      ...readProxies(env, [new URL(apiUrl).hostname]),
    });
  } catch {
    // Without the cause: its text contains the address, which may contain a password.
    throw new Error('HTTPS_PROXY, HTTP_PROXY or both are not a URL like http://proxy.example:3128.');
  }
}

interface Exchange {
  readonly url: string;
  readonly method: 'GET' | 'POST';
  readonly headers: Record<string, string>;
  readonly signal: AbortSignal;
  /** Ends the exchange, but only before anything of the request was written. */
  readonly untilSent?: AbortSignal;
  readonly body?: Readable;
  readonly reset?: boolean;
}

async function exchange(agent: Dispatcher, { url, untilSent, ...request }: Exchange): Promise<Reply> {
  const { origin, pathname, search } = new URL(url);
  let sent = false;
  const started = Promise.withResolvers<undefined>();
  const onStart = (): void => {
    // undici may dispatch a request again if it considers that safe; for a paid one it never is.
    if (sent) throw new Error('the request would have been sent twice');
    untilSent?.throwIfAborted();
    sent = true;
    started.resolve(undefined);
  };
  const watched = agent.compose((dispatch) => (options, handler) => {
    return dispatch(options, watchStart(handler, onStart));
  });
  let answer: Dispatcher.ResponseData;
  try {
    // undici heeds a signal only once it is connected; a dead network would hold an aborted call for 10 s.
    const answering = watched.request({ origin, path: pathname + search, ...request });
    if (untilSent !== undefined) await orAborted(Promise.race([started.promise, answering]), untilSent);
    answer = await orAborted(answering, request.signal);
  } catch (error) {
    return { kind: 'unanswered', sent, error };
  }
  const { date, 'retry-after': retryAfter } = answer.headers;
  const parsedMs = typeof date === 'string' ? Date.parse(date) : Number.NaN;
  const dateMs = Number.isNaN(parsedMs) ? undefined : parsedMs;
  const head = {
    kind: 'answered',
    status: answer.statusCode,
    retryAfter: typeof retryAfter === 'string' ? dateToSeconds(retryAfter, dateMs) : undefined,
    dateMs,
  } as const;
  const shortener = createJsonShortener();
  try {
    for await (const chunk of answer.body) shortener.push(chunk as Buffer);
    return { ...head, text: shortener.text() };
  } catch (error) {
    return { ...head, text: shortener.text(), cutShort: error };
  }
}

/** Calls `onStart` when a request is about to be written on a connection: before that, nothing of it has left. */
function watchStart(handler: Dispatcher.DispatchHandler, onStart: () => void): Dispatcher.DispatchHandler {
  return {
    onRequestStart: (controller, context) => {
      onStart();
      handler.onRequestStart?.(controller, context);
    },
    onRequestUpgrade: (...args) => handler.onRequestUpgrade?.(...args),
    onResponseStart: (...args) => handler.onResponseStart?.(...args),
    onResponseData: (...args) => handler.onResponseData?.(...args),
    onResponseEnd: (...args) => handler.onResponseEnd?.(...args),
    onResponseError: (...args) => handler.onResponseError?.(...args),
  };
}
