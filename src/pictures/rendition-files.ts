import { fileExtension } from '../media/formats.ts';
import type { Dimensions, MediaType } from '../media/types.ts';
import type { RenditionFormat, RenditionSet } from '../spec/types.ts';
import type { WantedRendition } from './types.ts';
import { withoutExtension } from '../shared/without-extension.ts';

export const FORMAT_TYPES: Readonly<Record<RenditionFormat, MediaType>> = {
  avif: 'image/avif',
  webp: 'image/webp',
  jpeg: 'image/jpeg',
  png: 'image/png',
};

/**
 * The files of a set for an original at `path` (with extension): each width in each format. A width above the original's
 * gives the original's, once; nothing is enlarged.
 */
export function listRenditions(
  path: string,
  original: Dimensions,
  set: RenditionSet,
): readonly WantedRendition[] {
  const widest = widestOf(original, set);
  const widths = [...new Set(set.widths.map((width) => Math.min(width, widest)))];
  const stem = `${withoutExtension(path)}${set.isNamed ? `-${set.name}` : ''}`;
  return widths.flatMap((width) =>
    set.formats.map((format) => {
      const type = FORMAT_TYPES[format];
      const height = heightOf(width, original, set);
      return { path: `${stem}-${width}w.${fileExtension(type)}`, type, width, height };
    }),
  );
}

/** Whether a path is one that a rendition of the picture at `original` may have, by a set of this name. */
export function isRenditionOf(path: string, original: string, set: string): boolean {
  return stemsOf(path, set).includes(withoutExtension(original));
}

/** The paths without extension of the pictures that a file may be a rendition of, by a set of this name. */
export function stemsOf(path: string, set: string): readonly string[] {
  const stem = /^(.+)-\d+w\.\w+$/s.exec(path)?.[1];
  if (stem === undefined) return [];
  return stem.endsWith(`-${set}`) ? [stem, stem.slice(0, -set.length - 1)] : [stem];
}

function widestOf({ width, height }: Dimensions, { crop }: RenditionSet): number {
  if (crop === undefined) return width;
  const byHeight = Math.max(1, Math.round((height * crop.width) / crop.height));
  return crop.fit === 'cover' ? Math.min(width, byHeight) : Math.max(width, byHeight);
}

function heightOf(width: number, original: Dimensions, { crop }: RenditionSet): number {
  const ratio = crop === undefined ? original.height / original.width : crop.height / crop.width;
  return Math.max(1, Math.round(width * ratio));
}
