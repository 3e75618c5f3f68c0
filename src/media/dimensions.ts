import probe from 'probe-image-size/sync.js';
import type { CheckedType, Dimensions } from './types.ts';
import { readWebpSize } from './webp-size.ts';

/** What a file's beginning says of its size. */
export type DimensionsReading =
  | ({ readonly kind: 'found' } & Dimensions)
  /** Not in these bytes yet: come back with a longer beginning. At the end of the file this means damage. */
  | { readonly kind: 'more' }
  /** A sentence for people. */
  | { readonly kind: 'damaged'; readonly message: string }
  /** A video: its dimensions are not read. */
  | { readonly kind: 'none' };

/**
 * Reads a picture's dimensions from the beginning of its file. 24 bytes do for PNG and GIF, 30 for WebP;
 * a JPEG needs all that stands in front of its frame header, 64 KB and more with a large EXIF or ICC block.
 * A rotation by EXIF is applied for JPEG.
 */
export function readDimensions(type: CheckedType, head: Uint8Array): DimensionsReading {
  switch (type) {
    case 'image/jpeg':
      return judge('JPEG', probe.parsers.jpeg(head));
    case 'image/png':
      return head.length < 24 ? { kind: 'more' } : judge('PNG', probe.parsers.png(head) ?? 'damaged');
    case 'image/gif':
      return judge('GIF', probe.parsers.gif(head));
    case 'image/webp':
      return head.length < 30 ? { kind: 'more' } : judge('WebP', readWebpSize(head) ?? 'damaged');
    case 'video/mp4':
    case 'video/webm':
      return { kind: 'none' };
  }
}

function judge(
  format: string,
  size: (Dimensions & { readonly orientation?: number }) | 'damaged' | undefined,
): DimensionsReading {
  if (size === undefined) return { kind: 'more' };
  if (size === 'damaged') return { kind: 'damaged', message: `The ${format}'s header cannot be read.` };
  const { width, height, orientation = 1 } = size;
  if (width < 1 || height < 1) {
    return {
      kind: 'damaged',
      message: `The ${format}'s header tells a size of ${width} x ${height} pixels.`,
    };
  }
  // Orientations 5 to 8 turn the picture by a quarter (EXIF 2.32, tag 0x0112).
  return orientation >= 5
    ? { kind: 'found', width: height, height: width }
    : { kind: 'found', width, height };
}
