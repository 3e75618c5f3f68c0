import sharp, { type Sharp } from 'sharp';
import type { PictureFormat } from '../asked-output.ts';
import type { Settings } from '../options.ts';
import { drawInteger } from '../random.ts';
import { paintCollage } from './collage.ts';
import { nameOf } from './hue.ts';
import { padJpeg } from './pad-jpeg.ts';
import { roundedMask } from './shapes.ts';
import type { PictureRequest } from './types.ts';

type PaintSettings = Pick<Settings, 'seed' | 'render' | 'minOutputBytes'>;

/** At most this many pictures are painted at once: each takes up to 300 MB, and the queue must stay prompt. */
const AT_ONCE = 2;
const FLAT_HUES = 12;
/** From one picture to the next of the same request: it meets every hue. */
const FLAT_STEP = 5;

/** Flat pictures by all that decides their bytes. Every emulator of the process uses them: tests start hundreds. */
const flatPictures = new Map<string, Promise<Buffer>>();

/** Makes the pictures. The same seed and request give the same bytes. */
export class Painter {
  readonly #settings: PaintSettings;
  readonly #waiting: (() => void)[] = [];
  #painting = 0;

  constructor(settings: PaintSettings) {
    this.#settings = settings;
    sharp.concurrency(1);
    sharp.cache(false);
  }

  /** A picture of exactly the asked size. */
  async paint(request: PictureRequest, format: PictureFormat): Promise<Buffer> {
    const { seed, render, minOutputBytes } = this.#settings;
    if (render === 'collage')
      return await this.#limited(
        async () => await this.#finish(request, await paintCollage(request, seed), format),
      );
    const { width, height, index, again = 0, transparent = false } = request;
    const first = drawInteger(0, FLAT_HUES - 1, seed, 'flat', nameOf(request), index);
    const hue = ((first + again * FLAT_STEP) % FLAT_HUES) * (360 / FLAT_HUES);
    const key = `${width}x${height} ${hue} ${format} ${transparent} ${minOutputBytes}`;
    const cached = flatPictures.get(key);
    if (cached !== undefined) return await cached;
    const made = this.#limited(
      async () => await this.#finish(request, paintFlat(width, height, hue), format),
    );
    flatPictures.set(key, made);
    return await made;
  }

  async #finish(request: PictureRequest, picture: Sharp, format: PictureFormat): Promise<Buffer> {
    const isCut = request.transparent === true && format !== 'jpeg';
    const painted = isCut ? await cutCorners(picture, request) : picture;
    if (format === 'webp') return await painted.webp({ quality: 88, effort: 1 }).toBuffer();
    if (format === 'png') return await painted.png({ compressionLevel: 3 }).toBuffer();
    return padJpeg(await painted.jpeg({ quality: 88 }).toBuffer(), this.#settings.minOutputBytes);
  }

  async #limited(work: () => Promise<Buffer>): Promise<Buffer> {
    if (this.#painting >= AT_ONCE) {
      // The one that leaves hands its turn to the next, so the count stays.
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    } else {
      this.#painting += 1;
    }
    try {
      return await work();
    } finally {
      const next = this.#waiting.shift();
      if (next === undefined) this.#painting -= 1;
      else next();
    }
  }
}

/** A picture that is transparent outside a rounded rectangle. */
async function cutCorners(picture: Sharp, { width, height }: PictureRequest): Promise<Sharp> {
  const mask = { input: roundedMask(width, height, Math.min(width, height) / 8), blend: 'dest-in' } as const;
  return sharp(await picture.png({ compressionLevel: 1 }).toBuffer())
    .ensureAlpha()
    .composite([mask]);
}

function paintFlat(width: number, height: number, hue: number): Sharp {
  const [red, green, blue] = [0, 120, 240].map((shift) => {
    return Math.round(140 + 80 * Math.cos(((hue + shift) * Math.PI) / 180));
  });
  return sharp({
    create: { width, height, channels: 3, background: { r: red ?? 0, g: green ?? 0, b: blue ?? 0 } },
  });
}
