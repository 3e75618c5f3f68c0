import { writeSync } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import path from 'node:path';

/** A file that is being written beside its final name. Disposing of it before `commit` leaves nothing behind. */
export interface PartFile extends AsyncDisposable {
  /** Appends all of the chunk before it returns, so that no chunk waits for a later write. */
  write(chunk: Uint8Array): void;
  /** Gives the finished file its name; a file that had it is replaced. */
  commit(file: string): Promise<void>;
}

/** Begins `<base>.<unique>.part`, with the folders above it. Throws as the file system does, and so does the file. */
export async function openPartFile(base: string, unique: string): Promise<PartFile> {
  await mkdir(path.dirname(base), { recursive: true });
  const part = `${base}.${unique}.part`;
  // Never over something else: two writers of one part would mix their bytes.
  const handle = await open(part, 'wx');
  let isOpen = true;
  let isCommitted = false;
  async function close(): Promise<void> {
    if (!isOpen) return;
    isOpen = false;
    await handle.close();
  }
  return {
    write: (chunk) => {
      for (let at = 0; at < chunk.length;) at += writeSync(handle.fd, chunk, at);
    },
    commit: async (file) => {
      await close();
      await rename(part, file);
      isCommitted = true;
    },
    [Symbol.asyncDispose]: async () => {
      await close();
      if (!isCommitted) await rm(part, { force: true });
    },
  };
}
