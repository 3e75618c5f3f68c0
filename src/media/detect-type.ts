import type { CheckedType } from './types.ts';

/** With this many bytes from a file's beginning, `detectMediaType` always comes to its final answer. */
export const DETECTION_BYTES = 64;

/** Brands of the MP4 family (ISO 14496-12) that are still pictures or QuickTime, which few players of MP4 take. */
const NOT_MP4 = /^(?:avi[fso]|hei[cfmsx]|hev[cmsx]|mif[12]|msf1|miaf|jp[2xm] |qt  |crx |M4[AB] )$/;

/**
 * Tells what a file is by its first bytes (`DETECTION_BYTES`, or all of a shorter file).
 * Undefined for everything that is not one of the six types, AVIF, HEIC, QuickTime and Matroska included.
 */
export function detectMediaType(head: Uint8Array): CheckedType | undefined {
  const text = Buffer.from(head.buffer, head.byteOffset, Math.min(head.length, DETECTION_BYTES)).toString(
    'latin1',
  );
  if (text.startsWith('\xff\xd8\xff')) return 'image/jpeg';
  if (text.startsWith('\x89PNG\r\n\x1a\n')) return 'image/png';
  if (text.startsWith('GIF87a') || text.startsWith('GIF89a')) return 'image/gif';
  if (text.startsWith('RIFF') && text.slice(8, 12) === 'WEBP') return 'image/webp';
  if (text.slice(4, 8) === 'ftyp' && text.length >= 12) {
    return NOT_MP4.test(text.slice(8, 12)) ? undefined : 'video/mp4';
  }
  // Matroska and WebM begin alike; the DocType (element 0x4282, then its length) tells them apart.
  if (text.startsWith('\x1a\x45\xdf\xa3') && /\x42\x82[^a-z]{1,8}webm/.test(text)) return 'video/webm';
  return undefined;
}
