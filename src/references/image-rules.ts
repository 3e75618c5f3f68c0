import type { Dimensions } from '../media/types.ts';

/** Why a file cannot be a reference image. */
export interface Fault {
  /** Kebab-case. */
  readonly rule: string;
  /** Goes on from the file's name: ` is empty. Export it again.` without the leading space. */
  readonly message: string;
}

/** The model takes 1 to this many images (the vendor's input schema: `maxItems`). */
export const MAX_IMAGES = 10;

/** Above this the vendor warns of lower quality. */
export const MAX_IMAGES_ADVISED = 6;

/**
 * The model's limit for one file, "15 MB". The vendor does not say which megabyte; this is the smaller one,
 * since a file between the two that is refused here costs nothing, and one that is refused there may.
 */
export const MAX_FILE_BYTES = 15_000_000;

const MAX_SIDE_PIXELS = 4096;
const MAX_RATIO = 3;

/** The model's rule for a file's size in bytes; undefined where it is kept. */
export function checkFileSize(bytes: number): Fault | undefined {
  if (bytes === 0) return { rule: 'empty', message: 'is empty. Export or commit it again.' };
  if (bytes <= MAX_FILE_BYTES) return undefined;
  return {
    rule: 'file-size',
    message: `has ${bytes} bytes; the model takes 15 MB (${MAX_FILE_BYTES}) at most. Save it smaller, best as a JPEG.`,
  };
}

/** The model's rules for a picture's size in pixels: all that it breaks. */
export function checkDimensions({ width, height }: Dimensions): readonly Fault[] {
  const faults: Fault[] = [];
  if (width > MAX_SIDE_PIXELS || height > MAX_SIDE_PIXELS) {
    faults.push({
      rule: 'resolution',
      message: `has ${width} x ${height} pixels; the model takes ${MAX_SIDE_PIXELS} x ${MAX_SIDE_PIXELS} at most. Scale it down.`,
    });
  }
  // Compared by multiplication, so that exactly 1:3 and 3:1 are within.
  if (width > height * MAX_RATIO || height > width * MAX_RATIO) {
    faults.push({
      rule: 'aspect-ratio',
      message: `has ${width} x ${height} pixels; the model takes a width of a third to three times the height. Crop or pad it.`,
    });
  }
  return faults;
}
