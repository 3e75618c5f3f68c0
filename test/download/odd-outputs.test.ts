import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { RequestListener } from 'node:http';
import { deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';

import { box, mp4, picture, plainPng, pngChunk } from '../media/samples.ts';
import { createDownloadStage, makePicture, never, sending, serve } from './download-stage.ts';

const png = await plainPng(30, 20);
const gif = await makePicture('gif');
const jpeg = await makePicture('jpeg', 300, 200);
const avif = await picture(16, 16).avif().toBuffer();
const tiff = await sharp(jpeg).tiff().toBuffer();
const noise = Buffer.from(Array.from({ length: 3000 }, (_, at) => (at * 131 + (at >> 3)) % 256));

/** A PNG with a text chunk whose checksum is wrong. */
function wrongChecksum(): Buffer {
  const text = pngChunk('tEXt', Buffer.from('Comment\0by the service'));
  text[text.length - 1] = (text.at(-1) ?? 0) ^ 1;
  return Buffer.concat([png.subarray(0, 33), text, png.subarray(33)]);
}

function inTurn(...bodies: readonly Buffer[]): RequestListener {
  let turn = 0;
  return (request, response) => {
    sending(bodies[turn++] ?? Buffer.alloc(0))(request, response);
  };
}

describe('bytes that come whole and twice the same are what the service made', () => {
  test.each<[string, string, RegExp, Buffer]>([
    ['an AVIF', 'a.avif', /^an AVIF picture came/, avif],
    ['a JPEG XL', 'a.jxl', /^a JPEG XL picture came/, Buffer.concat([Buffer.of(0xff, 0x0a), noise])],
    ['a TIFF', 'a.tiff', /^a TIFF picture came/, tiff],
    [
      'a MOV',
      'a.mov',
      /^a QuickTime video \(MOV\) came/,
      Buffer.concat([box('ftyp', Buffer.from('qt  \0\0\0\0qt  ')), box('mdat', noise)]),
    ],
    ['a PNG without its last chunk', 'a.png', /^the PNG is cut off/, png.subarray(0, -12)],
    ['a PNG with a wrong checksum', 'a.png', /tEXt chunk does not match/, wrongChecksum()],
    [
      'a PNG with an unknown critical chunk',
      'a.png',
      /unknown critical chunk/,
      Buffer.concat([png.subarray(0, 33), pngChunk('ABCD', deflateSync(noise)), png.subarray(33)]),
    ],
    ['a GIF without its trailer', 'a.gif', /^the GIF is cut off/, gif.subarray(0, -1)],
    [
      'an MP4 with bytes behind it',
      'a.mp4',
      /^the MP4 is cut off/,
      Buffer.concat([mp4(), Buffer.from('behind')]),
    ],
    ['a JPEG without its end', 'a.jpg', /^the JPEG is cut off/, jpeg.subarray(0, -2)],
  ])('%s is delivered as %s, with a warning', async (_, path, oddity, body) => {
    await using server = await serve(sending(body));
    await using stage = await createDownloadStage([server.port]);
    const result = await stage.downloader.download(server.url, 'a', never);
    expect(result).toMatchObject({
      ok: true,
      value: { path, oddity: expect.stringMatching(oddity) as string },
    });
    expect(server.requests).toHaveLength(2);
    expect(await stage.files()).toEqual([path]);
    expect(await readFile(`${stage.folder}/${path}`)).toEqual(body);
  });

  test.each<[string, Buffer]>([
    ['noise', noise],
    ['a PDF', Buffer.concat([Buffer.from('%PDF-1.7\n'), noise])],
    ['a ZIP archive', Buffer.concat([Buffer.from('PK\x03\x04'), noise])],
  ])('%s has its hash as name: nothing is promised about it', async (_, body) => {
    await using server = await serve(sending(body));
    await using stage = await createDownloadStage([server.port]);
    const sha256 = createHash('sha256').update(body).digest('hex');
    const result = await stage.downloader.download(server.url, 'banners/a', never);
    expect(result).toMatchObject({
      ok: true,
      value: { path: `banners/${sha256}.bin`, type: 'application/octet-stream', sha256 },
    });
    expect(await stage.files()).toEqual([`banners/${sha256}.bin`]);
  });

  test('a size that is known is named, though the file is odd', async () => {
    await using server = await serve(sending(png.subarray(0, -12)));
    await using stage = await createDownloadStage([server.port]);
    const result = await stage.downloader.download(server.url, 'a', never);
    expect(result).toMatchObject({ ok: true, value: { width: 30, height: 20 } });
  });
});

describe('only twice the same', () => {
  test('a picture that is cut at another place each time is not accepted', async () => {
    const bodies = [100, 200, 300, 400].map((bytes) => jpeg.subarray(0, bytes));
    await using server = await serve(inTurn(...bodies));
    await using stage = await createDownloadStage([server.port]);
    const result = await stage.downloader.download(server.url, 'a', never);
    expect(result).toMatchObject({ ok: false, error: { kind: 'passing', code: 'download-failed' } });
    expect(await stage.files()).toEqual([]);
  });

  test('a whole picture after an odd one is better', async () => {
    await using server = await serve(inTurn(jpeg.subarray(0, 400), jpeg));
    await using stage = await createDownloadStage([server.port]);
    const result = await stage.downloader.download(server.url, 'a', never);
    expect(result).toMatchObject({ ok: true, value: { bytes: jpeg.length } });
    expect(result.ok && 'oddity' in result.value).toBe(false);
  });

  test('an outage in between does not matter', async () => {
    const turns: RequestListener[] = [
      sending(png.subarray(0, -12)),
      (_, response) => response.writeHead(503).end(),
      (request) => request.socket.resetAndDestroy(),
      sending(png.subarray(0, -12)),
    ];
    await using server = await serve((request, response) => {
      turns.shift()?.(request, response);
    });
    await using stage = await createDownloadStage([server.port]);
    expect(await stage.downloader.download(server.url, 'a', never)).toMatchObject({ ok: true });
    expect(turns).toHaveLength(0);
  });

  test('bytes that do not come whole are never compared', async () => {
    await using server = await serve((_, response) => {
      response.writeHead(200, { 'content-length': jpeg.length });
      response.write(jpeg.subarray(0, 400), () => response.destroy());
    });
    await using stage = await createDownloadStage([server.port]);
    const result = await stage.downloader.download(server.url, 'a', stage.clock.endAfter(60_000));
    expect(result).toMatchObject({ ok: false, error: { kind: 'passing', code: 'download-failed' } });
    expect(await stage.files()).toEqual([]);
  });
});
