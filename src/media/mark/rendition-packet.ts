import { MAX_JPEG_PACKET_BYTES } from '../embedded/xmp-in-jpeg.ts';
import type { MediaType } from '../types.ts';
import { dropStale } from '../xmp/drop-stale.ts';
import { NS } from '../xmp/namespaces.ts';
import { addProperties, createPacket, parsePacket, readProperty } from '../xmp/xmp-packet.ts';
import { findLabel } from './find-label.ts';
import type { Mark } from './types.ts';
import { readWholeXmp } from './whole-xmp.ts';

/**
 * The XMP of a picture of type `to` that is made from an original: what others wrote there, without what is stale, its label
 * wherever that is, and the mark. What others wrote besides the label is left out if there is no room for it. Undefined if there is
 * nothing to write.
 */
export function renditionPacket(
  original: Buffer,
  type: MediaType,
  mark: Mark,
  to: MediaType,
): string | undefined {
  const text = readWholeXmp(original, type);
  const kept = text === undefined ? undefined : dropStale(text);
  const packet = kept === undefined ? undefined : parsePacket(kept);
  const label = (packet && readProperty(packet, NS.aigc, 'AIGC')) ?? findLabel(original, type);
  const labels: Mark =
    label === undefined ? [] : [{ prefix: 'TC260', namespace: NS.aigc, local: 'AIGC', value: label }];
  const properties = [...mark, ...labels];
  const created = [properties, mark].filter(({ length }) => length > 0).map(createPacket);
  const candidates = packet === undefined ? created : [addProperties(packet, properties), ...created];
  return candidates.find((each) => to !== 'image/jpeg' || Buffer.byteLength(each) <= MAX_JPEG_PACKET_BYTES);
}
