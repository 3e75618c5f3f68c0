import { listPngParts } from '../embedded/png-parts.ts';
import { keywordOf, textOf } from '../embedded/png-text.ts';
import { readJpegExif } from '../embedded/xmp-in-jpeg.ts';
import { listWebpParts } from '../embedded/webp-parts.ts';
import type { MediaType } from '../types.ts';

/** The label inside a comment of EXIF: an object of JSON. */
const LABEL_IN_EXIF = /\{\s*"AIGC"\s*:\s*\{[^{}]*\}\s*\}/;

/** The label that GB 45438-2025 asks for where it is not in XMP: a text chunk of a PNG, or a comment of EXIF. */
export function findLabel(bytes: Buffer, type: MediaType): string | undefined {
  if (type === 'image/jpeg') return inExif(readJpegExif(bytes));
  if (type === 'image/webp') return inExif(listWebpParts(bytes)?.find(({ name }) => name === 'EXIF')?.data);
  if (type !== 'image/png') return undefined;
  const parts = listPngParts(bytes) ?? [];
  const part = parts.find((each) => keywordOf(each) === 'AIGC');
  return part === undefined ? inExif(parts.find(({ name }) => name === 'eXIf')?.data) : textOf(part);
}

/** Comments are ASCII, or two bytes for each character. */
function inExif(exif: Buffer | undefined): string | undefined {
  if (exif === undefined) return undefined;
  const text = exif.toString('utf8').replaceAll('\0', '');
  return LABEL_IN_EXIF.exec(text)?.[0];
}
