import { describeManifest } from '../c2pa/describe-manifest.ts';
import { findManifest } from '../c2pa/find-manifest.ts';
import { shorten } from '../../shared/plain-text.ts';
import type { MediaType } from '../types.ts';
import { NS } from '../xmp/namespaces.ts';
import { parsePacket, readProperty } from '../xmp/xmp-packet.ts';
import { findLabel } from './find-label.ts';
import type { Carried } from './types.ts';
import { readWholeXmp } from './whole-xmp.ts';

/** Longest text that is repeated from a file. */
const MAX_WORDS = 500;

/** What a picture says about its origin; undefined if it says nothing. Nothing is verified. */
export function readCarried(bytes: Buffer, type: MediaType): Carried | undefined {
  const text = readWholeXmp(bytes, type);
  const packet = text === undefined ? undefined : parsePacket(text);
  const mark = packet && readProperty(packet, NS.iptc, 'DigitalSourceType');
  const label = (packet && readProperty(packet, NS.aigc, 'AIGC')) ?? findLabel(bytes, type);
  const c2pa = describeC2pa(bytes, type, packet && readProperty(packet, NS.dcterms, 'provenance'));
  const carried = {
    ...(hasWords(mark) && { mark: shorten(mark, MAX_WORDS) }),
    ...(hasWords(label) && { label: shorten(label, MAX_WORDS) }),
    ...(c2pa !== undefined && { c2pa: shorten(c2pa, MAX_WORDS) }),
  };
  return Object.keys(carried).length === 0 ? undefined : carried;
}

function describeC2pa(bytes: Buffer, type: MediaType, link: string | undefined): string | undefined {
  const manifest = findManifest(bytes, type);
  if (manifest !== undefined) return describeManifest(manifest);
  return hasWords(link) ? `a manifest at ${link}` : undefined;
}

function hasWords(text: string | undefined): text is string {
  return text !== undefined && shorten(text, 1) !== '';
}
