import type { Clause } from '../shared/sentence.ts';
import { FORMATS } from './formats.ts';
import type { PixelSink } from './png-header.ts';
import type { CheckedType, Dimensions } from './types.ts';
import { walkGif } from './walk-gif.ts';
import { walkJpeg } from './walk-jpeg.ts';
import { walkMp4 } from './walk-mp4.ts';
import { walkPng } from './walk-png.ts';
import { walkWebm } from './walk-webm.ts';
import { walkWebp } from './walk-webp.ts';
import type { Feed, Notes, Walk } from './walk.ts';

/** What was learned of a file by going through it once. */
export interface FileVerdict {
  /** What is missing or wrong; absent for a whole file that decoders open. */
  readonly fault?: Clause;
  /** As seen by a person. Present for every picture without a fault, absent for videos. */
  readonly dimensions?: Dimensions;
}

/** Watches a file go by. */
export interface FileCheck {
  /** The next bytes; any cutting into chunks gives the same verdict. The chunk can be reused afterwards. */
  push(chunk: Uint8Array): void;
  finish(): FileVerdict;
}

const WALKS: Readonly<Record<CheckedType, (feed: Feed, notes: Notes) => Walk>> = {
  'image/jpeg': walkJpeg,
  'image/png': walkPng,
  'image/webp': walkWebp,
  'image/gif': walkGif,
  'video/mp4': walkMp4,
  'video/webm': walkWebm,
};

/**
 * Checks the structure of a file, from its first byte to its own end, while it is read or downloaded, and notes its size
 * on the way: a header that reads well does not show that the rest is missing. Bytes after the end are accepted. Holds
 * no more than one chunk and one metadata segment. `pixels` gets the compressed pixels of a PNG.
 */
export function createFileCheck(type: CheckedType, pixels?: PixelSink): FileCheck {
  const feed: Feed = { chunk: Buffer.alloc(0), at: 0, mayEnd: false };
  const notes: Notes = { ...(pixels && { pixels }) };
  const walk = WALKS[type](feed, notes);
  let state = walk.next();
  let bytes = 0;

  function findFault(): Clause | undefined {
    if (state.done === true) return state.value;
    if (feed.mayEnd) return undefined;
    if (bytes === 0) return 'the file is empty';
    return `the ${FORMATS[type].name} is cut off after ${bytes} bytes`;
  }

  return {
    push(chunk) {
      bytes += chunk.length;
      if (state.done === true || chunk.length === 0) return;
      feed.chunk = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length);
      feed.at = 0;
      state = walk.next();
      feed.chunk = feed.chunk.subarray(0, 0);
      feed.at = 0;
    },
    finish() {
      const fault = findFault();
      return {
        ...(fault !== undefined && { fault }),
        ...(notes.size && { dimensions: turn(notes.size, notes.orientation) }),
      };
    },
  };
}

/** Orientations 5 to 8 turn the picture by a quarter (EXIF 2.32, tag 0x0112). */
function turn({ width, height }: Dimensions, orientation = 1): Dimensions {
  return orientation >= 5 ? { width: height, height: width } : { width, height };
}
