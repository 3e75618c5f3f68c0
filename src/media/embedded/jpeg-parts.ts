import type { Part } from './part.ts';

const START_OF_SCAN = 0xda;

/**
 * The segments of a JPEG in front of its pixels, and the start of scan as the last one; undefined if they cannot be
 * followed that far. The start of the file and fill bytes belong to no segment.
 */
export function listJpegParts(bytes: Buffer): readonly Part[] | undefined {
  if (bytes.length < 4 || bytes.readUInt16BE(0) !== 0xffd8) return undefined;
  const parts: Part[] = [];
  let at = 2;
  for (;;) {
    if (bytes[at] !== 0xff) return undefined;
    let start = at;
    while (bytes[start + 1] === 0xff) start += 1;
    const marker = bytes[start + 1];
    if (marker === undefined || start + 4 > bytes.length) return undefined;
    // Markers without a length do not occur here, except TEM.
    if (marker === 0x01) {
      at = start + 2;
      continue;
    }
    const end = start + 2 + bytes.readUInt16BE(start + 2);
    if (end > bytes.length || end < start + 4) return undefined;
    parts.push({ name: marker.toString(16), start, end, data: bytes.subarray(start + 4, end) });
    if (marker === START_OF_SCAN) return parts;
    at = end;
  }
}

/** A segment; its content has at most 65,533 bytes. */
export function jpegPart(marker: number, data: Buffer): Buffer {
  const head = Buffer.of(0xff, marker, 0, 0);
  head.writeUInt16BE(data.length + 2, 2);
  return Buffer.concat([head, data]);
}
