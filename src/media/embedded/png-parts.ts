import { crc32 } from 'node:zlib';

import type { Part } from './part.ts';
import { listParts, type PartWalk, type PlacedPart } from './walk-parts.ts';

/** How a PNG begins. */
export const SIGNATURE = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');

/** The chunks of a PNG up to its end; undefined if they cannot be followed that far. */
export function listPngParts(bytes: Buffer): readonly Part[] | undefined {
  return listParts(walkPngParts(bytes.length), bytes);
}

/** Follows those chunks in a file of `bytes` bytes. */
export function* walkPngParts(bytes: number): PartWalk {
  const signature = yield { at: 0, length: SIGNATURE.length };
  if (!signature.equals(SIGNATURE)) return undefined;
  const parts: PlacedPart[] = [];
  for (let start = SIGNATURE.length; start + 12 <= bytes;) {
    const head = yield { at: start, length: 8 };
    if (head.length < 8) return undefined;
    const end = start + 12 + head.readUInt32BE();
    if (end > bytes) return undefined;
    const name = head.toString('latin1', 4);
    parts.push({ name, start, end, dataStart: start + 8, dataEnd: end - 4 });
    if (name === 'IEND') return parts;
    start = end;
  }
  return undefined;
}

/** A chunk with its checksum. */
export function pngPart(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const [length, checksum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  checksum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, checksum]);
}
