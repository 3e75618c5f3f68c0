import { constants, copyFile as copy, mkdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';

import { nameFile } from './name-file.ts';
import type { DownloadedFile } from './types.ts';

/**
 * Copies a downloaded file to `output` (relative path without extension) below `folder`; a copy-on-write file system
 * shares the bytes. The copy is complete as soon as it has its name. Throws as `node:fs` does, and then leaves nothing.
 */
export async function copyFile(
  file: DownloadedFile,
  folder: string,
  output: string,
): Promise<DownloadedFile> {
  const named = nameFile(folder, output, file);
  const { absolutePath } = named;
  const part = `${absolutePath}.copy.part`;
  await mkdir(path.dirname(absolutePath), { recursive: true });
  try {
    await copy(file.absolutePath, part, constants.COPYFILE_FICLONE);
    await rename(part, absolutePath);
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
  return { ...file, ...named };
}
