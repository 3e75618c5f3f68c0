import type { ServerResponse } from 'node:http';
import { expect, test } from 'vitest';

import { createDownloadStage, makePicture, never, serve } from './download-stage.ts';

const picture = await makePicture('jpeg');
const limits = { atOnce: 2 };

function finish(response: ServerResponse | undefined): void {
  response?.writeHead(200, { 'content-length': picture.length }).end(picture);
}

test('no more are fetched at once than may be, and all of them in the end', async () => {
  const open: ServerResponse[] = [];
  let most = 0;
  await using server = await serve((_, response) => {
    open.push(response);
    most = Math.max(most, open.length);
    // Time for another request to come, if one is under way.
    setTimeout(() => {
      finish(open.shift());
    }, 20);
  });
  await using stage = await createDownloadStage([server.port], { limits });
  const names = ['a', 'b', 'c', 'd', 'e'];
  const results = await Promise.all(
    names.map(async (name) => await stage.downloader.download(server.url, name, never)),
  );
  expect(results.every(({ ok }) => ok)).toBe(true);
  expect(most).toBe(2);
});

test('an output that waits for its next try does not keep others from being fetched', async () => {
  const over = Promise.withResolvers<undefined>();
  await using server = await serve((request, response) => {
    if (request.url === '/down') response.writeHead(503).end();
    else finish(response);
  });
  const stop = new AbortController();
  const sleep = async (): Promise<void> => {
    await over.promise;
    throw stop.signal.reason as Error;
  };
  await using stage = await createDownloadStage([server.port], {
    limits,
    clock: { now: () => 0, monotonicMs: () => 0, sleep },
  });
  const down = ['x', 'y', 'z'].map(
    async (name) => await stage.downloader.download(`${server.url}/down`, name, stop.signal),
  );
  expect(await stage.downloader.download(`${server.url}/up`, 'a', never)).toMatchObject({ ok: true });
  stop.abort(new Error('the run was stopped'));
  over.resolve(undefined);
  expect((await Promise.all(down)).every(({ ok }) => !ok)).toBe(true);
});

test('stopped before its first try, it says so and asks for nothing', async () => {
  const stop = new AbortController();
  await using server = await serve(() => {
    stop.abort(new Error('the run was stopped'));
  });
  await using stage = await createDownloadStage([server.port], { limits: { atOnce: 1 } });
  const [, waiting] = await Promise.all(
    ['a', 'b'].map(async (name) => await stage.downloader.download(server.url, name, stop.signal)),
  );
  expect(server.requests).toHaveLength(1);
  expect(waiting).toMatchObject({
    ok: false,
    error: { message: 'The download from 127.0.0.1 was stopped: the run was stopped.' },
  });
});
