import { readXmp } from '../embedded/embedded-xmp.ts';
import { isTagged } from '../embedded/part.ts';
import type { MediaType } from '../types.ts';
import { dropStale } from '../xmp/drop-stale.ts';
import { NS } from '../xmp/namespaces.ts';
import { addProperties, createPacket, parsePacket } from '../xmp/xmp-packet.ts';
import { findLabel } from './find-label.ts';
import type { Mark } from './types.ts';

/**
 * The XMP of a picture that is made from an original: what others wrote there, without what is stale, a label that is not
 * in the original's XMP, and the mark. Undefined if there is nothing to write.
 */
export function renditionPacket(original: Buffer, type: MediaType, mark: Mark): string | undefined {
  const label = findLabel(original, type);
  const properties: Mark = [
    ...mark,
    ...(label === undefined ? [] : [{ prefix: 'TC260', namespace: NS.aigc, local: 'AIGC', value: label }]),
  ];
  const text = isTagged(type) ? readXmp(original, type) : undefined;
  const kept = text === undefined ? undefined : dropStale(text);
  const packet = kept === undefined ? undefined : parsePacket(kept);
  if (packet !== undefined) return addProperties(packet, properties);
  return properties.length === 0 ? undefined : createPacket(properties);
}
