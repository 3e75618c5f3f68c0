import type { Result } from '../shared/result.ts';
import type { Clause } from '../shared/sentence.ts';
import type { Dimensions } from './types.ts';

/** What a PNG's header chunk (IHDR) says. */
export interface PngHeader extends Dimensions {
  readonly bitsPerPixel: number;
  readonly usesPalette: boolean;
  readonly isInterlaced: boolean;
}

/** Gets the compressed pixels of a PNG as they go by. */
export interface PixelSink {
  begin(header: PngHeader): void;
  /** The next piece of the zlib stream; valid until the chunk that it came in is overwritten. */
  take(piece: Buffer): void;
}

/** Samples per pixel and the bit depths allowed, by color type (PNG, third edition, section 11.2.1). */
const COLOR_TYPES: Readonly<Record<number, readonly [samples: number, depths: readonly number[]]>> = {
  0: [1, [1, 2, 4, 8, 16]],
  2: [3, [8, 16]],
  3: [1, [1, 2, 4, 8]],
  4: [2, [8, 16]],
  6: [4, [8, 16]],
};

/** Reads the 13 bytes of IHDR; the error is why decoders refuse it. */
export function readPngHeader(data: Buffer): Result<PngHeader, Clause> {
  const [depth = 0, color = 0, compression = 0, filter = 0, interlace = 0] = data.subarray(8);
  const [samples, depths] = COLOR_TYPES[color] ?? [0, []];
  if (!depths.includes(depth))
    return refuse(`the PNG's header combines color type ${color} with ${depth} bits, which does not exist`);
  if (compression !== 0) return refuse(`the PNG uses the unknown compression method ${compression}`);
  if (filter !== 0) return refuse(`the PNG uses the unknown filter method ${filter}`);
  if (interlace > 1) return refuse(`the PNG uses the unknown interlace method ${interlace}`);
  const [width, height] = [data.readUInt32BE(0), data.readUInt32BE(4)];
  if (width >= 2 ** 31 || height >= 2 ** 31)
    return refuse(`the PNG's header says ${width} x ${height} pixels`);
  return {
    ok: true,
    value: {
      width,
      height,
      bitsPerPixel: samples * depth,
      usesPalette: color === 3,
      isInterlaced: interlace === 1,
    },
  };
}

function refuse(error: Clause): Result<never, Clause> {
  return { ok: false, error };
}
