import type { Clock, Env, Log, Random } from '../shared/ports.ts';
import { readCatalog } from './catalog.ts';
import { cancel } from './cancel.ts';
import { jobUrl } from './job-url.ts';
import { parseResult } from './parse-result.ts';
import { parseStatus } from './parse-status.ts';
import { price, readPublished } from './price.ts';
import { readWithRetry } from './read-with-retry.ts';
import { createRedactor } from './redact.ts';
import { createRequestSender, type CallDeps, type RequestSender } from './send.ts';
import { createServiceTime } from './service-time.ts';
import { createSubmitPace } from './submit-pace.ts';
import { submit } from './submit.ts';
import type { QueueClient } from './types.ts';

export interface QueueClientOptions {
  /** Origin with an optional path, no trailing slash. */
  readonly apiUrl: string;
  readonly token: string;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  /** The proxy variables are read from here. */
  readonly env: Env;
  /** Aborted once the step is being stopped: then no answer is awaited for more than seconds. */
  readonly stop?: AbortSignal;
}

/**
 * A client for the RunComfy Model API. Dispose of it when the run is over: its open connections would keep
 * the process alive. Throws if a proxy variable of `env` is not a URL.
 */
export function createQueueClient(options: QueueClientOptions): QueueClient & AsyncDisposable {
  const { apiUrl, token, clock, random, log, env, stop } = options;
  const redact = createRedactor(token);
  const connection = createRequestSender({
    apiUrl,
    token,
    env,
    clock,
    stop: stop ?? new AbortController().signal,
  });
  const time = createServiceTime(clock);
  const sender: RequestSender = {
    free: async (...call) => time.hear(await connection.free(...call)),
    paid: async (...call) => time.hear(await connection.paid(...call)),
  };
  const deps: CallDeps = { sender, clock, random, log, redact };
  const pace = createSubmitPace(clock);
  const modelUrl = (model: string): string => `${apiUrl}/v1/models/${model}`;
  return {
    submit: async (input, call) => await submit(modelUrl(call.model), input, { ...deps, pace }, call),
    status: async (id, signal, pace) => {
      const url = jobUrl(apiUrl, id, 'status');
      return await readWithRetry(
        url,
        (body) => parseStatus(body, id, redact),
        { ...deps, reads: pace },
        signal,
      );
    },
    result: async (id, signal, pace) => {
      const url = `${jobUrl(apiUrl, id, 'result')}?include_cost=true`;
      return await readWithRetry(
        url,
        (body) => parseResult(body, id, redact),
        { ...deps, reads: pace },
        signal,
      );
    },
    cancel: async (id, signal) => await cancel(jobUrl(apiUrl, id, 'cancel'), deps, signal),
    price: async (model, signal) => await price(modelUrl(model), deps, signal),
    catalog: async (search, signal) => await readCatalog(apiUrl, search, deps, signal),
    model: async (model, signal) => await readPublished(modelUrl(model), deps, signal),
    resultUrl: (id) => jobUrl(apiUrl, id, 'result'),
    aheadMs: () => time.aheadMs(),
    slowDowns: () => pace.slowDowns,
    [Symbol.asyncDispose]: async () => {
      await connection[Symbol.asyncDispose]();
    },
  };
}
