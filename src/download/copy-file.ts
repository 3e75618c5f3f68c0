import { constants, copyFile as copy, mkdir, rename } from 'node:fs/promises';
import path from 'node:path';

import type { DownloadedFile } from './types.ts';

/**
 * Copies a downloaded file to `output` (relative path without extension) below `folder`; a copy-on-write file system
 * shares the bytes. The copy is whole as soon as it has its name. Throws as `node:fs` does.
 */
export async function copyFile(
  file: DownloadedFile,
  folder: string,
  output: string,
): Promise<DownloadedFile> {
  const relative = `${output}${path.posix.extname(file.path)}`;
  const absolutePath = path.join(folder, ...relative.split('/'));
  await mkdir(path.dirname(absolutePath), { recursive: true });
  const part = `${absolutePath}.copy.part`;
  await copy(file.absolutePath, part, constants.COPYFILE_FICLONE);
  await rename(part, absolutePath);
  return { ...file, path: relative, absolutePath };
}
