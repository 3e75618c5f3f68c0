import { shownAs } from '../media/formats.ts';
import type { MediaFile, MediaType } from '../media/types.ts';
import type { LockedRenditions } from '../lock/types.ts';

/** The path of a smaller picture of the same, relative to the output folder; undefined if there is none. */
export type Thumbnail = (file: MediaFile) => string | undefined;

/** Smaller than this, a picture looks blurred in a gallery. */
const LEAST_WIDTH = 300;

/** How much the shape of a rendition may differ from the original's: by rounding, not by cropping. */
const TOLERANCE = 0.02;

/** Finds the smallest rendition that shows the whole picture, among those that are beside the gallery. */
export function createThumbnails(
  made: LockedRenditions,
  isThere: (path: string, type: MediaType) => boolean,
  leastWidth = LEAST_WIDTH,
): Thumbnail {
  return ({ sha256, width, height }) => {
    if (width === undefined || height === undefined) return undefined;
    const files = Object.values(made[sha256] ?? {}).flatMap((set) => set.files);
    const fitting = files.filter(
      (file) =>
        file.width !== undefined &&
        file.height !== undefined &&
        file.width >= Math.min(leastWidth, width) &&
        Math.abs(file.width / file.height / (width / height) - 1) < TOLERANCE &&
        shownAs(file.type) === 'picture' &&
        isThere(file.path, file.type),
    );
    return fitting.toSorted((a, b) => (a.width ?? 0) - (b.width ?? 0) || a.bytes - b.bytes)[0]?.path;
  };
}
