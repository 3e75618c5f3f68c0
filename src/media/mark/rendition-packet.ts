import { readXmp } from '../embedded/embedded-xmp.ts';
import { isTagged } from '../embedded/part.ts';
import { MAX_JPEG_PACKET_BYTES } from '../embedded/xmp-in-jpeg.ts';
import type { MediaType } from '../types.ts';
import { dropStale } from '../xmp/drop-stale.ts';
import { NS } from '../xmp/namespaces.ts';
import { addProperties, createPacket, parsePacket } from '../xmp/xmp-packet.ts';
import { findLabel } from './find-label.ts';
import type { Mark } from './types.ts';

/**
 * The XMP of a picture of type `to` that is made from an original: what others wrote there, without what is stale, a label
 * that is not in the original's XMP, and the mark. What others wrote is left out if there is no room for it. Undefined if there
 * is nothing to write.
 */
export function renditionPacket(
  original: Buffer,
  type: MediaType,
  mark: Mark,
  to: MediaType,
): string | undefined {
  const label = findLabel(original, type);
  const labels: Mark =
    label === undefined ? [] : [{ prefix: 'TC260', namespace: NS.aigc, local: 'AIGC', value: label }];
  const properties = [...mark, ...labels];
  const text = isTagged(type) ? readXmp(original, type) : undefined;
  const kept = text === undefined ? undefined : dropStale(text);
  const packet = kept === undefined ? undefined : parsePacket(kept);
  const created = [properties, mark].filter(({ length }) => length > 0).map(createPacket);
  const candidates = packet === undefined ? created : [addProperties(packet, properties), ...created];
  return candidates.find((each) => to !== 'image/jpeg' || Buffer.byteLength(each) <= MAX_JPEG_PACKET_BYTES);
}
