import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { crc32, deflateSync } from 'node:zlib';

import { loadEngine, type Encoding } from '../src/pictures/engine.ts';

const WIDTH = 320;
const HEIGHT = 200;

/** Slopes, edges, noise and transparency: what encoders treat differently. Whole numbers only, the same on every machine. */
function paint(): Buffer {
  const pixels = Buffer.alloc(WIDTH * HEIGHT * 4);
  let noise = 1;
  for (let y = 0; y < HEIGHT; y += 1) {
    for (let x = 0; x < WIDTH; x += 1) {
      noise = (Math.imul(noise, 1_103_515_245) + 12_345) & 0x7fffffff;
      const isInside = (x - 160) ** 2 + (y - 100) ** 2 < 70 ** 2;
      const at = (y * WIDTH + x) * 4;
      pixels[at] = isInside ? 200 : (x * 255) / WIDTH;
      pixels[at + 1] = isInside ? (noise >> 16) & 0xff : (y * 255) / HEIGHT;
      pixels[at + 2] = (x ^ y) & 0xff;
      pixels[at + 3] = x < 40 ? 0 : y < 20 ? 128 : 255;
    }
  }
  return pixels;
}

/** The painted picture as a PNG. */
function encodePng(pixels: Buffer): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(WIDTH, 0);
  header.writeUInt32BE(HEIGHT, 4);
  header.set([8, 6, 0, 0, 0], 8);
  const row = WIDTH * 4;
  const rows = Array.from({ length: HEIGHT }, (_, y) =>
    Buffer.concat([Buffer.of(0), pixels.subarray(y * row, (y + 1) * row)]),
  );
  return Buffer.concat([
    Buffer.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.concat(rows))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

const WHOLE = { width: 160, height: 100, set: {} } as const;
const SQUARE = {
  width: 97,
  height: 97,
  set: { crop: { fit: 'cover', width: 1, height: 1 } },
} as const;

const ENCODINGS: Readonly<Record<string, Encoding>> = {
  'jpeg 80': { ...WHOLE, format: 'jpeg', quality: 80 },
  'webp 80': { ...WHOLE, format: 'webp', quality: 80 },
  png: { ...WHOLE, format: 'png', quality: 100 },
  'avif 60': { ...WHOLE, format: 'avif', quality: 60 },
  'jpeg 55, a square': { ...SQUARE, format: 'jpeg', quality: 55 },
  'webp 55, a square': { ...SQUARE, format: 'webp', quality: 55 },
};

/** Makes renditions of a painted picture, and of a JPEG of it. Returns SHA-256 in hex by what each of them is. */
export async function hashRenditions(engineFolder: string): Promise<Readonly<Record<string, string>>> {
  const engine = loadEngine(engineFolder);
  const folder = await mkdtemp(path.join(tmpdir(), 'rendition-bytes-'));
  try {
    const [png, jpeg] = [path.join(folder, 'a.png'), path.join(folder, 'a.jpg')];
    await writeFile(png, encodePng(paint()));
    await writeFile(
      jpeg,
      await engine.encode(
        { path: png, type: 'image/png' },
        { width: WIDTH, height: HEIGHT, set: {}, format: 'jpeg', quality: 90 },
      ),
    );
    const hashes: Record<string, string> = {};
    const files = {
      'a PNG': { path: png, type: 'image/png' },
      'a JPEG': { path: jpeg, type: 'image/jpeg' },
    } as const;
    for (const [from, file] of Object.entries(files)) {
      for (const [what, encoding] of Object.entries(ENCODINGS))
        hashes[`${what}, from ${from}`] = hashOf(await engine.encode(file, encoding));
      const { color, placeholder } = await engine.preview(file, WHOLE);
      hashes[`preview, from ${from}`] = hashOf(Buffer.from(`${color} ${placeholder}`));
    }
    return hashes;
  } finally {
    await rm(folder, { recursive: true, maxRetries: 5 });
  }
}

function hashOf(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
