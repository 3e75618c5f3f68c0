import { isUtf8 } from 'node:buffer';

import { readXmp } from '../embedded/embedded-xmp.ts';
import { readGifXmp } from '../embedded/gif-parts.ts';
import { isTagged } from '../embedded/part.ts';
import { readExtendedXmp } from '../embedded/xmp-in-jpeg.ts';
import type { MediaType } from '../types.ts';
import { NS } from '../xmp/namespaces.ts';
import { joinPackets, parsePacket, readProperty } from '../xmp/xmp-packet.ts';

/**
 * The XMP of a picture, as text: in a JPEG with what had no room in its packet. Undefined if it has none, or is of a type whose XMP is
 * not read; empty if it is not valid UTF-8.
 */
export function readWholeXmp(bytes: Buffer, type: MediaType): string | undefined {
  if (type === 'image/gif') {
    const packet = readGifXmp(bytes);
    return packet && (isUtf8(packet) ? packet.toString('utf8') : '');
  }
  const text = isTagged(type) ? readXmp(bytes, type) : undefined;
  return text === undefined || type !== 'image/jpeg' ? text : withExtension(bytes, text);
}

/** The packet of a JPEG with what it says is in further segments; as it is if there is nothing that can be read. */
function withExtension(bytes: Buffer, text: string): string {
  const packet = parsePacket(text);
  const guid = packet && readProperty(packet, NS.note, 'HasExtendedXMP');
  if (packet === undefined || guid === undefined) return text;
  const more = readExtendedXmp(bytes, guid);
  const rest = more && isUtf8(more) ? parsePacket(more.toString('utf8')) : undefined;
  return rest === undefined ? text : joinPackets(packet, rest);
}
