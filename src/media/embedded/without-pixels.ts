import type { MediaType } from '../types.ts';
import { walkBmffBoxes } from './bmff-boxes.ts';
import { walkGifParts } from './gif-parts.ts';
import { walkJpegParts } from './jpeg-parts.ts';
import { SIGNATURE, walkPngParts } from './png-parts.ts';
import { findParts, type PartWalk, type ReadAt } from './walk-parts.ts';
import { walkWebpParts, webpFile } from './webp-parts.ts';

/** How a type's file is cut down. */
interface Cut {
  readonly walk: (bytes: number) => PartWalk;
  readonly isKept: (name: string) => boolean;
  /** A file of these parts. */
  readonly join: (parts: readonly Buffer[]) => Buffer;
}

const NOTHING = Buffer.alloc(0);

/** Of a picture without pixels and without a color table. */
const GIF_HEAD = Buffer.concat([Buffer.from('GIF89a'), Buffer.alloc(7)]);
const GIF_TRAILER = Buffer.of(0x3b);

const BMFF: Cut = {
  walk: walkBmffBoxes,
  isKept: (name) => name !== 'mdat',
  join: (parts) => Buffer.concat(parts),
};

const CUTS: Partial<Readonly<Record<MediaType, Cut>>> = {
  'image/jpeg': {
    walk: walkJpegParts,
    // The application segments (APP0 to APP15), and the start of scan, up to which the others are followed.
    isKept: (name) => /^(?:e.|da)$/.test(name),
    join: (parts) => Buffer.concat([Buffer.of(0xff, 0xd8), ...parts]),
  },
  'image/png': {
    walk: walkPngParts,
    isKept: (name) => !['IDAT', 'fdAT'].includes(name),
    join: (parts) => Buffer.concat([SIGNATURE, ...parts]),
  },
  'image/webp': {
    walk: walkWebpParts,
    isKept: (name) => !['VP8 ', 'VP8L', 'ALPH', 'ANMF'].includes(name),
    join: webpFile,
  },
  'image/gif': {
    walk: walkGifParts,
    isKept: (name) => name === 'ff',
    join: (parts) => Buffer.concat([GIF_HEAD, ...parts, GIF_TRAILER]),
  },
  'image/avif': BMFF,
  'image/heic': BMFF,
};

/**
 * A picture of `bytes` bytes without its pixels, for looking at what else is in it: a few KB of a file of 20 MB. Empty for a
 * file whose parts cannot be followed, and for types in which there is nothing to find.
 */
export async function readWithoutPixels(readAt: ReadAt, bytes: number, type: MediaType): Promise<Buffer> {
  const cut = CUTS[type];
  if (cut === undefined) return NOTHING;
  const parts = await findParts(cut.walk(bytes), readAt);
  if (parts === undefined) return NOTHING;
  const kept: Buffer[] = [];
  for (const { start, end } of parts.filter(({ name }) => cut.isKept(name)))
    kept.push(Buffer.from(await readAt(start, end - start)));
  return cut.join(kept);
}
