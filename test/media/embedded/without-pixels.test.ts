import { readFileSync } from 'node:fs';
import path from 'node:path';

import fc from 'fast-check';
import sharp from 'sharp';
import { expect, test } from 'vitest';

import type { ReadAt } from '../../../src/media/embedded/walk-parts.ts';
import { readWithoutPixels } from '../../../src/media/embedded/without-pixels.ts';
import { readCarried } from '../../../src/media/mark/read-carried.ts';
import type { MediaType } from '../../../src/media/types.ts';
import { jpeg, picture, png, withSegments } from '../samples.ts';

/** Reads from memory through one buffer, as from a file. */
function readFrom(bytes: Buffer): ReadAt {
  const window = Buffer.alloc(bytes.length);
  return (at, length) => {
    const part = bytes.subarray(at, at + length);
    window.fill(0).set(part);
    return Promise.resolve(window.subarray(0, part.length));
  };
}

async function carriedWithoutPixels(bytes: Buffer, type: MediaType): Promise<unknown> {
  return readCarried(await readWithoutPixels(readFrom(bytes), bytes.length, type), type);
}

test.each([
  ['jpg', 'image/jpeg'],
  ['png', 'image/png'],
  ['webp', 'image/webp'],
  ['avif', 'image/avif'],
] as const)('a %s says the same without its pixels, also if it is broken', async (extension, type) => {
  const file = path.join(import.meta.dirname, '..', 'mark', 'signed', `signed.${extension}`);
  const bytes = readFileSync(file);
  expect(await carriedWithoutPixels(bytes, type)).toMatchObject({ c2pa: /^signed by Test/ });
  await fc.assert(
    fc.asyncProperty(fc.nat(bytes.length - 1), fc.nat(255), async (at, value) => {
      const broken = Buffer.from(bytes);
      broken[at] = value;
      for (const each of [broken, bytes.subarray(0, at)])
        expect(await carriedWithoutPixels(each, type)).toEqual(readCarried(each, type));
    }),
    { numRuns: 200 },
  );
});

test('a label in EXIF is found, behind fill bytes and a segment that is not looked at', async () => {
  const exif = { IFD0: { ImageDescription: '{"AIGC":{"Label":"1"}}' } };
  const labelled = await sharp(await jpeg(9, 9))
    .withExif(exif)
    .toBuffer();
  const padded = withSegments(labelled, { marker: 0xfe, data: Buffer.alloc(60_000, 0xff) });
  const filled = Buffer.concat([padded.subarray(0, 2), Buffer.alloc(3, 0xff), padded.subarray(2)]);
  expect(await carriedWithoutPixels(filled, 'image/jpeg')).toEqual({ label: '{"AIGC":{"Label":"1"}}' });
  expect((await readWithoutPixels(readFrom(filled), filled.length, 'image/jpeg')).length).toBeLessThan(5000);
});

test.each([
  ['image/jpeg', jpeg(500, 500)],
  ['image/png', png(500, 500)],
  ['image/webp', picture(500, 500).webp({ lossless: true }).toBuffer()],
  ['image/avif', picture(500, 500).avif().toBuffer()],
  ['image/gif', picture(500, 500).gif().toBuffer()],
] as const)('nothing of the pixels of an %s is kept', async (type, making) => {
  const whole = await making;
  const parts = await readWithoutPixels(readFrom(whole), whole.length, type);
  expect(parts.length).toBeLessThan(800);
});

test('nothing is read of types in which there is nothing to find', async () => {
  const readAt: ReadAt = () => Promise.reject(new Error('read'));
  expect(await readWithoutPixels(readAt, 100, 'image/bmp')).toHaveLength(0);
});
