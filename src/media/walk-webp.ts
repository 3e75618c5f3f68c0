import type { Dimensions } from './types.ts';
import { noteSize, skip, take, type Feed, type Notes, type Walk } from './walk.ts';

/** The most that is read of a chunk to find the canvas. */
const CANVAS_BYTES = 10;

/**
 * Walks a WebP chunk by chunk to the end that its RIFF header announces (RFC 9649, section 2). EXIF is at the end of
 * the file, and browsers ignore its orientation in a WebP, so it is ignored here as well.
 */
export function* walkWebp(feed: Feed, notes: Notes): Walk {
  const head = yield* take(feed, 12);
  if (head.toString('latin1', 0, 4) !== 'RIFF' || head.toString('latin1', 8) !== 'WEBP')
    return 'the WebP does not begin with its signature';
  let left = head.readUInt32LE(4) - 4;
  let sawPicture = false;
  while (left >= 8) {
    const chunk = yield* take(feed, 8);
    const name = chunk.toString('latin1', 0, 4);
    const length = chunk.readUInt32LE(4);
    left -= 8;
    if (length > left) return 'a chunk of the WebP is longer than the file claims to be';
    // Chunks are padded to an even length; some writers leave out the last one's padding.
    const padded = Math.min(length + (length % 2), left);
    left -= padded;
    if (notes.size !== undefined) yield* skip(feed, padded);
    else {
      const start = yield* take(feed, Math.min(length, CANVAS_BYTES));
      const size = readCanvas(name, start);
      if (size === undefined) return "the WebP's header cannot be read";
      const fault = noteSize(notes, 'WebP', size);
      if (fault !== undefined) return fault;
      yield* skip(feed, padded - start.length);
    }
    if (name === 'VP8 ' || name === 'VP8L' || name === 'ANMF') sawPicture = true;
  }
  yield* skip(feed, left);
  return sawPicture ? undefined : 'the WebP contains no picture';
}

/** The canvas that a first chunk of one of three forms describes; undefined for any other chunk. */
function readCanvas(name: string, data: Buffer): Dimensions | undefined {
  switch (name) {
    case 'VP8X':
      if (data.length < 10) return undefined;
      return { width: data.readUIntLE(4, 3) + 1, height: data.readUIntLE(7, 3) + 1 };
    case 'VP8L': {
      if (data.length < 5 || data[0] !== 0x2f) return undefined;
      const bits = data.readUInt32LE(1);
      return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
    }
    case 'VP8 ':
      if (data.length < 10 || data.readUIntBE(3, 3) !== 0x9d012a) return undefined;
      return { width: data.readUInt16LE(6) & 0x3fff, height: data.readUInt16LE(8) & 0x3fff };
    default:
      return undefined;
  }
}
