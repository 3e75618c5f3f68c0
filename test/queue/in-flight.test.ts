import { createServer } from 'node:http';
import type { Duplex } from 'node:stream';
import { expect, test } from 'vitest';

import { connectClient, INPUT, submitCall } from './client-deps.ts';
import { startFakeService } from '../support/fake-service.ts';
import { close, listen } from './listen.ts';

test('a connection that does not come about: the signal ends the try, and nothing is sent afterwards', async () => {
  // Every proxy tunnel is left hanging, as a dead network would.
  const { promise: asked, resolve } = Promise.withResolvers<Duplex>();
  const proxy = createServer().on('connect', (_request, socket) => {
    // From the start: the client drops the connection when it likes.
    socket.on('error', () => undefined);
    resolve(socket);
  });
  const env = { HTTP_PROXY: `http://127.0.0.1:${await listen(proxy)}` };
  const stop = new AbortController();
  await using client = connectClient('http://api.example:9', { env });
  const submitting = client.submit(INPUT, submitCall(stop.signal));
  const socket = await asked;
  stop.abort(new Error('the step was stopped by SIGINT'));
  expect(await submitting).toMatchObject({ kind: 'not-sent' });
  const received: Buffer[] = [];
  socket.on('data', (chunk: Buffer) => received.push(chunk));
  const ended = new Promise((resolve) => socket.on('close', resolve));
  socket.end('HTTP/1.1 200 OK\r\n\r\n');
  await ended;
  await close(proxy);
  expect(received).toEqual([]);
});

test('taken and then silent for too long: unclear', async () => {
  await using api = await startFakeService(() => undefined);
  const limits: (() => void)[] = [];
  const clock = {
    now: () => 0,
    monotonicMs: () => 0,
    sleep: async () => {
      await new Promise<void>((resolve) => limits.push(resolve));
    },
  };
  await using client = connectClient(api.url, { clock });
  const submitting = client.submit(INPUT, submitCall());
  while (api.requests.length === 0) await new Promise((resolve) => setImmediate(resolve));
  for (const reach of limits) reach();
  expect(await submitting).toMatchObject({ kind: 'maybe-sent', error: { code: 'connection' } });
});

test('a step that is being stopped waits for the answer to a submit under way, but only for seconds', async () => {
  await using api = await startFakeService(() => undefined);
  const stop = new AbortController();
  await using client = connectClient(api.url, { stop: stop.signal });
  const submitting = client.submit(INPUT, submitCall(stop.signal));
  while (api.requests.length === 0) await new Promise((resolve) => setImmediate(resolve));
  stop.abort(new Error('the step was stopped by SIGINT'));
  expect(await submitting).toMatchObject({
    kind: 'maybe-sent',
    error: { message: expect.stringContaining('no answer came in its last seconds') as string },
  });
});
