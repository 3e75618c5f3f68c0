import type { FileHandle } from 'node:fs/promises';

const PIECE_BYTES = 256 * 1024;

/** The first `bytes` bytes of a file, fewer if it is shorter. */
export async function readHead(file: FileHandle, bytes: number): Promise<Buffer> {
  const head = Buffer.alloc(bytes);
  let filled = 0;
  while (filled < bytes) {
    const { bytesRead } = await file.read(head, filled, bytes - filled, filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return head.subarray(0, filled);
}

/**
 * A file of `bytes` bytes, piece by piece up to its real end, starting with the known `head`. Each piece is
 * overwritten by the next one: do not keep it.
 */
export async function* readPieces(
  file: FileHandle,
  head: Buffer,
  bytes: number,
  signal: AbortSignal,
): AsyncGenerator<Buffer, void> {
  yield head;
  // One byte more than expected, so that a file that grew is detected and small files need little memory.
  const buffer = Buffer.allocUnsafe(Math.min(PIECE_BYTES, bytes - head.length + 1));
  for (let position = head.length; ;) {
    signal.throwIfAborted();
    const { bytesRead } = await file.read(buffer, 0, buffer.length, position);
    if (bytesRead === 0) return;
    position += bytesRead;
    yield buffer.subarray(0, bytesRead);
  }
}
