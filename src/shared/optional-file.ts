import { access, readFile } from 'node:fs/promises';

import { codeOf } from './system-error.ts';

/** Whether there is a file or a folder; what cannot be reached counts as absent. */
export async function exists(file: string): Promise<boolean> {
  return await access(file).then(
    () => true,
    () => false,
  );
}

/** The text of a file; undefined if there is none. Otherwise throws as `node:fs` does. */
export async function readIfExists(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (isNotFound(error)) return undefined;
    throw error;
  }
}

/** Whether an error of the file system says that there is no such file or folder. */
export function isNotFound(error: unknown): boolean {
  return codeOf(error) === 'ENOENT';
}
