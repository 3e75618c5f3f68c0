import type { Part } from './part.ts';

/** The chunks of a WebP; undefined if they cannot be followed to the end that its header names. */
export function listWebpParts(bytes: Buffer): readonly Part[] | undefined {
  if (bytes.length < 12 || bytes.toString('latin1', 0, 4) !== 'RIFF') return undefined;
  if (bytes.toString('latin1', 8, 12) !== 'WEBP') return undefined;
  const whole = 8 + bytes.readUInt32LE(4);
  if (whole > bytes.length) return undefined;
  const parts: Part[] = [];
  for (let start = 12; start + 8 <= whole;) {
    const length = bytes.readUInt32LE(start + 4);
    const end = start + 8 + length;
    if (end > whole) return undefined;
    const name = bytes.toString('latin1', start, start + 4);
    // Some writers leave out the padding of the last chunk.
    const padded = Math.min(end + (length % 2), whole);
    parts.push({ name, start, end: padded, data: bytes.subarray(start + 8, end) });
    start = padded;
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
