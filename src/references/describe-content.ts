import { detectMediaType } from '../media/detect-type.ts';
import { FORMATS } from '../media/formats.ts';

const SIGNATURES: readonly (readonly [RegExp, string])[] = [
  [/^version https:\/\/git-lfs\.github\.com\/spec\/v1/, 'a Git LFS pointer'],
  [/^\s*(?:<!doctype html|<html)/i, 'an HTML page'],
  [/^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[^]*?-->\s*)?(?:<!doctype svg[^>]*>\s*)?<svg/i, 'an SVG drawing'],
  [/^%PDF-/, 'a PDF'],
  [/^....ftyp(?:avif|avis)/s, 'an AVIF picture'],
  [/^....ftyp(?:hei|hev|mif1|msf1)/s, 'a HEIC picture'],
  [/^BM/, 'a BMP picture'],
  [/^(?:II\*\0|MM\0\*)/, 'a TIFF picture'],
  [/^8BPS/, 'a Photoshop file'],
  [/^PK\x03\x04/, 'a ZIP archive'],
];

/** Whether a file's first bytes are those of a Git LFS pointer, which replaces a file that was not fetched. */
export function isLfsPointer(head: Uint8Array): boolean {
  return Buffer.from(head).toString('latin1').startsWith('version https://git-lfs.github.com/spec/v1');
}

/** What a file is according to its first bytes, for messages: `a WebP picture`, `an HTML page`, `text`. */
export function describeContent(head: Uint8Array): string {
  const type = detectMediaType(head);
  if (type !== undefined) return FORMATS[type].described;
  const text = Buffer.from(head.subarray(0, 1024))
    .toString('latin1')
    .replace(/^\xef\xbb\xbf/, '');
  const known = SIGNATURES.find(([pattern]) => pattern.test(text));
  if (known !== undefined) return known[1];
  return /^[\t\n\f\r\x20-\x7e\x80-\xff]*$/.test(text) ? 'text' : 'of an unknown kind';
}
