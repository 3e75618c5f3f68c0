import { createBufferSweeper } from '../shared/sweep-buffers.ts';

/** A piece of a file: enough to see what it is, and all of a small one. */
const PIECE_BYTES = 256 * 1024;

/** The memory through which files are read. It grows with the number of files at a time, not with that of files. */
export interface ReadingBuffers {
  /** Lends a buffer, of 256 KiB, to work that does not keep it: the next file is read into the same one. */
  readonly lend: <T>(work: (buffer: Buffer) => Promise<T>) => Promise<T>;
  /** Takes the length of each buffer that was made besides and is no longer needed. */
  readonly sweep: (bytes: number) => void;
}

export function createReadingBuffers(): ReadingBuffers {
  const free: Buffer[] = [];
  return {
    lend: async (work) => {
      const buffer = free.pop() ?? Buffer.allocUnsafeSlow(PIECE_BYTES);
      try {
        return await work(buffer);
      } finally {
        free.push(buffer);
      }
    },
    sweep: createBufferSweeper(),
  };
}
