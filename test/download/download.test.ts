import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { RequestListener } from 'node:http';
import { describe, expect, test } from 'vitest';

import { createDownloadStage, inPieces, makePicture, never, sending, serve } from './download-stage.ts';

describe('a download', () => {
  test.each([
    ['jpeg', 'jpg', 'image/jpeg'],
    ['png', 'png', 'image/png'],
    ['webp', 'webp', 'image/webp'],
    ['gif', 'gif', 'image/gif'],
  ] as const)('of a %s is named, measured and hashed by its bytes', async (format, extension, type) => {
    const picture = await makePicture(format);
    await using server = await serve(sending(picture, { 'content-type': 'text/plain' }));
    await using stage = await createDownloadStage([server.port]);
    const result = await stage.downloader.download(`${server.url}/x.bin?sig=1`, 'hero/beach', never);
    expect(result).toEqual({
      ok: true,
      value: {
        path: `hero/beach.${extension}`,
        absolutePath: `${stage.folder}/hero/beach.${extension}`,
        sha256: createHash('sha256').update(picture).digest('hex'),
        bytes: picture.length,
        type,
        width: 48,
        height: 32,
      },
    });
    expect(await readFile(`${stage.folder}/hero/beach.${extension}`)).toEqual(picture);
    expect(await stage.files()).toEqual([`hero/beach.${extension}`]);
    expect(server.requests.map(({ url }) => url)).toEqual(['/x.bin?sig=1']);
  });

  test('sends no credentials, cookies or referrer', async () => {
    await using server = await serve(sending(await makePicture('jpeg')));
    await using stage = await createDownloadStage([server.port]);
    await stage.downloader.download(server.url, 'a', never);
    expect(Object.keys(server.requests[0]?.headers ?? {}).sort()).toEqual([
      'accept',
      'accept-encoding',
      'connection',
      'host',
      'user-agent',
    ]);
  });

  test('takes a body without Content-Length, in pieces of any size', async () => {
    const picture = await makePicture('jpeg', 200, 100);
    const listener: RequestListener = (_, response) => {
      inPieces(picture, 7).pipe(response);
    };
    await using server = await serve(listener);
    await using stage = await createDownloadStage([server.port]);
    const result = await stage.downloader.download(server.url, 'a', never);
    expect(result).toMatchObject({ ok: true, value: { bytes: picture.length, width: 200, height: 100 } });
  });

  test('finds the size behind 300 KB of EXIF and color profile', async () => {
    const picture = await makePicture('jpeg', 40, 30);
    const block = Buffer.alloc(65_537, 1);
    block.writeUInt16BE(0xffed);
    block.writeUInt16BE(65_535, 2);
    const padded = Buffer.concat([
      picture.subarray(0, 2),
      ...Array<Buffer>(5).fill(block),
      picture.subarray(2),
    ]);
    await using server = await serve(sending(padded));
    await using stage = await createDownloadStage([server.port]);
    const result = await stage.downloader.download(server.url, 'a', never);
    expect(result).toMatchObject({ ok: true, value: { width: 40, height: 30, bytes: padded.length } });
  });

  test('takes a video, which has no dimensions', async () => {
    const box = (type: string, body: Buffer): Buffer => {
      const head = Buffer.alloc(8);
      head.writeUInt32BE(body.length + 8);
      head.write(type, 4);
      return Buffer.concat([head, body]);
    };
    const ftyp = box('ftyp', Buffer.from('isom\0\0\0\0isommp42'));
    const video = Buffer.concat([ftyp, box('moov', Buffer.alloc(40)), box('mdat', Buffer.alloc(100))]);
    await using server = await serve(sending(video));
    await using stage = await createDownloadStage([server.port]);
    const result = await stage.downloader.download(server.url, 'clip', never);
    expect(result).toMatchObject({ ok: true, value: { path: 'clip.mp4', type: 'video/mp4' } });
    expect(result.ok && 'width' in result.value).toBe(false);
  });

  test('replaces what an earlier run left in its place', async () => {
    const pictures = [await makePicture('jpeg'), await makePicture('jpeg', 50, 50)];
    let turn = 0;
    await using server = await serve((request, response) => {
      sending(pictures[turn++] ?? Buffer.alloc(0))(request, response);
    });
    await using stage = await createDownloadStage([server.port]);
    await stage.downloader.download(server.url, 'a', never);
    const second = await stage.downloader.download(server.url, 'a', never);
    expect(second).toMatchObject({ ok: true, value: { width: 50 } });
    expect(await stage.files()).toEqual(['a.jpg']);
  });
});
