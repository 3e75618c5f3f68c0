import type { MediaType } from './types.ts';

/** How a type is written down. */
interface Format {
  /** For the middle of a sentence: `the JPEG ends early`. */
  readonly name: string;
  /** For messages that say what a file is. */
  readonly described: string;
  /** Without the dot. */
  readonly extension: string;
}

export const FORMATS: Readonly<Record<MediaType, Format>> = {
  'image/jpeg': { name: 'JPEG', described: 'a JPEG', extension: 'jpg' },
  'image/png': { name: 'PNG', described: 'a PNG', extension: 'png' },
  'image/webp': { name: 'WebP', described: 'a WebP picture', extension: 'webp' },
  'image/gif': { name: 'GIF', described: 'a GIF', extension: 'gif' },
  'image/avif': { name: 'AVIF', described: 'an AVIF picture', extension: 'avif' },
  'image/heic': { name: 'HEIC', described: 'a HEIC picture', extension: 'heic' },
  'image/jxl': { name: 'JPEG XL', described: 'a JPEG XL picture', extension: 'jxl' },
  'image/jp2': { name: 'JPEG 2000', described: 'a JPEG 2000 picture', extension: 'jp2' },
  'image/tiff': { name: 'TIFF', described: 'a TIFF picture', extension: 'tiff' },
  'image/bmp': { name: 'BMP', described: 'a BMP picture', extension: 'bmp' },
  'image/x-icon': { name: 'ICO', described: 'an ICO icon', extension: 'ico' },
  'video/mp4': { name: 'MP4', described: 'an MP4 video', extension: 'mp4' },
  'video/webm': { name: 'WebM', described: 'a WebM video', extension: 'webm' },
  'video/quicktime': { name: 'MOV', described: 'a QuickTime video (MOV)', extension: 'mov' },
  'application/octet-stream': { name: 'file', described: 'of an unknown kind', extension: 'bin' },
  'video/x-matroska': { name: 'MKV', described: 'a Matroska video (MKV)', extension: 'mkv' },
};

/** All types that may be on a branch and in a lock file. */
export const MEDIA_TYPES = (Object.keys(FORMATS) as readonly MediaType[]).filter(
  (type) => type !== 'application/octet-stream',
);

/** Pictures that are stored as such, though no common browser shows them. */
const NOT_IN_BROWSERS: ReadonlySet<MediaType> = new Set([
  'image/heic',
  'image/jxl',
  'image/jp2',
  'image/tiff',
  'application/octet-stream',
]);

/** How a page shows a file of this type: `link` if browsers cannot show it. */
export function shownAs(type: MediaType): 'picture' | 'video' | 'link' {
  if (NOT_IN_BROWSERS.has(type)) return 'link';
  return type.startsWith('video/') ? 'video' : 'picture';
}

/** The usual file extension of a type, without the dot. */
export function fileExtension(type: MediaType): string {
  return FORMATS[type].extension;
}
