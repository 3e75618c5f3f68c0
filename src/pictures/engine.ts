import { createRequire } from 'node:module';
import path from 'node:path';
import { setFlagsFromString } from 'node:v8';

import type sharp from 'sharp';
import type { Sharp } from 'sharp';

import type { MediaType } from '../media/types.ts';
import { describeError } from '../shared/describe-error.ts';
import type { RenditionFormat, RenditionSet } from '../spec/types.ts';
import type { Preview } from './types.ts';

/** How one file is encoded. */
export interface Encoding {
  readonly width: number;
  readonly height: number;
  readonly format: RenditionFormat;
  readonly quality: number;
  readonly set: Pick<RenditionSet, 'background' | 'crop'>;
  /** An XMP packet, for the formats that we do not write it into ourselves. */
  readonly packet?: string;
}

/** A file with a picture. */
export interface PictureFile {
  /** Absolute. */
  readonly path: string;
  readonly type: MediaType;
}

/** Makes pictures from pictures. */
export interface Engine {
  /** The picture in a file, in sRGB with its profile, turned as it is to be seen, without any other metadata. */
  encode(file: PictureFile, encoding: Encoding): Promise<Buffer>;
  preview(file: PictureFile, encoding: Pick<Encoding, 'width' | 'height' | 'set'>): Promise<Preview>;
}

const PLACEHOLDER_WIDTH = 16;
const PLACEHOLDER_QUALITY = 40;
const COLOR_WIDTH = 64;
/**
 * How much of a function of WebAssembly has run, about in bytes, before V8 compiles it a second time to be faster. By default,
 * 13 million: then V8 compiles long functions that are rarely used, one of which takes 27 MB for it and keeps 12. What makes
 * a picture gets there at once all the same: the time for a picture stays the same, an AVIF takes a tenth longer.
 */
const COMPILED_AGAIN_AFTER = 1_000_000_000;

/**
 * Loads the engine from its folder beside the bundle: megabytes of WebAssembly, so only when a rendition is made. Throws if
 * it is not there.
 */
export function loadEngine(folder: string): Engine {
  // A name that the bundler does not follow: the engine stays a file of its own, which anyone can replace.
  const entry = path.join(folder, 'index.cjs');
  const load = createRequire(entry);
  setFlagsFromString(`--wasm-tiering-budget=${COMPILED_AGAIN_AFTER}`);
  const open = openEngine(() => load(entry) as typeof sharp);
  // Every picture is used only a few times, one after the other.
  open.cache(false);
  // By default that many as there are processors, except on Linux; an AVIF has other bytes with another number.
  open.concurrency(1);
  const scaled = (
    { path: file, type }: PictureFile,
    { width, height, set }: Pick<Encoding, 'width' | 'height' | 'set'>,
  ): Sharp => {
    const original = open(file);
    // As in browsers, which ignore the orientation in a WebP's EXIF.
    const upright = type === 'image/webp' ? original : original.autoOrient();
    const background = set.background ?? { r: 255, g: 255, b: 255, alpha: 0 };
    const fit = set.crop?.fit ?? 'fill';
    return upright.resize({ width, height, fit, background }).toColourspace('srgb');
  };
  return {
    encode: async (file, encoding) => {
      const { format, set, packet } = encoding;
      let picture = scaled(file, encoding).withIccProfile('srgb');
      if (format === 'jpeg' || set.background !== undefined)
        picture = picture.flatten({ background: set.background ?? '#ffffff' });
      if (packet !== undefined) picture = picture.withXmp(packet);
      return await encode(picture, encoding).toBuffer();
    },
    preview: async (file, { width, height, set }) => {
      const at = (tiny: number) => ({
        width: tiny,
        height: Math.max(1, Math.round((height * tiny) / width)),
        set,
      });
      const tiny = scaled(file, at(PLACEHOLDER_WIDTH));
      const bytes = await tiny.webp({ quality: PLACEHOLDER_QUALITY }).toBuffer();
      const placeholder = `data:image/webp;base64,${bytes.toString('base64')}`;
      const picture = scaled(file, at(COLOR_WIDTH));
      const filled = set.background === undefined ? picture : picture.flatten({ background: set.background });
      const { data, info } = await filled.raw().toBuffer({ resolveWithObject: true });
      const { width: across, height: down, channels } = info;
      const { dominant, isOpaque } = await open(data, {
        raw: { width: across, height: down, channels },
      }).stats();
      if (!isOpaque) return { placeholder };
      const color = [dominant.r, dominant.g, dominant.b].map((value) => value.toString(16).padStart(2, '0'));
      return { color: `#${color.join('')}`, placeholder };
    },
  };
}

function openEngine(open: () => typeof sharp): typeof sharp {
  try {
    return open();
  } catch (error) {
    // The rest lists files of this machine.
    const [why] = describeError(error).split('\n');
    throw new Error(`the engine cannot be loaded (${why ?? ''})`, { cause: error });
  }
}

function encode(picture: Sharp, { format, quality }: Pick<Encoding, 'format' | 'quality'>): Sharp {
  switch (format) {
    case 'avif':
      return picture.avif({ quality });
    case 'webp':
      return picture.webp({ quality });
    case 'jpeg':
      return picture.jpeg({ quality });
    case 'png':
      return picture.png({ compressionLevel: 9 });
  }
}
