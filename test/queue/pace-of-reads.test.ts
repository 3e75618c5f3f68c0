import { expect, test } from 'vitest';

import { connectClient, noAbort } from './client-deps.ts';
import { createSimulatedClock } from '../support/clocks.ts';
import { startFakeService } from '../support/fake-service.ts';

test('tries that failed count as reads: each further one waits for its turn', async () => {
  let requests = 0;
  await using service = await startFakeService((_, reply) => {
    requests += 1;
    if (requests < 4) reply.text('', 503);
    else reply.json({ status: 'in_progress', request_id: 'req-1' });
  });
  await using client = connectClient(service.url, { clock: createSimulatedClock() });
  const turns: number[] = [];
  const pace = {
    slowDown: () => undefined,
    limitWaitMs: (waitMs: number) => waitMs,
    waitForTurn: async () => {
      turns.push(requests);
      await Promise.resolve();
    },
  };
  expect((await client.status('req-1', noAbort(), pace)).ok).toBe(true);
  expect(turns).toEqual([1, 2, 3]);
});
