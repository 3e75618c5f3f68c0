import { crc32 } from 'node:zlib';

import type { Part } from './part.ts';

const SIGNATURE = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');

/** The chunks of a PNG up to its end; undefined if they cannot be followed that far. */
export function listPngParts(bytes: Buffer): readonly Part[] | undefined {
  if (!bytes.subarray(0, SIGNATURE.length).equals(SIGNATURE)) return undefined;
  const parts: Part[] = [];
  for (let start = SIGNATURE.length; start + 12 <= bytes.length;) {
    const end = start + 12 + bytes.readUInt32BE(start);
    if (end > bytes.length) return undefined;
    const name = bytes.toString('latin1', start + 4, start + 8);
    parts.push({ name, start, end, data: bytes.subarray(start + 8, end - 4) });
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
