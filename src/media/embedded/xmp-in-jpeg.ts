import type { Result } from '../../shared/result.ts';
import type { Clause } from '../../shared/sentence.ts';
import { jpegPart, listJpegParts } from './jpeg-parts.ts';
import type { Part } from './part.ts';

/** In front of the packet (XMP specification, part 3, section 1.1.3). */
const XMP_HEADER = Buffer.from('http://ns.adobe.com/xap/1.0/\0', 'latin1');
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
