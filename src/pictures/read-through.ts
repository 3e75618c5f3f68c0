import type { FileHandle } from 'node:fs/promises';

import type { ReadAt } from '../media/embedded/walk-parts.ts';
import { fillBuffer } from '../shared/fill-buffer.ts';

/** Reads parts of a file through `window`, so that many small ones next to each other take few reads. */
export function readThrough(file: FileHandle, window: Buffer): ReadAt {
  let start = 0;
  let filled = window.subarray(0, 0);
  return async (at, length) => {
    if (length > window.length) return await fillBuffer(file, Buffer.allocUnsafeSlow(length), at);
    if (at < start || at + length > start + filled.length) {
      filled = await fillBuffer(file, window, at);
      start = at;
    }
    return filled.subarray(at - start, at - start + length);
  };
}
