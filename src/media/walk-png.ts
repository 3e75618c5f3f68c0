import { crc32 } from 'node:zlib';

import { readOrientation } from './exif-orientation.ts';
import { checkOrder, createChunkOrder } from './png-order.ts';
import { readPngHeader } from './png-header.ts';
import { next, noteSize, take, type Feed, type Notes, type Walk } from './walk.ts';

const SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex');
const MAX_CHUNK_BYTES = 2 ** 31 - 1;
const HEADER_BYTES = 13;

/** The largest block of EXIF that is read for its orientation. JPEG allows no more than this. */
const MAX_EXIF_BYTES = 64 * 1024;

/**
 * Walks a PNG chunk by chunk to IEND (PNG, third edition, section 5), checking each chunk's checksum, and refuses what
 * decoders refuse. The compressed pixels go to `notes.pixels`.
 */
export function* walkPng(feed: Feed, notes: Notes): Walk {
  if (!(yield* take(feed, 8)).equals(SIGNATURE)) return 'the PNG does not begin with its signature';
  const order = createChunkOrder();
  for (;;) {
    const head = yield* take(feed, 8);
    const length = head.readUInt32BE();
    const name = head.toString('latin1', 4);
    if (!/^[A-Za-z]{4}$/.test(name) || length > MAX_CHUNK_BYTES)
      return 'the PNG contains something that is not a chunk';
    const fault = checkOrder(order, name, length);
    if (fault !== undefined) return fault;

    let checksum = crc32(head.subarray(4));
    const isWanted = name === 'IHDR' || (name === 'eXIf' && length <= MAX_EXIF_BYTES);
    const data = isWanted ? Buffer.from(yield* take(feed, length)) : undefined;
    if (data !== undefined) checksum = crc32(data, checksum);
    for (let left = data === undefined ? length : 0; left > 0;) {
      const piece = yield* next(feed, left);
      checksum = crc32(piece, checksum);
      if (name === 'IDAT') notes.pixels?.take(piece);
      left -= piece.length;
    }
    if ((yield* take(feed, 4)).readUInt32BE() !== checksum)
      return `the checksum of the PNG's ${name} chunk does not match`;

    if (name === 'IEND') return undefined;
    if (data === undefined) continue;
    const found = name === 'IHDR' ? readHeader(data, notes) : undefined;
    if (typeof found === 'string') return found;
    if (found !== undefined) order.needsPalette = found.usesPalette;
    // As decoders do: only the first block counts, and only in front of the pixels.
    else if (!order.sawData && !order.sawExif) {
      order.sawExif = true;
      const orientation = readOrientation(data);
      if (orientation !== undefined) notes.orientation = orientation;
    }
  }
}

function readHeader(data: Buffer, notes: Notes): string | { readonly usesPalette: boolean } {
  if (data.length !== HEADER_BYTES) return `the PNG's header has ${data.length} bytes instead of 13`;
  const header = readPngHeader(data);
  if (!header.ok) return header.error;
  const fault = noteSize(notes, 'PNG', { width: header.value.width, height: header.value.height });
  if (fault !== undefined) return fault;
  notes.pixels?.begin(header.value);
  return header.value;
}
