import { createServer as createHttpServer } from 'node:http';
import { createServer } from 'node:net';
import { describe, expect, test } from 'vitest';

import { ACCEPTED, connectClient, INPUT, submitCall, submitTo } from './client-deps.ts';
import { createSimulatedClock } from '../support/clocks.ts';
import { startFakeService } from '../support/fake-service.ts';
import { close, listen } from './listen.ts';

/** Submits until `enough` says that it was tried often enough. */
async function submitUntil(apiUrl: string, env: Record<string, string>, enough: (tries: number) => boolean) {
  const stop = new AbortController();
  const simulated = createSimulatedClock();
  let tries = 0;
  const clock = {
    now: () => simulated.now(),
    monotonicMs: () => simulated.now(),
    sleep: async (ms: number, signal?: AbortSignal) => {
      if (signal === stop.signal && enough((tries += 1))) stop.abort(new Error('the time is up'));
      await simulated.sleep(ms, signal);
    },
  };
  await using client = connectClient(apiUrl, { clock, env });
  return await client.submit(INPUT, submitCall(stop.signal));
}

describe('certainly not accepted: tried again until the time is up', () => {
  test('connection refused', async () => {
    const server = createServer();
    const port = await listen(server);
    await close(server);
    const answer = await submitUntil(`http://127.0.0.1:${port}`, {}, (tries) => tries === 3);
    expect(answer).toMatchObject({ kind: 'not-sent', error: { code: 'connection' } });
    if (answer.kind === 'not-sent') expect(answer.error.message).toMatch(/the time is up.*ECONNREFUSED/);
  });

  test('a name that does not resolve', async () => {
    const answer = await submitUntil('https://api.invalid', {}, (tries) => tries === 2);
    expect(answer).toMatchObject({ kind: 'not-sent', error: { code: 'connection' } });
  });

  test('TLS that does not come about', async () => {
    let connections = 0;
    const server = createServer((socket) => {
      connections += 1;
      socket.on('error', () => undefined);
      socket.once('data', () => socket.destroy());
    });
    const port = await listen(server);
    const answer = await submitUntil(`https://127.0.0.1:${port}`, {}, (tries) => tries === 3);
    await close(server);
    expect(answer.kind).toBe('not-sent');
    expect(connections).toBe(3);
  });

  test('a proxy that refuses the tunnel', async () => {
    await using api = await startFakeService((_, reply) => {
      reply.json(ACCEPTED);
    });
    let tunnels = 0;
    const proxy = createHttpServer().on('connect', (_request, socket) => {
      tunnels += 1;
      socket.on('error', () => undefined);
      socket.end('HTTP/1.1 407 Proxy Authentication Required\r\n\r\n');
    });
    const env = { HTTP_PROXY: `http://user:geheim@127.0.0.1:${await listen(proxy)}` };
    const answer = await submitUntil(
      api.url.replace('127.0.0.1', 'api.example'),
      env,
      (tries) => tries === 3,
    );
    await close(proxy);
    expect(answer.kind).toBe('not-sent');
    expect(JSON.stringify(answer)).not.toContain('geheim');
    expect(tunnels).toBe(3);
    expect(api.requests).toHaveLength(0);
  });

  test('refused at first, then there', async () => {
    const server = createServer();
    const port = await listen(server);
    await close(server);
    const api = createHttpServer((request, response) => {
      request.resume().on('end', () => response.end(JSON.stringify(ACCEPTED)));
    });
    const { promise: isUp, resolve } = Promise.withResolvers<undefined>();
    const simulated = createSimulatedClock();
    const sleep = async (ms: number, signal?: AbortSignal): Promise<void> => {
      if (ms < 60_000 && !api.listening)
        api.listen(port, '127.0.0.1', () => {
          resolve(undefined);
        });
      if (ms < 60_000) await isUp;
      await simulated.sleep(ms, signal);
    };
    await using client = connectClient(`http://127.0.0.1:${port}`, {
      clock: { now: () => simulated.now(), monotonicMs: () => simulated.now(), sleep },
    });
    expect(await client.submit(INPUT, submitCall())).toEqual({ kind: 'accepted', requestId: 'req_1-A' });
    await close(api);
  });
});

describe('a connection that was made and dropped: unclear, and not tried again', () => {
  test('before a byte of the request was read', async () => {
    let connections = 0;
    const server = createServer((socket) => {
      connections += 1;
      socket.on('error', () => undefined);
      setImmediate(() => socket.destroy());
    });
    const port = await listen(server);
    await using client = connectClient(`http://127.0.0.1:${port}`);
    expect(await client.submit(INPUT, submitCall())).toMatchObject({
      kind: 'maybe-sent',
      error: { code: 'connection' },
    });
    await close(server);
    expect(connections).toBe(1);
  });
});

test('a body of 16 MiB arrives whole', async () => {
  const input = { ...INPUT, image_urls: [`data:image/png;base64,${'A'.repeat(16 * 1024 * 1024)}`] };
  let length = 0;
  await using api = await startFakeService((request, reply) => {
    length = request.body.length;
    reply.json(ACCEPTED);
  });
  await using client = connectClient(api.url);
  expect(await client.submit(input, submitCall())).toMatchObject({ kind: 'accepted' });
  expect(length).toBe(JSON.stringify(input).length);
});

test('a redirect leads nowhere: the token stays with its origin', async () => {
  await using other = await startFakeService((_, reply) => {
    reply.json(ACCEPTED);
  });
  const { answer } = await submitTo((_, reply) => {
    reply.text('', 308, { location: `${other.url}/v1/models/x` });
  });
  expect(answer.kind).toBe('maybe-sent');
  expect(other.requests).toHaveLength(0);
});
