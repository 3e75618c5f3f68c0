import { deflateSync, constants } from 'node:zlib';

import sharp from 'sharp';
import { describe, expect, test } from 'vitest';

import { createFileCheck } from '../../src/media/check-file.ts';
import { createPixelCheck } from '../../src/media/check-png-pixels.ts';
import { data, head, header, HEIGHT, IEND, noise, pixels, png, stream, WIDTH } from './build-png.ts';
import { pngChunk } from './samples.ts';

const palette = pngChunk('PLTE', Buffer.alloc(6, 9));
const indexed = data(deflateSync(pixels(WIDTH)));
const byPalette = head({ color: 3 });
const text = pngChunk('tEXt', Buffer.from('a\0b'));
const spoiled = Buffer.from(noise);
spoiled[(HEIGHT - 1) * (WIDTH * 3 + 1)] = 9;

async function judge(
  file: Buffer,
  pieces = file.length,
  sweep: (bytes: number) => void = () => undefined,
): Promise<string | undefined> {
  using pixelCheck = createPixelCheck(sweep);
  const check = createFileCheck('image/png', pixelCheck);
  const buffer = Buffer.alloc(pieces);
  for (let at = 0; at < file.length; at += pieces) {
    const length = file.copy(buffer, 0, at, at + pieces);
    check.push(buffer.subarray(0, length));
    await pixelCheck.drain();
    buffer.fill(0xee);
  }
  return check.finish().fault ?? (await pixelCheck.finish());
}

async function opensInSharp(file: Buffer): Promise<boolean> {
  return await sharp(file)
    .raw()
    .toBuffer()
    .then(
      () => true,
      () => false,
    );
}

describe('a PNG that decoders open', () => {
  const interlaced = sharp(noise.subarray(0, 30 * 20 * 3), { raw: { width: 30, height: 20, channels: 3 } });
  test.each<[string, Buffer | Promise<Buffer>]>([
    ['plain', png(head(), data(), IEND)],
    ['in many parts', png(head(), data(stream.subarray(0, 200)), data(stream.subarray(200)), IEND)],
    ['with an empty first part', png(head(), data(Buffer.alloc(0)), data(), IEND)],
    ['with bytes behind its stream', png(head(), data(Buffer.concat([stream, Buffer.alloc(5000, 1)])), IEND)],
    ['with a part behind its stream', png(head(), data(), data(Buffer.alloc(50, 1)), IEND)],
    ['with more pixels than needed', png(head(), data(deflateSync(Buffer.concat([noise, noise]))), IEND)],
    ['with a palette', png(byPalette, palette, indexed, IEND)],
    [
      'with a palette and one bit',
      png(head({ color: 3, depth: 1 }), palette, data(deflateSync(pixels(5))), IEND),
    ],
    ['with a palette as a hint', png(head(), palette, data(), IEND)],
    ['with an odd palette as a hint', png(head(), pngChunk('PLTE', Buffer.alloc(7)), data(), IEND)],
    ['with 16 bits and alpha', png(head({ depth: 16, color: 6 }), data(deflateSync(pixels(320))), IEND)],
    ['with an unknown chunk that may be skipped', png(head(), pngChunk('abCd', text), data(), IEND)],
    ['stored, not compressed', png(head(), data(deflateSync(noise, { level: 0 })), IEND)],
    ['with data in its last chunk', png(head(), data(), pngChunk('IEND', Buffer.alloc(3)))],
    ['interlaced', interlaced.png({ progressive: true }).toBuffer()],
    [
      'interlaced, 3 x 2',
      sharp(noise.subarray(0, 18), { raw: { width: 3, height: 2, channels: 3 } })
        .png({ progressive: true })
        .toBuffer(),
    ],
  ])('is accepted: %s', async (_, made) => {
    const file = await made;
    expect(await opensInSharp(file)).toBe(true);
    for (const pieces of [file.length, 7, 100]) expect(await judge(file, pieces)).toBeUndefined();
  });
});

