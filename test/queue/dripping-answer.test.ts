import { createServer } from 'node:http';
import { expect, test } from 'vitest';

import { createSimulatedClock } from '../support/clocks.ts';
import { connectClient, INPUT, submitCall } from './client-deps.ts';
import { close, listen } from './listen.ts';

const MINUTE_MS = 60_000;

test.each([
  ['a minute before the end of the run', MINUTE_MS, 3 * MINUTE_MS],
  ['an hour before the end of the run', 60 * MINUTE_MS, 10 * MINUTE_MS],
])(
  'the answer to a paid POST drips: sent %s, it is awaited so long and no longer',
  async (_, leftMs, mostMs) => {
    const clock = createSimulatedClock();
    const ended = new AbortController();
    let posts = 0;
    const server = createServer((request, response) => {
      request.resume();
      posts += 1;
      response.writeHead(200, { 'content-type': 'application/json' });
      const drip = async (): Promise<void> => {
        while (!ended.signal.aborted) {
          response.write(' ');
          await clock.sleep(1000, ended.signal).catch(() => undefined);
        }
        response.destroy();
      };
      void drip();
    });
    const port = await listen(server);
    const startedAtMs = clock.now();
    {
      await using client = connectClient(`http://127.0.0.1:${port}`, { clock });
      const call = { ...submitCall(), leftMs: () => startedAtMs + leftMs - clock.now() };
      expect((await client.submit(INPUT, call)).kind).toBe('maybe-sent');
    }
    ended.abort();
    await close(server);

    expect(posts).toBe(1);
    expect(clock.now() - startedAtMs).toBeGreaterThan(mostMs - 5000);
    expect(clock.now() - startedAtMs).toBeLessThan(mostMs + 5000);
  },
);
