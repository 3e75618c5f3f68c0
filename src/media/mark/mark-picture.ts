import { findManifest } from '../c2pa/find-manifest.ts';
import { readXmp, writeXmp } from '../embedded/embedded-xmp.ts';
import { isTagged } from '../embedded/part.ts';
import { FORMATS } from '../formats.ts';
import type { Result } from '../../shared/result.ts';
import type { Clause } from '../../shared/sentence.ts';
import type { MediaType } from '../types.ts';
import { NS } from '../xmp/namespaces.ts';
import { addProperties, createPacket, parsePacket, readProperty } from '../xmp/xmp-packet.ts';
import type { Mark } from './types.ts';
import { readWholeXmp } from './whole-xmp.ts';

/**
 * An original with the mark in its XMP; its pixels and everything else in it stay byte for byte. A property that it has
 * already stays as it is. The error is why it is not marked: anything that is added to a signed picture makes its signature
 * invalid.
 */
export function markPicture(bytes: Buffer, type: MediaType, mark: Mark): Result<Buffer, Clause> {
  if (!isTagged(type)) return refuse(`${FORMATS[type].described} cannot be marked`);
  if (findManifest(bytes, type) !== undefined)
    return refuse('it is signed (C2PA), and any change would make the signature invalid');
  const text = readXmp(bytes, type);
  if (text === undefined) return writeXmp(bytes, type, createPacket(mark));
  const packet = parsePacket(text);
  if (packet === undefined) return refuse('its XMP cannot be read');
  const whole = parsePacket(readWholeXmp(bytes, type) ?? '') ?? packet;
  if (readProperty(whole, NS.dcterms, 'provenance') !== undefined)
    return refuse(
      'it is signed (C2PA, with a manifest that is not in the file), and any change would make the signature invalid',
    );
  const missing = mark.filter(({ namespace, local }) => readProperty(whole, namespace, local) === undefined);
  const marked = addProperties(packet, missing);
  return marked === text ? { ok: true, value: bytes } : writeXmp(bytes, type, marked);
}

function refuse(error: Clause): Result<never, Clause> {
  return { ok: false, error };
}
