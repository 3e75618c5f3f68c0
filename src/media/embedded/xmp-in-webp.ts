import type { Result } from '../../shared/result.ts';
import type { Clause } from '../../shared/sentence.ts';
import type { Part } from './part.ts';
import { listWebpParts, webpFile, webpPart } from './webp-parts.ts';

/** Bits of the first byte of VP8X (RFC 9649, section 2.7). */
const XMP_FLAG = 0x04;
const ALPHA_FLAG = 0x10;

/** The XMP packet of a WebP. */
export function readWebpXmp(bytes: Buffer): Buffer | undefined {
  return listWebpParts(bytes)?.find(({ name }) => name === 'XMP ')?.data;
}

/** The WebP with this packet in place of its own, behind the pixels, and with the flag that announces it. */
export function writeWebpXmp(bytes: Buffer, packet: Buffer): Result<Buffer, Clause> {
  const parts = listWebpParts(bytes);
  const [first, ...others] = parts ?? [];
  const header = first === undefined ? undefined : extendedHeader(first);
  if (first === undefined || header === undefined)
    return { ok: false, error: 'the chunks of the WebP cannot be followed' };
  const rest = first.name === 'VP8X' ? others : [first, ...others];
  const kept = rest.filter(({ name }) => name !== 'XMP ').map(({ name, data }) => webpPart(name, data));
  const chunks = [webpPart('VP8X', header), ...kept, webpPart('XMP ', packet)];
  return { ok: true, value: webpFile(chunks) };
}

/** The content of VP8X with the flag for XMP, by the file's own or by its only picture; undefined if it cannot be read. */
function extendedHeader({ name, data }: Part): Buffer | undefined {
  if (name === 'VP8X') {
    if (data.length < 10) return undefined;
    const header = Buffer.from(data);
    header[0] = (header[0] ?? 0) | XMP_FLAG;
    return header;
  }
  const header = Buffer.alloc(10);
  if (name === 'VP8 ' && data.length >= 10) {
    header[0] = XMP_FLAG;
    writeCanvas(header, data.readUInt16LE(6) & 0x3fff, data.readUInt16LE(8) & 0x3fff);
    return header;
  }
  if (name === 'VP8L' && data.length >= 5) {
    const bits = data.readUInt32LE(1);
    header[0] = XMP_FLAG | (((bits >>> 28) & 1) === 1 ? ALPHA_FLAG : 0);
    writeCanvas(header, (bits & 0x3fff) + 1, ((bits >>> 14) & 0x3fff) + 1);
    return header;
  }
  return undefined;
}

function writeCanvas(header: Buffer, width: number, height: number): void {
  header.writeUIntLE(width - 1, 4, 3);
  header.writeUIntLE(height - 1, 7, 3);
}
