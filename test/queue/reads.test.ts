import { describe, expect, test } from 'vitest';

import { connectClient, INPUT, noAbort, readFrom, submitCall } from './client-deps.ts';
import { createSimulatedClock, realClock } from '../support/clocks.ts';
import { startFakeService, type Script } from '../support/fake-service.ts';

describe('not an answer to what was asked: read again', () => {
  test.each<[string, Script]>([
    [
      'another request',
      (_, reply) => {
        reply.json({ status: 'succeeded', request_id: 'req-2' });
      },
    ],
    [
      'no status',
      (_, reply) => {
        reply.json({ request_id: 'req-1' });
      },
    ],
    [
      'story 19: 200 with error_code',
      (_, reply) => {
        reply.json({ error_code: 500001, error_message: 'x' });
      },
    ],
    [
      'a redirect, which is not followed',
      (_, reply) => {
        reply.text('', 302, { location: '/elsewhere' });
      },
    ],
    [
      'HTML',
      (_, reply) => {
        reply.text('<html></html>');
      },
    ],
    [
      '429 with Retry-After',
      (_, reply) => {
        reply.json({}, 429, { 'retry-after': '9' });
      },
    ],
    [
      'a filter in front',
      (_, reply) => {
        reply.text('Forbidden', 403);
      },
    ],
    [
      '408',
      (_, reply) => {
        reply.text('', 408);
      },
    ],
    [
      '425',
      (_, reply) => {
        reply.text('', 425);
      },
    ],
    [
      'a body larger than anything',
      (_, reply) => {
        reply.text(`{"a":${'1'.repeat(1_100_000)}}`);
      },
    ],
  ])('%s', async (name, bad) => {
    let tries = 0;
    const { answer, requests, waitedMs } = await readFrom('result', (request, reply) => {
      tries += 1;
      if (tries > 2) reply.json({ status: 'in_progress' });
      else void bad(request, reply);
    });
    expect(answer).toEqual({ ok: true, value: { kind: 'running' } });
    expect(requests.map(({ path }) => path.split('?')[0])).toEqual(
      Array.from({ length: 3 }, () => '/v1/requests/req-1/result'),
    );
    expect(waitedMs).toBeGreaterThan(name.includes('Retry-After') ? 18_000 : 0);
  });
});

test('story 19: 200 with the error_code of a bad token ends the read at once', async () => {
  const { answer, requests } = await readFrom('status', (_, reply) => {
    reply.json({ error_code: 400004, error_message: 'expired' });
  });
  expect(answer).toMatchObject({ ok: false, error: { code: 'authentication', stopsRun: true } });
  expect(requests).toHaveLength(1);
});

test.each([
  ['an error code', { error_code: 500001, error_message: 'x' }],
  ['an error and nothing else', { error: 'the model is gone' }],
])('%s inside a 200 is no outage: a few tries, then the read ends with what came', async (_, body) => {
  const { answer, requests } = await readFrom('result', (_request, reply) => {
    reply.json(body);
  });
  expect(answer).toMatchObject({ ok: false, error: { code: 'service-error' } });
  expect(requests).toHaveLength(6);
});

test('Retry-After on a good answer is handed on', async () => {
  const { answer } = await readFrom('status', (_, reply) => {
    reply.json({ status: 'in_queue' }, 200, { 'retry-after': '42' });
  });
  expect(answer).toEqual({ ok: true, value: { kind: 'queued' }, retryAfterMs: 42_000 });
});

test('a read that its signal ends says what the last try met', async () => {
  const stop = new AbortController();
  let tries = 0;
  const { answer } = await readFrom(
    'status',
    (_, reply) => {
      tries += 1;
      if (tries > 2) stop.abort(new Error('time is up'));
      else reply.json({ message: 'maintenance until 14:00' }, 503);
    },
    stop.signal,
  );
  if (answer.ok) throw new Error('it is read');
  expect(answer.error.lastTry).toContain('maintenance until 14:00');
  expect(answer.error.message).toContain('time is up');
});

test('a result that echoes 8 MiB of input is read like any other', async () => {
  const echo = { image_urls: [`data:image/png;base64,${'A'.repeat(8 * 1024 * 1024)}`] };
  const { answer } = await readFrom('result', (_, reply) => {
    reply.json({ input: echo, status: 'succeeded', output: { image: 'https://out.runcomfy.net/a.png' } });
  });
  expect(answer).toMatchObject({ ok: true, value: { output: { urls: ['https://out.runcomfy.net/a.png'] } } });
});

test('a silent service: the signal ends the read at once, and the message says why', async () => {
  const stop = new AbortController();
  const { answer } = await readFrom(
    'status',
    () => {
      stop.abort(new Error('the step was stopped by SIGINT'));
    },
    stop.signal,
  );
  expect(answer).toEqual({
    ok: false,
    error: {
      code: 'deadline',
      message: 'GET /v1/requests/req-1/status was abandoned: the step was stopped by SIGINT.',
      stopsRun: false,
    },
  });
});

test('a signal that is over already: nothing is sent', async () => {
  const { answer, requests } = await readFrom(
    'status',
    () => undefined,
    AbortSignal.abort(new Error('over')),
  );
  expect(answer.ok).toBe(false);
  expect(requests).toHaveLength(0);
});

test('reads share a connection; each paid POST has its own', async () => {
  await using api = await startFakeService((request, reply) => {
    reply.json(request.method === 'POST' ? { request_id: 'req-1' } : { status: 'in_queue' });
  });
  await using client = connectClient(api.url, { clock: realClock });
  for (let count = 0; count < 2; count += 1) {
    await client.submit(INPUT, submitCall());
    await client.status('req-1', noAbort());
  }
  const ports = (start: string): number => new Set(api.of(start).map(({ clientPort }) => clientPort)).size;
  expect(ports('POST')).toBe(2);
  expect(ports('GET')).toBe(1);
});

test.each([
  ['an outage', 503, 7000, 10_000],
  ['"slow down"', 429, 25_000, 30_000],
])('how long a try waits for the next one, after %s', async (_, status, leastMs, mostMs) => {
  let tries = 0;
  await using api = await startFakeService((_request, reply) => {
    tries += 1;
    if (tries > 20) reply.json({ status: 'in_progress' });
    else reply.text('', status);
  });
  const clock = createSimulatedClock();
  await using client = connectClient(api.url, { clock, random: () => 0.99 });
  expect(await client.status('req-1', noAbort())).toMatchObject({ ok: true });
  expect(Math.max(...clock.waits)).toBeGreaterThan(leastMs);
  expect(Math.max(...clock.waits)).toBeLessThanOrEqual(mostMs);
});
