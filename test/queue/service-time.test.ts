import { expect, test } from 'vitest';

import { createSimulatedClock } from '../support/clocks.ts';
import { startFakeService } from '../support/fake-service.ts';
import { ACCEPTED, connectClient, INPUT, noAbort, submitCall } from './client-deps.ts';

const HOUR_MS = 60 * 60_000;

test.each([
  ['two hours behind', -2 * HOUR_MS, -2 * HOUR_MS],
  ['two hours ahead', 2 * HOUR_MS, 2 * HOUR_MS],
  ['less than a minute ahead', 59_000, 0],
  ['less than a minute behind', -59_000, 0],
])('the clock of the service is %s', async (_what, differenceMs, expected) => {
  const clock = createSimulatedClock();
  await using api = await startFakeService((_, reply) => {
    reply.date(clock.now() + differenceMs);
    reply.json(ACCEPTED);
  });
  await using client = connectClient(api.url, { clock });
  expect(client.aheadMs()).toBeUndefined();
  await client.submit(INPUT, submitCall());
  // The header is exact to the second.
  expect(Math.abs((client.aheadMs() ?? Number.NaN) - expected)).toBeLessThan(1000);
});

test('an answer that refuses says what time it is, too', async () => {
  const clock = createSimulatedClock();
  await using api = await startFakeService((_, reply) => {
    reply.date(clock.now() + HOUR_MS);
    reply.json({ code: 404001, error: 'ResourceNotFound' }, 404);
  });
  await using client = connectClient(api.url, { clock });
  await client.status('req-1', noAbort());
  expect(client.aheadMs()).toBeGreaterThan(HOUR_MS - 1000);
});

test.each([
  ['no header', undefined],
  ['a header that is no date', 'yesterday'],
])('%s: not known', async (_what, date) => {
  await using api = await startFakeService((_, reply) => {
    reply.json(ACCEPTED, 200, date === undefined ? {} : { date });
  });
  await using client = connectClient(api.url);
  await client.submit(INPUT, submitCall());
  expect(client.aheadMs()).toBeUndefined();
});
