import type { RequestListener } from 'node:http';
import { expect, test } from 'vitest';

import { createDownloadStage, makePicture, never, sending, serve } from './download-stage.ts';

const picture = await makePicture('jpeg', 300, 200);

test('whatever went wrong before, a whole picture in the end is a success', async () => {
  const turns: RequestListener[] = [
    (_, response) => response.writeHead(503, { 'retry-after': '7' }).end(),
    (request) => request.socket.resetAndDestroy(),
    (_, response) => response.writeHead(404).end(),
    sending(Buffer.from('<html>')),
    (_, response) => {
      response.writeHead(200, { 'content-length': picture.length });
      response.write(picture.subarray(0, 2000), () => response.destroy());
    },
    sending(picture),
  ];
  await using server = await serve((request, response) => {
    turns.shift()?.(request, response);
  });
  await using stage = await createDownloadStage([server.port]);
  const result = await stage.downloader.download(server.url, 'a', never);
  expect(result).toMatchObject({ ok: true, value: { bytes: picture.length } });
  expect(server.requests).toHaveLength(6);
  expect(stage.clock.waitsMs[0]).toBeGreaterThanOrEqual(7000);
  expect(await stage.files()).toEqual(['a.jpg']);
});

test.each([
  ['before an answer', false],
  ['in the middle of a body', true],
])('stopped %s, it ends at once and leaves nothing', async (_, answers) => {
  const stop = new AbortController();
  await using server = await serve((request, response) => {
    if (answers) {
      response.writeHead(200, { 'content-length': picture.length });
      response.write(picture.subarray(0, 2000));
    }
    request.socket.setTimeout(50, () => {
      stop.abort(new Error('the time of this edit is over'));
    });
  });
  await using stage = await createDownloadStage([server.port]);
  const result = await stage.downloader.download(server.url, 'a', stop.signal);
  expect(result).toMatchObject({ ok: false, error: { code: 'download-failed' } });
  expect(!result.ok && result.error.message).toContain('the time of this edit is over');
  expect(server.requests).toHaveLength(1);
  expect(await stage.files()).toEqual([]);
});

test('stopped while it waits for the next try, it says what went wrong before', async () => {
  const stop = new AbortController();
  await using server = await serve((_, response) => response.writeHead(503).end());
  const sleep = (_: number, signal?: AbortSignal): Promise<void> => {
    stop.abort(new Error('the run was stopped'));
    return Promise.reject(signal?.reason as Error);
  };
  await using stage = await createDownloadStage([server.port], {
    clock: { now: () => 0, monotonicMs: () => 0, sleep },
  });
  const result = await stage.downloader.download(server.url, 'a', stop.signal);
  expect(!result.ok && result.error.message).toContain('the run was stopped');
  expect(!result.ok && result.error.message).toContain('HTTP 503');
});

test('a connection that falls silent is left', async () => {
  const turns: RequestListener[] = [() => undefined, sending(picture)];
  await using server = await serve((request, response) => {
    turns.shift()?.(request, response);
  });
  await using stage = await createDownloadStage([server.port], { limits: { silenceMs: 1000 } });
  expect(await stage.downloader.download(server.url, 'a', never)).toMatchObject({ ok: true });
  expect(server.requests).toHaveLength(2);
});

test('many downloads side by side do not disturb each other', async () => {
  const pictures = await Promise.all(
    [...Array(12).keys()].map(async (i) => await makePicture('png', 20 + i, 20)),
  );
  await using server = await serve((request, response) => {
    sending(pictures[Number(request.url?.slice(1))] ?? Buffer.alloc(0))(request, response);
  });
  await using stage = await createDownloadStage([server.port]);
  const results = await Promise.all(
    pictures.map(async (_, i) => await stage.downloader.download(`${server.url}/${i}`, `many/p${i}`, never)),
  );
  expect(results.map((result) => result.ok && result.value.width)).toEqual(pictures.map((_, i) => 20 + i));
  expect(await stage.files()).toHaveLength(12);
});
