import { readdir } from 'node:fs/promises';
import path from 'node:path';

import { listSome } from '../shared/list-some.ts';
import { exists } from '../shared/optional-file.ts';
import type { Problem } from '../shared/problem.ts';
import type { Place } from './find-place.ts';

/** How many folders are looked through, and how deep: a hint is not worth more time. */
const MOST_FOLDERS = 500;
const MOST_DEPTH = 3;
const MAX_NAMED = 3;

/**
 * An error with the paths of specs of the same name in other folders of the repository, if there is none at `place`: they are
 * relative to `directory`, the current one, as the command takes them. Undefined if there is no such hint.
 */
export async function findOtherSpecs(
  { workspace, spec, isCheckout }: Place,
  directory: string,
): Promise<Problem | undefined> {
  if (!isCheckout || (await exists(path.join(workspace, spec)))) return undefined;
  const name = path.posix.basename(spec);
  const found: string[] = [];
  for await (const { folder, files } of walkFolders(workspace))
    if (files.includes(name)) found.push(path.join(folder, name));
  if (found.length === 0) return undefined;
  const names = found.map((file) => `\`${path.relative(directory, file).replaceAll(path.sep, '/')}\``);
  const message = `There is no spec at \`${spec}\`. ${found.length === 1 ? 'There is one' : 'There are some'} at ${listSome(names, MAX_NAMED)}: name that path as the argument.`;
  return { severity: 'error', message };
}

/** The folders of the repository with the names of their files, those near its root first. */
async function* walkFolders(
  root: string,
): AsyncGenerator<{ readonly folder: string; readonly files: readonly string[] }> {
  const folders = [{ folder: root, depth: 0 }];
  // What is added meanwhile is visited too.
  for (const { folder, depth } of folders) {
    const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
    yield { folder, files: entries.filter((entry) => entry.isFile()).map((entry) => entry.name) };
    if (depth === MOST_DEPTH) continue;
    for (const entry of entries)
      if (entry.isDirectory() && isLookedThrough(entry.name) && folders.length < MOST_FOLDERS)
        folders.push({ folder: path.join(folder, entry.name), depth: depth + 1 });
  }
}

function isLookedThrough(name: string): boolean {
  return name === '.github' || !(name.startsWith('.') || name === 'node_modules');
}
