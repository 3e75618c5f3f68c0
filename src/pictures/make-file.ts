import { writeXmp } from '../media/embedded/embedded-xmp.ts';
import { isTagged } from '../media/embedded/part.ts';
import type { Clause } from '../shared/sentence.ts';
import { formatBytes } from '../shared/format.ts';
import type { RenditionFormat } from '../spec/types.ts';
import type { Engine } from './engine.ts';
import { FORMAT_TYPES } from './rendition-files.ts';
import type { WantedRendition, WantedSet } from './types.ts';

const DEFAULT_QUALITY: Readonly<Record<RenditionFormat, number>> = { avif: 60, webp: 80, jpeg: 80, png: 100 };
/** Below this, a picture is visibly damaged: then it is rather too large. */
const LEAST_QUALITY = 30;

/** A rendition's bytes, and what should be known about them. */
export interface MadeFile {
  readonly bytes: Buffer;
  readonly warning?: Clause;
}

/** Makes one rendition of the picture in `file`. `packet`: its XMP. Throws what the engine throws. */
export async function makeFile(
  engine: Pick<Engine, 'encode'>,
  file: string,
  { set, original }: Pick<WantedSet, 'set' | 'original'>,
  { width, height, type, path }: WantedRendition,
  packet: string | undefined,
): Promise<MadeFile> {
  const format = set.formats.find((each) => FORMAT_TYPES[each] === type) ?? 'png';
  const encode = async (quality: number): Promise<Buffer> => {
    const inFile = packet !== undefined && !isTagged(type) && { packet };
    const bytes = await engine.encode(
      { path: file, type: original.type },
      { width, height, format, quality, set, ...inFile },
    );
    if (packet === undefined || !isTagged(type)) return bytes;
    const written = writeXmp(bytes, type, packet);
    if (!written.ok) throw new Error(written.error);
    return written.value;
  };
  const highest = set.quality ?? DEFAULT_QUALITY[format];
  const first = await encode(highest);
  const { maxBytes } = set;
  if (maxBytes === undefined || first.length <= maxBytes) return { bytes: first };
  const tooLarge = (bytes: Buffer): MadeFile => ({
    bytes,
    warning: `\`${path}\` has ${formatBytes(bytes.length)}, more than its \`max-bytes\` (${formatBytes(maxBytes)}): choose a smaller width or another format`,
  });
  if (format === 'png') return tooLarge(first);
  // The highest quality that fits, to two steps.
  let [fits, above] = [Math.min(LEAST_QUALITY, highest), highest];
  let best = await encode(fits);
  if (best.length > maxBytes) return tooLarge(best);
  while (above - fits > 2) {
    const middle = Math.floor((fits + above) / 2);
    const bytes = await encode(middle);
    if (bytes.length > maxBytes) above = middle;
    else [fits, best] = [middle, bytes];
  }
  return { bytes: best };
}
