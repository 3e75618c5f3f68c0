import { createServer, type AddressInfo } from 'node:net';
import { describe, expect, test } from 'vitest';

import { ACCEPTED, connectClient, createSimulatedClock, INPUT, submitTo, TOKEN } from './client-deps.ts';

test('an accepted submit: the input as the model wants it, the token as a bearer, the id back', async () => {
  const { answer, posts } = await submitTo((_, reply) => {
    reply.json(ACCEPTED);
  });
  expect(answer).toEqual({ kind: 'accepted', requestId: 'req_1-A' });
  expect(posts).toHaveLength(1);
  expect(JSON.parse(posts[0]?.body ?? '')).toEqual(INPUT);
  expect(posts[0]?.headers).toMatchObject({
    authorization: `Bearer ${TOKEN}`,
    'content-type': 'application/json',
    connection: 'close',
    'user-agent': 'dreamina-edit-action',
  });
});

describe('surely not accepted: tried again until the time is over', () => {
  test('connection refused', async () => {
    const closed = createServer();
    await new Promise<void>((resolve) => closed.listen(0, '127.0.0.1', resolve));
    const { port } = closed.address() as AddressInfo;
    await new Promise((resolve) => closed.close(resolve));
    const clock = createSimulatedClock();
    await using client = connectClient(`http://127.0.0.1:${port}`, { clock });
    const stop = new AbortController();
    setTimeout(() => {
      stop.abort(new Error('the time is over'));
    }, 200);
    const answer = await client.submit(INPUT, stop.signal);
    expect(answer).toMatchObject({ kind: 'not-sent', error: { code: 'connection' } });
    expect(clock.waits.length).toBeGreaterThan(2);
  });
});
