import type { FileHandle } from 'node:fs/promises';

import type { ReadAt } from '../../../media/embedded/without-pixels.ts';

/** Reads parts of a file through `window`, so that many small ones next to each other take few reads. */
export function readThrough(file: FileHandle, window: Buffer): ReadAt {
  let [start, filled] = [0, 0];
  return async (at, length) => {
    if (length > window.length) {
      const whole = Buffer.allocUnsafeSlow(length);
      return whole.subarray(0, await fill(file, whole, at));
    }
    if (at < start || at + length > start + filled) {
      filled = await fill(file, window, at);
      start = at;
    }
    return window.subarray(at - start, Math.min(at - start + length, filled));
  };
}

/** Gives how many bytes there are, at most as many as fit. */
async function fill(file: FileHandle, buffer: Buffer, position: number): Promise<number> {
  let filled = 0;
  while (filled < buffer.length) {
    const { bytesRead } = await file.read(buffer, filled, buffer.length - filled, position + filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return filled;
}
