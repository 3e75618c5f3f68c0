import { stat } from 'node:fs/promises';
import path from 'node:path';

/**
 * Finds the git working tree that contains a file: the nearest folder above it with a `.git` entry (a
 * folder, or a file in worktrees and submodules). Undefined if there is none. Each folder is checked once.
 */
export function createRepositoryFinder(): (file: string) => Promise<string | undefined> {
  const known = new Map<string, Promise<string | undefined>>();

  async function search(folder: string): Promise<string | undefined> {
    if (await isThere(path.join(folder, '.git'))) return folder;
    const parent = path.dirname(folder);
    return parent === folder ? undefined : await find(parent);
  }
  async function find(folder: string): Promise<string | undefined> {
    const found = known.get(folder) ?? search(folder);
    known.set(folder, found);
    return await found;
  }
  return async (file) => await find(path.dirname(file));
}

async function isThere(file: string): Promise<boolean> {
  return await stat(file).then(
    () => true,
    () => false, // absent, or not to be seen: then git could not use it either
  );
}
