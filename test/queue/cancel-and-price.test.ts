import { describe, expect, test } from 'vitest';

import type { CancelAnswer } from '../../src/queue/types.ts';
import { connectClient, noAbort } from './client-deps.ts';
import { realClock } from '../support/clocks.ts';
import { startFakeService, type Script } from '../support/fake-service.ts';

describe('cancel', () => {
  test.each<[string, unknown, number, CancelAnswer]>([
    ['cancelled', { outcome: 'cancelled', status: 'cancelled' }, 202, 'cancelled'],
    ['the other spelling', { outcome: 'canceled' }, 202, 'cancelled'],
    ['no outcome, but the status says it', { status: 'cancelled' }, 202, 'cancelled'],
    ['it runs already', { outcome: 'not_cancellable', status: 'in_progress' }, 202, 'not-cancellable'],
    ['it is over', { outcome: 'not_cancellable', status: 'completed' }, 202, 'not-cancellable'],
    ['only the status says so', { outcome: 'not_cancellable', status: 'cancelled' }, 202, 'cancelled'],
    ['only the outcome says so', { outcome: 'cancelled', status: 'completed' }, 202, 'cancelled'],
    ['an unknown outcome', { outcome: 'perhaps', status: 'in_queue' }, 202, 'unconfirmed'],
    ['nothing said', {}, 202, 'unconfirmed'],
    ['an error', { code: 404001, error: 'ResourceNotFound' }, 404, 'unconfirmed'],
    ['story 19: 200 with error_code', { error_code: 500001, outcome: 'cancelled' }, 200, 'unconfirmed'],
  ])('%s', async (_, body, status, expected) => {
    await using api = await startFakeService((_request, reply) => {
      reply.json(body, status);
    });
    await using client = connectClient(api.url, { clock: realClock });
    expect(await client.cancel('req-1', noAbort())).toBe(expected);
    expect(api.requests.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'POST /v1/requests/req-1/cancel',
    ]);
  });
});

describe('price', () => {
  async function priceFrom(script: Script) {
    await using api = await startFakeService(script);
    await using client = connectClient(api.url, { clock: realClock });
    const answer = await client.price('bytedance/dreamina-4-0/edit', noAbort());
    return { answer, requests: api.requests.map(({ method, path }) => `${method} ${path}`) };
  }

  test('as the service names it', async () => {
    const { answer, requests } = await priceFrom((_, reply) => {
      reply.json({ base_price_usd: 0.03, price_unit: 'output', pricing_note: 'each', display_name: 'x' });
    });
    expect(answer).toEqual({ ok: true, value: { baseUsd: 0.03, unit: 'output' } });
    expect(requests).toEqual(['GET /v1/models/bytedance/dreamina-4-0/edit']);
  });

  test.each<[string, unknown, number, string]>([
    ['no price', { price_unit: 'output' }, 200, 'unreadable-answer'],
    ['a price in words', { base_price_usd: 'cheap', price_unit: 'output' }, 200, 'unreadable-answer'],
    ['a price below 0', { base_price_usd: -1, price_unit: 'output' }, 200, 'unreadable-answer'],
    ['a bad token', { code: 400004, error: 'UserAccountError' }, 400, 'authentication'],
    ['no such model', { code: 404001, error: 'ResourceNotFound' }, 404, 'wrong-model'],
    ['trouble', {}, 503, 'service-error'],
  ])('an error and never 0, after one try: %s', async (_, body, status, code) => {
    const { answer, requests } = await priceFrom((_request, reply) => {
      reply.json(body, status);
    });
    expect(answer).toMatchObject({ ok: false, error: { code } });
    expect(requests).toHaveLength(1);
  });

  test('ended by the signal', async () => {
    await using api = await startFakeService(() => undefined);
    await using client = connectClient(api.url, { clock: realClock });
    const answer = await client.price('bytedance/dreamina-4-0/edit', AbortSignal.abort(new Error('stopped')));
    expect(answer).toMatchObject({ ok: false, error: { code: 'deadline' } });
  });
});

test('an id that could lead to another address is never put in a path', async () => {
  await using api = await startFakeService(() => undefined);
  await using client = connectClient(api.url, { clock: realClock });
  await expect(client.status('../../v1/models/x', noAbort())).rejects.toThrow('not a request id');
  expect(() => client.resultUrl('a/b')).toThrow('not a request id');
  expect(client.resultUrl('req-1')).toBe(`${api.url}/v1/requests/req-1/result`);
  expect(api.requests).toHaveLength(0);
});