describe('a PNG that decoders refuse', () => {
  test.each<[string, RegExp, Buffer]>([
    ['3 bits', /color type 2 with 3 bits/, png(head({ depth: 3 }), data(), IEND)],
    ['RGB with 4 bits', /color type 2 with 4 bits/, png(head({ depth: 4 }), data(), IEND)],
    ['color type 5', /color type 5 with 8 bits/, png(head({ color: 5 }), data(), IEND)],
    ['another compression', /compression method 1/, png(head({ compression: 1 }), data(), IEND)],
    ['another filter method', /filter method 64/, png(head({ filter: 64 }), data(), IEND)],
    ['another interlace method', /interlace method 2/, png(head({ interlace: 2 }), data(), IEND)],
    ['a width out of range', /2147483648 x 24 pixels/, png(head({ width: 2 ** 31 }), data(), IEND)],
    ['no width', /0 x 24 pixels/, png(head({ width: 0 }), data(), IEND)],
    [
      'a header of 12 bytes',
      /12 bytes instead of 13/,
      png(pngChunk('IHDR', header().subarray(1)), data(), IEND),
    ],
    [
      'a header of 14 bytes',
      /14 bytes instead of 13/,
      png(pngChunk('IHDR', Buffer.concat([header(), Buffer.of(0)])), data(), IEND),
    ],
    ['two headers', /two headers/, png(head(), head(), data(), IEND)],
    ['no palette', /uses a palette and contains none/, png(byPalette, indexed, IEND)],
    ['a late palette', /uses a palette and contains none/, png(byPalette, indexed, palette, IEND)],
    [
      'an empty palette',
      /impossible length/,
      png(byPalette, pngChunk('PLTE', Buffer.alloc(0)), indexed, IEND),
    ],
    [
      '7 bytes of palette',
      /impossible length/,
      png(byPalette, pngChunk('PLTE', Buffer.alloc(7)), indexed, IEND),
    ],
    ['257 colors', /impossible length/, png(byPalette, pngChunk('PLTE', Buffer.alloc(771)), indexed, IEND)],
    ['two palettes', /two palettes/, png(byPalette, palette, palette, indexed, IEND)],
    [
      'a critical chunk',
      /unknown critical chunk \(ABCD\)/,
      png(head(), pngChunk('ABCD', text), data(), IEND),
    ],
    ['a reserved name', /reserved name \(abcd\)/, png(head(), pngChunk('abcd', text), data(), IEND)],
    ['no pixels', /contains no picture/, png(head(), IEND)],
    ['an empty stream', /ends too early/, png(head(), data(Buffer.alloc(0)), IEND)],
    [
      'scattered pixels',
      /scattered/,
      png(head(), data(stream.subarray(0, 99)), text, data(stream.subarray(99)), IEND),
    ],
    ['half a stream', /ends too early/, png(head(), data(stream.subarray(0, stream.length / 2)), IEND)],
    ['no checksum of the stream', /ends too early/, png(head(), data(stream.subarray(0, -4)), IEND)],
    [
      'a wrong checksum of the stream',
      /is corrupt/,
      png(head(), data(Buffer.concat([stream.subarray(0, -4), Buffer.of(1, 2, 3, 4)])), IEND),
    ],
    ['not a stream', /is corrupt/, png(head(), data(Buffer.alloc(100, 0x55)), IEND)],
    ['a row too few', /fewer pixels/, png(head(), data(deflateSync(noise.subarray(121))), IEND)],
    ['half a row too few', /fewer pixels/, png(head(), data(deflateSync(noise.subarray(0, -60))), IEND)],
    ['an unknown filter', /unknown filter 5/, png(head(), data(deflateSync(pixels(120, 5))), IEND)],
    ['an unknown filter in the last row', /unknown filter 9/, png(head(), data(deflateSync(spoiled)), IEND)],
    ['pixels that are not interlaced', /fewer|filter/, png(head({ interlace: 1 }), data(), IEND)],
    [
      'Xcode’s own form',
      /Xcode's own form \(CgBI\)/,
      png(pngChunk('CgBI', Buffer.from('50002002', 'hex')), head(), data(stream.subarray(2, -4)), IEND),
    ],
  ])('is refused: %s', async (_, fault, file) => {
    expect(await opensInSharp(file)).toBe(false);
    for (const pieces of [file.length, 7, 100]) expect(await judge(file, pieces)).toMatch(fault);
  });

  test('also by others than sharp: a critical chunk behind the pixels', async () => {
    const file = png(head(), data(), pngChunk('ABCD', text), IEND);
    expect(await judge(file)).toMatch(/unknown critical chunk/);
  });
});

test('a stream that stands for more than its picture is not inflated to its end', async () => {
  const bomb = deflateSync(Buffer.alloc(400 * 1024 * 1024), { strategy: constants.Z_RLE });
  const file = png(head(), data(bomb), IEND);
  const before = process.memoryUsage().rss;
  expect(await judge(file, 64 * 1024)).toBeUndefined();
  expect(process.memoryUsage().rss - before).toBeLessThan(60 * 1024 * 1024);
});

test('a picture too large to be a reference is not inflated', async () => {
  const file = png(head({ width: 100_000_000 }), data(Buffer.alloc(100, 0x55)), IEND);
  expect(await judge(file)).toBeUndefined();
});

test('what was inflated is reported as garbage, byte by byte', async () => {
  let garbageBytes = 0;
  await judge(png(head(), data(), IEND), 100, (bytes) => {
    garbageBytes += bytes;
  });
  expect(garbageBytes).toBe(noise.length);
});
