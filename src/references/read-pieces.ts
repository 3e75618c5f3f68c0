import type { FileHandle } from 'node:fs/promises';

/**
 * The beginning of a file, at most as much as fits into `buffer`; what it gives is a part of it. Less than the whole
 * buffer means that the file ended there.
 */
export async function readHead(file: FileHandle, buffer: Buffer): Promise<Buffer> {
  let filled = 0;
  while (filled < buffer.length) {
    const { bytesRead } = await file.read(buffer, filled, buffer.length - filled, filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return buffer.subarray(0, filled);
}

/**
 * A file piece by piece up to its real end, starting with the `head` that was read into `buffer`. Each piece is
 * overwritten by the next one: do not keep it. Throws the signal's reason.
 */
export async function* readPieces(
  file: FileHandle,
  head: Buffer,
  buffer: Buffer,
  signal: AbortSignal,
): AsyncGenerator<Buffer, void> {
  signal.throwIfAborted();
  yield head;
  if (head.length < buffer.length) return;
  for (let position = head.length; ;) {
    signal.throwIfAborted();
    const { bytesRead } = await file.read(buffer, 0, buffer.length, position);
    if (bytesRead === 0) return;
    position += bytesRead;
    yield buffer.subarray(0, bytesRead);
  }
}
