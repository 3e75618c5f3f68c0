import { createQueueClient, type QueueClientOptions } from '../../src/queue/create-queue-client.ts';
import type { QueueClient, SubmitCall, WireInput } from '../../src/queue/types.ts';
import type { Log } from '../../src/shared/ports.ts';
import { createSimulatedClock } from '../support/clocks.ts';
import { startFakeService, type Script } from '../support/fake-service.ts';

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

/** A client for a fake service: real sockets, and waits that take no time unless set otherwise. */
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

/** The answer to an accepted submit. Its URLs lead to another host: they must not be followed. */
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

/** How a submit is made for a claim, with no end of the run in sight. */
export function submitCall(signal = noAbort()): SubmitCall {
  return { model: 'bytedance/dreamina-4-0/edit', signal, key: 'claim-1', leftMs: () => Infinity };
}

/** Submits once to a service that answers as the script says. */
export async function submitTo(script: Script, signal = noAbort(), call: Partial<SubmitCall> = {}) {
  await using api = await startFakeService(script);
  const clock = createSimulatedClock();
  const startedAtMs = clock.now();
  await using client = connectClient(api.url, { clock });
  const answer = await client.submit(INPUT, { ...submitCall(signal), ...call });
  const posts = api.of('POST /v1/models/bytedance/dreamina-4-0/edit');
  return { answer, posts, waitedMs: clock.now() - startedAtMs };
}

/** Reads one job's status or result from a service that answers as the script says. */
export async function readFrom(what: 'status' | 'result', script: Script, signal = noAbort()) {
  await using api = await startFakeService(script);
  const clock = createSimulatedClock();
  const startedAtMs = clock.now();
  await using client = connectClient(api.url, { clock });
  const answer = await client[what]('req-1', signal);
  return { answer, requests: api.requests, waitedMs: clock.now() - startedAtMs };
}
