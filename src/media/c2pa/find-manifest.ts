import { listJpegParts } from '../embedded/jpeg-parts.ts';
import type { Part } from '../embedded/part.ts';
import { listPngParts } from '../embedded/png-parts.ts';
import { listWebpParts } from '../embedded/webp-parts.ts';
import type { MediaType } from '../types.ts';
import { listBmffBoxes } from '../embedded/bmff-boxes.ts';

/** First bytes of the type of a C2PA manifest store (C2PA 2.2, section 11.1.4.2): `c2pa` and the rest of its UUID. */
const STORE_TYPE = Buffer.from('6332706100110010800000aa00389b71', 'hex');
/** The box of ISO media files that holds a manifest store (C2PA 2.2, appendix A.5.3). */
const BMFF_UUID = Buffer.from('d8fec3d61b0e483c92975828877ec481', 'hex');

const BMFF_TYPES: readonly MediaType[] = ['image/avif', 'image/heic', 'video/mp4', 'video/quicktime'];

/**
 * The C2PA manifest store in a picture, as JUMBF; empty if there is one that cannot be put together, undefined if there is
 * none.
 */
export function findManifest(bytes: Buffer, type: MediaType): Buffer | undefined {
  if (type === 'image/jpeg') return findInJpeg(listJpegParts(bytes) ?? []);
  if (type === 'image/png') return listPngParts(bytes)?.find(({ name }) => name === 'caBX')?.data;
  if (type === 'image/webp') return listWebpParts(bytes)?.find(({ name }) => name === 'C2PA')?.data;
  return BMFF_TYPES.includes(type) ? findInBmff(bytes) : undefined;
}

/** One store may be cut into several segments (JPEG XT, ISO/IEC 18477-3): each repeats the header of the box. */
function findInJpeg(parts: readonly Part[]): Buffer | undefined {
  const segments = parts.filter(
    ({ name, data }) => name === 'eb' && data.length >= 16 && data.toString('latin1', 0, 2) === 'JP',
  );
  const byBox = Map.groupBy(segments, ({ data }) => data.readUInt16BE(2));
  for (const same of byBox.values()) {
    const sorted = same.toSorted((a, b) => a.data.readUInt32BE(4) - b.data.readUInt32BE(4));
    const pieces = sorted.map(({ data }, index) => {
      const isLong = data.readUInt32BE(8) === 1;
      return data.subarray(index === 0 ? 8 : isLong ? 24 : 16);
    });
    const box = Buffer.concat(pieces);
    if (box.includes(STORE_TYPE)) return box;
  }
  return undefined;
}

function findInBmff(bytes: Buffer): Buffer | undefined {
  const box = listBmffBoxes(bytes).find(
    ({ name, data }) => name === 'uuid' && data.subarray(0, 16).equals(BMFF_UUID),
  );
  if (box === undefined) return undefined;
  // Version and flags, the purpose with a zero at its end, and for `manifest` an offset of eight bytes.
  const purpose = box.data.indexOf(0, 20);
  return purpose < 0 ? Buffer.alloc(0) : box.data.subarray(purpose + 9);
}
