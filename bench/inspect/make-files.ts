import { link, mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { randomFillSync } from 'node:crypto';
import sharp from 'sharp';

import { padJpeg } from '../pad-jpeg.ts';

/** Distinct pictures; the others are further names of these, each read like a file of its own. */
const DISTINCT = 10;
const CHANNELS = 3;
/** Noise of all values does not compress, so that inflating it is only copying. */
const FOUR_BITS = 0x0f;
/** Padding goes by segments of 64 KiB: a picture stays within its size. */
const SPARE_BYTES = 65_537;

/** Sizes at which a picture of each type has about 5 MB. */
const SIZES = { jpeg: { width: 1500, height: 1100 }, png: { width: 2048, height: 1600 } } as const;

/** Writes so many pictures of noise, of about 5 MB each; gives their names. */
export async function makeNoise(
  folder: string,
  type: 'jpeg' | 'png',
  count: number,
): Promise<readonly string[]> {
  await mkdir(folder);
  const names = Array.from({ length: count }, (_, index) => `${index}.${type}`);
  for (const [index, name] of names.entries()) {
    const file = path.join(folder, name);
    if (index >= DISTINCT) {
      await link(path.join(folder, names[index % DISTINCT] ?? ''), file);
      continue;
    }
    const size = { ...SIZES[type], channels: CHANNELS } as const;
    const pixels = randomFillSync(Buffer.alloc(size.width * size.height * CHANNELS));
    const picture = sharp(type === 'png' ? pixels.map((value) => value & FOUR_BITS) : pixels, { raw: size });
    await writeFile(
      file,
      await (
        type === 'png' ? picture.png() : picture.jpeg({ quality: 100, chromaSubsampling: '4:4:4' })
      ).toBuffer(),
    );
  }
  return names;
}

/** Writes so many JPEG pictures of so many bytes, all of it in comments in front of the frame header; gives their names. */
export async function makeLateHeaders(
  folder: string,
  count: number,
  bytes: number,
): Promise<readonly string[]> {
  await mkdir(folder);
  const picture = await sharp({ create: { width: 640, height: 480, channels: 3, background: '#7a5' } })
    .jpeg()
    .toBuffer();
  const whole = padJpeg(picture, bytes - SPARE_BYTES, 'start');
  const names = Array.from({ length: count }, (_, index) => `${index}.jpg`);
  for (const name of names) await writeFile(path.join(folder, name), whole);
  return names;
}
