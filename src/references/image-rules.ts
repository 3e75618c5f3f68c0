import type { Dimensions } from '../media/types.ts';

/** Why a file cannot be a reference image. */
export interface Fault {
  /** Kebab-case. */
  readonly rule: string;
  /** Continues after the file's name: `is empty. Export it again.` */
  readonly message: string;
}

/** The model accepts at most this many images (the vendor's input schema: `maxItems`). */
export const MAX_IMAGES = 10;

/** The vendor warns about lower quality above this number. */
export const MAX_IMAGES_ADVISED = 6;

/**
 * The model's limit for one file, "15 MB". The vendor does not say which megabyte is meant; this is the smaller
 * one, because a refusal here costs nothing and a refusal by the service may.
 */
export const MAX_FILE_BYTES = 15_000_000;

const MAX_SIDE_PIXELS = 4096;
const MAX_RATIO = 3;

/** The model's rule for the size of a file in bytes; undefined if the file obeys it. */
export function checkFileSize(bytes: number): Fault | undefined {
  if (bytes === 0) return { rule: 'empty', message: 'is empty. Export or commit it again.' };
  if (bytes <= MAX_FILE_BYTES) return undefined;
  return {
    rule: 'file-size',
    message: `has ${bytes} bytes; the model accepts at most 15 MB (${MAX_FILE_BYTES}). Make it smaller, preferably as a JPEG.`,
  };
}

/** All of the model's rules for the dimensions of a picture that it breaks. */
export function checkDimensions({ width, height }: Dimensions): readonly Fault[] {
  const faults: Fault[] = [];
  if (width > MAX_SIDE_PIXELS || height > MAX_SIDE_PIXELS) {
    faults.push({
      rule: 'resolution',
      message: `has ${width} x ${height} pixels; the model accepts at most ${MAX_SIDE_PIXELS} x ${MAX_SIDE_PIXELS}. Scale it down.`,
    });
  }
  // Compared by multiplication, so that exactly 1:3 and 3:1 are allowed.
  if (width > height * MAX_RATIO || height > width * MAX_RATIO) {
    faults.push({
      rule: 'aspect-ratio',
      message: `has ${width} x ${height} pixels; the model accepts a width of one third to three times the height. Crop or pad it.`,
    });
  }
  return faults;
}
