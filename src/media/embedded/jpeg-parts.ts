import type { Part } from './part.ts';
import { listParts, type PartWalk, type PlacedPart } from './walk-parts.ts';

const START_OF_SCAN = 0xda;

/**
 * The segments of a JPEG in front of its pixels, and the start of scan as the last one; undefined if they cannot be
 * followed that far. The start of the file and fill bytes belong to no segment.
 */
export function listJpegParts(bytes: Buffer): readonly Part[] | undefined {
  return listParts(walkJpegParts(bytes.length), bytes);
}

/** Follows those segments in a file of `bytes` bytes. */
export function* walkJpegParts(bytes: number): PartWalk {
  const beginning = yield { at: 0, length: 4 };
  if (beginning.length < 4 || beginning.readUInt16BE(0) !== 0xffd8) return undefined;
  const parts: PlacedPart[] = [];
  for (let start = 2; ;) {
    const head = yield { at: start, length: 4 };
    const marker = head[1];
    if (head.length < 4 || head[0] !== 0xff || marker === undefined) return undefined;
    // A fill byte.
    if (marker === 0xff) start += 1;
    // Markers without a length do not occur here, except TEM.
    else if (marker === 0x01) start += 2;
    else {
      const end = start + 2 + head.readUInt16BE(2);
      if (end > bytes || end < start + 4) return undefined;
      parts.push({ name: marker.toString(16), start, end, dataStart: start + 4, dataEnd: end });
      if (marker === START_OF_SCAN) return parts;
      start = end;
    }
  }
}

/** A segment; its content has at most 65,533 bytes. */
export function jpegPart(marker: number, data: Buffer): Buffer {
  const head = Buffer.of(0xff, marker, 0, 0);
  head.writeUInt16BE(data.length + 2, 2);
  return Buffer.concat([head, data]);
}
