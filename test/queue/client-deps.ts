import { setTimeout as delay } from 'node:timers/promises';

import { createQueueClient, type QueueClientOptions } from '../../src/queue/create-queue-client.ts';
import type { QueueClient, WireInput } from '../../src/queue/types.ts';
import type { Clock, Log } from '../../src/shared/ports.ts';
import { startFakeApi, type Script } from './fake-api.ts';

/** The real time. */
export const realClock: Clock = {
  now: () => Date.now(),
  sleep: async (ms, signal) => {
    await delay(ms, undefined, signal === undefined ? {} : { signal }).catch((error: unknown) => {
      signal?.throwIfAborted();
      throw error;
    });
  },
};

export interface SimulatedClock extends Clock {
  /** Every wait that was begun, in milliseconds. */
  readonly waits: readonly number[];
}

/** Waits of ten minutes and more are time limits, which fire once the shorter waits have added up to them. */
const SHORTEST_LIMIT_MS = 10 * 60_000;

/** A clock that jumps ahead by each wait instead of waiting. Limits (deadlines) fire when the time has come. */
export function createSimulatedClock(): SimulatedClock {
  let nowMs = Date.UTC(2026, 0, 1);
  const waits: number[] = [];
  const limits = new Set<{ atMs: number; fire: () => void }>();
  return {
    waits,
    now: () => nowMs,
    sleep: async (ms, signal) => {
      signal?.throwIfAborted();
      if (ms >= SHORTEST_LIMIT_MS) {
        const { promise, resolve, reject } = Promise.withResolvers<undefined>();
        const limit = {
          atMs: nowMs + ms,
          fire: () => {
            resolve(undefined);
          },
        };
        limits.add(limit);
        signal?.addEventListener('abort', () => {
          limits.delete(limit);
          reject(signal.reason as Error);
        });
        await promise;
        return;
      }
      waits.push(ms);
      nowMs += ms;
      for (const limit of limits) {
        if (limit.atMs <= nowMs) limit.fire();
      }
      await new Promise((resolve) => setImmediate(resolve));
      signal?.throwIfAborted();
    },
  };
}

export interface RecordingLog extends Log {
  readonly lines: readonly string[];
}

/** A log that remembers its info lines. */
export function createRecordingLog(): RecordingLog {
  const lines: string[] = [];
  return {
    lines,
    info: (text) => void lines.push(text),
    debug: () => undefined,
    group: async (_title, body) => await body(),
  };
}

export const TOKEN = 'rc-secret-0123456789abcdef';

/** A client for a fake service: real sockets, and waits that take no time unless told otherwise. */
export function connectClient(
  apiUrl: string,
  options: Partial<QueueClientOptions> = {},
): QueueClient & AsyncDisposable {
  const clock = createSimulatedClock();
  const log = createRecordingLog();
  return createQueueClient({ apiUrl, token: TOKEN, clock, random: () => 0.5, log, env: {}, ...options });
}

export const INPUT: WireInput = {
  image_urls: ['https://cdn.example.com/a.jpg?signature=geheim'],
  prompt: 'Cut the mug out on plain white.',
  'width×height': '2048x2048(1:1)',
  scale: 0.5,
  force_single: true,
};

/** The answer to an accepted submit. Its URLs lead elsewhere: they must not be followed. */
export const ACCEPTED = {
  request_id: 'req_1-A',
  status_url: 'https://evil.example/',
  result_url: '',
  cancel_url: '',
};

/** A signal that nothing aborts. */
export function noAbort(): AbortSignal {
  return new AbortController().signal;
}

/** Submits once to a service that answers as the script says. */
export async function submitTo(script: Script, signal = noAbort()) {
  await using api = await startFakeApi(script);
  const clock = createSimulatedClock();
  const startedAtMs = clock.now();
  await using client = connectClient(api.url, { clock });
  const answer = await client.submit(INPUT, signal);
  const posts = api.of('POST /v1/models/bytedance/dreamina-4-0/edit');
  return { answer, posts, waitedMs: clock.now() - startedAtMs };
}

/** Reads one job's status or result from a service that answers as the script says. */
export async function readFrom(what: 'status' | 'result', script: Script, signal = noAbort()) {
  await using api = await startFakeApi(script);
  const clock = createSimulatedClock();
  const startedAtMs = clock.now();
  await using client = connectClient(api.url, { clock });
  const answer = await client[what]('req-1', signal);
  return { answer, requests: api.requests, waitedMs: clock.now() - startedAtMs };
}
