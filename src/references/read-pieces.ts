import type { FileHandle } from 'node:fs/promises';

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
