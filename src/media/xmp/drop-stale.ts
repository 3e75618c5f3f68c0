import { NS } from './namespaces.ts';
import { parsePacket } from './xmp-packet.ts';
import type { XmlElement } from './parse-xml.ts';

/**
 * Namespaces whose properties are not true of a picture that was made from another one, or say where and with what a
 * photograph was taken: TIFF and EXIF (orientation, positions), camera and lens (serial numbers), gain maps, depth and
 * motion that are stored beside the pixels, and the rest of a long packet.
 */
const STALE_NAMESPACES = [
  'http://ns.adobe.com/tiff/1.0/',
  'http://ns.adobe.com/exif/1.0/',
  'http://cipa.jp/exif/1.0/',
  'http://cipa.jp/exif/2.32/',
  'http://ns.adobe.com/exif/1.0/aux/',
  'http://ns.adobe.com/hdr-gain-map/1.0/',
  'http://ns.apple.com/HDRGainMap/1.0/',
  'http://ns.apple.com/pixeldatainfo/1.0/',
  'http://ns.google.com/photos/1.0/container/',
  'http://ns.google.com/photos/1.0/container/item/',
  'http://ns.google.com/photos/1.0/camera/',
  'http://ns.google.com/photos/dd/1.0/device/',
  'http://ns.google.com/photos/1.0/depthmap/',
  'http://ns.google.com/photos/1.0/image/',
  NS.note,
];

/** Single properties that are stale as well: a link to a signed manifest, and small copies of the picture. */
const STALE_PROPERTIES = [`${NS.dcterms} provenance`, `${NS.xmp} Thumbnails`];

/** In whatever namespace, as makers of cameras and drones have their own: where and with what a photograph was taken. */
const STALE_LOCAL_NAME = /gps|latitude|longitude|altitude|serialnumber/i;

/**
 * The packet without what is stale for a picture that was made from its own; undefined if it is not XMP. Whatever else
 * others wrote stays as it is.
 */
export function dropStale(text: string): string | undefined {
  const packet = parsePacket(text);
  if (packet === undefined) return undefined;
  let kept = '';
  let from = 0;
  for (const { start, end } of staleOf(packet.rdf).toSorted((a, b) => a.start - b.start)) {
    kept += text.slice(from, start);
    from = end;
  }
  return kept + text.slice(from);
}

interface Range {
  readonly start: number;
  readonly end: number;
}

/** Whatever kind of description it is in, and also in structures: a place of the IPTC has its position by a property of EXIF. */
function staleOf({ attributes, children }: XmlElement): readonly Range[] {
  return [
    ...attributes.filter(({ name }) => isStale(name)),
    ...children.flatMap((child) => (isStale(child.name) ? [child] : staleOf(child))),
  ];
}

function isStale(name: string): boolean {
  // What declares a prefix, which properties that stay may have.
  if (name.startsWith('xmlns:')) return false;
  const space = name.lastIndexOf(' ');
  return (
    STALE_NAMESPACES.includes(name.slice(0, Math.max(0, space))) ||
    STALE_PROPERTIES.includes(name) ||
    STALE_LOCAL_NAME.test(name.slice(space + 1))
  );
}
