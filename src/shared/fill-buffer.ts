import type { FileHandle } from 'node:fs/promises';

/**
 * Reads from `position` on into `buffer`; gives the part of it that was filled. Less than the whole buffer means that the file
 * ended there.
 */
export async function fillBuffer(file: FileHandle, buffer: Buffer, position: number): Promise<Buffer> {
  let filled = 0;
  while (filled < buffer.length) {
    const { bytesRead } = await file.read(buffer, filled, buffer.length - filled, position + filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return buffer.subarray(0, filled);
}
