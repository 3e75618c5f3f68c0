import type { MediaType } from '../types.ts';
import { webpFile } from './webp-parts.ts';

/** Gives bytes of a file from an offset on, fewer at its end; they stay valid until the next call. */
export type ReadAt = (at: number, length: number) => Promise<Buffer>;

const PNG_PIXELS = ['IDAT', 'fdAT'];
const WEBP_PIXELS = ['VP8 ', 'VP8L', 'ALPH', 'ANMF'];
const NOTHING = Buffer.alloc(0);

const START_OF_SCAN = 0xda;

const READERS: Partial<Readonly<Record<MediaType, (readAt: ReadAt, bytes: number) => Promise<Buffer>>>> = {
  'image/jpeg': readJpeg,
  'image/png': readPng,
  'image/webp': readWebp,
  'image/avif': readBmff,
  'image/heic': readBmff,
};

/**
 * A picture of `bytes` bytes without its pixels, for looking at what else is in it: a few KB of a file of 20 MB. Empty for a
 * file whose parts cannot be followed, and for types in which there is nothing to find.
 */
export async function readWithoutPixels(readAt: ReadAt, bytes: number, type: MediaType): Promise<Buffer> {
  return (await READERS[type]?.(readAt, bytes)) ?? NOTHING;
}

/** The application segments (APP0 to APP15) in front of the first scan, and its header. */
async function readJpeg(readAt: ReadAt): Promise<Buffer> {
  const kept = [Buffer.from(await readAt(0, 2))];
  for (let at = 2; ;) {
    const head = await readAt(at, 4);
    const marker = head[1];
    if (head.length < 4 || head[0] !== 0xff || marker === undefined) return NOTHING;
    if (marker === 0xff) at += 1;
    else if (marker === 0x01) at += 2;
    else {
      const length = 2 + head.readUInt16BE(2);
      if (length < 4) return NOTHING;
      const isApplication = marker >= 0xe0 && marker <= 0xef;
      if (isApplication || marker === START_OF_SCAN) kept.push(Buffer.from(await readAt(at, length)));
      if (marker === START_OF_SCAN) return Buffer.concat(kept);
      at += length;
    }
  }
}

async function readPng(readAt: ReadAt, bytes: number): Promise<Buffer> {
  const kept = [Buffer.from(await readAt(0, 8))];
  for (let at = 8; at + 12 <= bytes;) {
    const head = await readAt(at, 8);
    if (head.length < 8) return NOTHING;
    const length = 12 + head.readUInt32BE();
    const name = head.toString('latin1', 4);
    if (at + length > bytes) return NOTHING;
    if (!PNG_PIXELS.includes(name)) kept.push(Buffer.from(await readAt(at, length)));
    if (name === 'IEND') return Buffer.concat(kept);
    at += length;
  }
  return NOTHING;
}

async function readWebp(readAt: ReadAt, bytes: number): Promise<Buffer> {
  const start = await readAt(0, 12);
  if (start.length < 12 || !/^RIFF[^]{4}WEBP$/.test(start.toString('latin1'))) return NOTHING;
  const end = 8 + start.readUInt32LE(4);
  if (end > bytes) return NOTHING;
  const kept: Buffer[] = [];
  for (let at = 12; at + 8 <= end;) {
    const head = await readAt(at, 8);
    if (head.length < 8) return NOTHING;
    const length = 8 + head.readUInt32LE(4);
    if (at + length > end) return NOTHING;
    // Some writers leave out the padding of the last chunk.
    const padded = Math.min(length + (length % 2), end - at);
    if (!WEBP_PIXELS.includes(head.toString('latin1', 0, 4)))
      kept.push(Buffer.from(await readAt(at, padded)));
    at += padded;
  }
  return webpFile(kept);
}

/** The boxes without those of media data, up to the first one that does not fit. */
async function readBmff(readAt: ReadAt, bytes: number): Promise<Buffer> {
  const kept: Buffer[] = [];
  for (let at = 0; at + 8 <= bytes;) {
    const head = await readAt(at, 16);
    if (head.length < 8) break;
    let [length, least] = [head.readUInt32BE(), 8];
    if (length === 1) [length, least] = [head.length < 16 ? 0 : Number(head.readBigUInt64BE(8)), 16];
    else if (length === 0) length = bytes - at;
    if (length < least || at + length > bytes) break;
    if (head.toString('latin1', 4, 8) !== 'mdat') kept.push(Buffer.from(await readAt(at, length)));
    at += length;
  }
  return Buffer.concat(kept);
}
