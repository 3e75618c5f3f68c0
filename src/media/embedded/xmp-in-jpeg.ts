import type { Result } from '../../shared/result.ts';
import type { Clause } from '../../shared/sentence.ts';
import { jpegPart, listJpegParts } from './jpeg-parts.ts';
import type { Part } from './part.ts';

/** In front of the packet (XMP specification, part 3, section 1.1.3). */
const XMP_HEADER = Buffer.from('http://ns.adobe.com/xap/1.0/\0', 'latin1');
/** In front of each piece of what has no room in the packet (section 1.1.3.1). */
const EXTENSION_HEADER = Buffer.from('http://ns.adobe.com/xmp/extension/\0', 'latin1');
/** Behind that: the name of the whole in hex digits, its length, and where in it the piece is. */
const GUID_BYTES = 32;
const EXIF_HEADER = Buffer.from('Exif\0\0', 'latin1');
/** Further pictures behind the first one, found by their distance from here (CIPA DC-007). */
const MULTI_PICTURE_HEADER = Buffer.from('MPF\0', 'latin1');
/** As much as fits into a segment. */
export const MAX_JPEG_PACKET_BYTES = 65_533 - XMP_HEADER.length;

/** The XMP packet of a JPEG. */
export function readJpegXmp(bytes: Buffer): Buffer | undefined {
  const part = listJpegParts(bytes)?.find(isXmp);
  return part?.data.subarray(XMP_HEADER.length);
}

/** What a JPEG's packet calls by this name, from all of its segments; undefined if some of it is missing. */
export function readExtendedXmp(bytes: Buffer, guid: string): Buffer | undefined {
  const start = Buffer.concat([EXTENSION_HEADER, Buffer.from(guid, 'latin1')]);
  const at = EXTENSION_HEADER.length + GUID_BYTES;
  const pieces = (listJpegParts(bytes) ?? [])
    .filter(({ name, data }) => name === 'e1' && data.length >= at + 8 && startsWith(data, start))
    .map(({ data }) => ({
      whole: data.readUInt32BE(at),
      from: data.readUInt32BE(at + 4),
      data: data.subarray(at + 8),
    }))
    .toSorted((a, b) => a.from - b.from);
  let bytesSoFar = 0;
  for (const { from, data } of pieces) {
    if (from !== bytesSoFar) return undefined;
    bytesSoFar += data.length;
  }
  return bytesSoFar > 0 && pieces.every(({ whole }) => whole === bytesSoFar)
    ? Buffer.concat(pieces.map(({ data }) => data))
    : undefined;
}

/** The JPEG with this packet in place of its own, behind JFIF and EXIF; not a byte of the rest changes. */
export function writeJpegXmp(bytes: Buffer, packet: Buffer): Result<Buffer, Clause> {
  const parts = listJpegParts(bytes);
  if (parts === undefined) return { ok: false, error: 'the segments of the JPEG cannot be followed' };
  if (packet.length > MAX_JPEG_PACKET_BYTES) {
    const error = `its XMP would have ${packet.length} bytes, and a JPEG has room for ${MAX_JPEG_PACKET_BYTES}`;
    return { ok: false, error };
  }
  const old = parts.filter(isXmp);
  const first = parts.filter((part) => part.name === 'e0' || isExif(part)).at(-1);
  const at = first?.end ?? 2;
  const further = parts.find(({ name, data }) => name === 'e2' && startsWith(data, MULTI_PICTURE_HEADER));
  if (further !== undefined && [at, ...old.map(({ start }) => start)].some((each) => each > further.start))
    return { ok: false, error: 'it holds further pictures, which would no longer be found' };
  const pieces: Buffer[] = [];
  let from = 0;
  const added = jpegPart(0xe1, Buffer.concat([XMP_HEADER, packet]));
  for (const cut of [...old, { start: at, end: at, added }].toSorted((a, b) => a.start - b.start)) {
    pieces.push(bytes.subarray(from, cut.start));
    if ('added' in cut) pieces.push(cut.added);
    from = Math.max(from, cut.end);
  }
  return { ok: true, value: Buffer.concat([...pieces, bytes.subarray(from)]) };
}

function isXmp({ name, data }: Part): boolean {
  return name === 'e1' && startsWith(data, XMP_HEADER);
}

function isExif({ name, data }: Part): boolean {
  return name === 'e1' && startsWith(data, EXIF_HEADER);
}

function startsWith(data: Buffer, head: Buffer): boolean {
  return data.subarray(0, head.length).equals(head);
}

/** The EXIF data of a JPEG. */
export function readJpegExif(bytes: Buffer): Buffer | undefined {
  return listJpegParts(bytes)?.find(isExif)?.data.subarray(EXIF_HEADER.length);
}
