import type { Part } from './part.ts';
import { listParts, type PartWalk, type PlacedPart } from './walk-parts.ts';

/** The chunks of a WebP; undefined if they cannot be followed to the end that its header names. */
export function listWebpParts(bytes: Buffer): readonly Part[] | undefined {
  return listParts(walkWebpParts(bytes.length), bytes);
}

/** Follows those chunks in a file of `bytes` bytes. */
export function* walkWebpParts(bytes: number): PartWalk {
  const header = yield { at: 0, length: 12 };
  if (header.length < 12 || header.toString('latin1', 0, 4) !== 'RIFF') return undefined;
  if (header.toString('latin1', 8) !== 'WEBP') return undefined;
  const whole = 8 + header.readUInt32LE(4);
  if (whole > bytes) return undefined;
  const parts: PlacedPart[] = [];
  for (let start = 12; start + 8 <= whole;) {
    const head = yield { at: start, length: 8 };
    if (head.length < 8) return undefined;
    const length = head.readUInt32LE(4);
    const dataEnd = start + 8 + length;
    if (dataEnd > whole) return undefined;
    // Some writers leave out the padding of the last chunk.
    const end = Math.min(dataEnd + (length % 2), whole);
    parts.push({ name: head.toString('latin1', 0, 4), start, end, dataStart: start + 8, dataEnd });
    start = end;
  }
  return parts;
}

/** A chunk, padded to an even length. */
export function webpPart(name: string, data: Buffer): Buffer {
  const head = Buffer.from(`${name}\0\0\0\0`, 'latin1');
  head.writeUInt32LE(data.length, 4);
  return Buffer.concat([head, data, Buffer.alloc(data.length % 2)]);
}

/** A WebP file of these chunks. */
export function webpFile(chunks: readonly Buffer[]): Buffer {
  const body = Buffer.concat([Buffer.from('WEBP', 'latin1'), ...chunks]);
  const head = Buffer.from('RIFF\0\0\0\0', 'latin1');
  head.writeUInt32LE(body.length, 4);
  return Buffer.concat([head, body]);
}
