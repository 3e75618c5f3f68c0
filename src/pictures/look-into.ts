import { open } from 'node:fs/promises';

import { readWithoutPixels } from '../media/embedded/without-pixels.ts';
import type { MediaType } from '../media/types.ts';
import { readThrough } from './read-through.ts';

/** Of a picture that is looked into, at most so many are in memory besides what is in it without its pixels. */
const WINDOW_BYTES = 64 * 1024;

/**
 * Gives a function that reads the picture at an absolute path without its pixels, one picture at a time. It throws what the file
 * system does.
 */
export function createLookInto(): (absolutePath: string, type: MediaType) => Promise<Buffer> {
  const window = Buffer.allocUnsafeSlow(WINDOW_BYTES);
  return async (absolutePath, type) => {
    await using handle = await open(absolutePath);
    const { size } = await handle.stat();
    return await readWithoutPixels(readThrough(handle, window), size, type);
  };
}
