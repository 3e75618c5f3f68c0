import type { CheckedType, MediaType } from './types.ts';

/** With this many bytes from a file's beginning, `detectMediaType` always gives its final answer. */
export const DETECTION_BYTES = 64;

/** Beginnings that are enough to recognize a type. Text is latin1: one character for each byte. */
const SIGNATURES: readonly (readonly [RegExp, MediaType])[] = [
  [/^\xff\xd8\xff/, 'image/jpeg'],
  [/^\x89PNG\r\n\x1a\n/, 'image/png'],
  [/^GIF8[79]a/, 'image/gif'],
  [/^RIFF....WEBP/s, 'image/webp'],
  // Matroska and WebM begin alike; the DocType (element 0x4282, then its length) distinguishes them.
  [/^\x1a\x45\xdf\xa3.*?\x42\x82[^a-z]{1,8}webm/s, 'video/webm'],
  [/^\x1a\x45\xdf\xa3.*?\x42\x82[^a-z]{1,8}matroska/s, 'video/x-matroska'],
  [/^(?:\xff\x0a|\0\0\0\x0cJXL \r\n\x87\n)/, 'image/jxl'],
  [/^(?:\xff\x4f\xff\x51|\0\0\0\x0cjP {2}\r\n\x87\n)/, 'image/jp2'],
  // The second pair is BigTIFF.
  [/^(?:II\*\0|MM\0\*|II\+\0\x08\0\0\0|MM\0\+\0\x08\0\0)/, 'image/tiff'],
  // With the length of a header that exists, as two letters are little.
  [/^BM.{12}[\x0c\x28\x34\x38\x40\x6c\x7c]\0\0\0/s, 'image/bmp'],
  // 1 to 255 pictures, the first of which has a reserved zero and at most one color plane.
  [/^\0\0\x01\0[^\0]\0.{3}\0[\0\x01]\0/s, 'image/x-icon'],
  // QuickTime from before the file type box.
  [/^.{4}(?:moov|mdat|wide|pnot)/s, 'video/quicktime'],
];

/**
 * What a picture or video is by its first bytes (`DETECTION_BYTES`, or all of a shorter file). Undefined for everything
 * else, sound and raw camera files in the same containers included.
 */
export function detectMediaType(head: Uint8Array): MediaType | undefined {
  const { buffer, byteOffset, length } = head;
  const text = Buffer.from(buffer, byteOffset, Math.min(length, DETECTION_BYTES)).toString('latin1');
  if (text.slice(4, 8) === 'ftyp' && text.length >= 12) return typeOfBrands(text);
  return SIGNATURES.find(([pattern]) => pattern.test(text))?.[1];
}

const CHECKED: ReadonlySet<MediaType> = new Set<CheckedType>([
  'image/jpeg',
  'image/png',
  'image/webp',
  'image/gif',
  'video/mp4',
  'video/webm',
]);

/** Whether files of this type can be checked to their last byte. */
export function isCheckedType(type: MediaType): type is CheckedType {
  return CHECKED.has(type);
}

const AVIF = /^avi[fso]$/;
const HEIC = /^(?:hei[cfmsx]|hev[cmsx])$/;
/** Brands of ISO 14496-12 for a picture in any codec: those it is compatible with say which. */
const ANY_PICTURE = /^(?:mif[12]|msf1|miaf|MA1[AB])$/;
const NEITHER = /^(?:crx |M4[AB] )$/;

/** The type behind a file type box (ISO 14496-12, section 4.3): a major brand, a version, and compatible brands. */
function typeOfBrands(text: string): MediaType | undefined {
  const end = Math.min(text.length, Buffer.from(text.slice(0, 4), 'latin1').readUInt32BE());
  const major = text.slice(8, 12);
  const compatible = text.slice(16, end).match(/.{4}/gs) ?? [];
  if (NEITHER.test(major)) return undefined;
  if (major === 'qt  ') return 'video/quicktime';
  if (/^jp[2xm] $/.test(major)) return 'image/jp2';
  if (AVIF.test(major)) return 'image/avif';
  if (HEIC.test(major)) return 'image/heic';
  if (!ANY_PICTURE.test(major)) return 'video/mp4';
  return compatible.some((brand) => AVIF.test(brand)) ? 'image/avif' : 'image/heic';
}
