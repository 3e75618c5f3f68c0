import type { CheckedType } from './types.ts';
import { walkGif } from './walk-gif.ts';
import { walkJpeg } from './walk-jpeg.ts';
import { walkMp4 } from './walk-mp4.ts';
import { walkPng } from './walk-png.ts';
import { walkWebm } from './walk-webm.ts';
import { walkWebp } from './walk-webp.ts';
import type { Feed, Walk } from './walk.ts';

/** Watches a file go by and tells whether all of it came. */
export interface CompletenessCheck {
  /** The next bytes; any cutting into chunks gives the same verdict. The chunk is not kept. */
  push(chunk: Uint8Array): void;
  /** Undefined for a whole file, else a sentence for people that tells what is missing or damaged. */
  finish(): string | undefined;
}

const FORMATS: Readonly<Record<CheckedType, { readonly name: string; readonly walk: (feed: Feed) => Walk }>> =
  {
    'image/jpeg': { name: 'JPEG', walk: walkJpeg },
    'image/png': { name: 'PNG', walk: walkPng },
    'image/webp': { name: 'WebP', walk: walkWebp },
    'image/gif': { name: 'GIF', walk: walkGif },
    'video/mp4': { name: 'MP4', walk: walkMp4 },
    'video/webm': { name: 'WebM', walk: walkWebm },
  };

/**
 * Checks the structure of a file, from its first byte to its own end, while it is read or downloaded:
 * a header that reads well does not show that the rest is missing. Bytes after the end are tolerated.
 */
export function createCompletenessCheck(type: CheckedType): CompletenessCheck {
  const { name, walk: start } = FORMATS[type];
  const feed: Feed = { chunk: Buffer.alloc(0), at: 0, mayEnd: false };
  const walk = start(feed);
  let state = walk.next();
  let bytes = 0;

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
      if (state.done === true) return state.value;
      if (feed.mayEnd) return undefined;
      return bytes === 0
        ? 'The file is empty.'
        : `The ${name} was cut off: it ends after ${bytes} bytes, before its own end.`;
    },
  };
}
