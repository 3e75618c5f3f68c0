import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

import { isCommitName } from '../shared/commit-name.ts';
import { findFolders } from './find-objects.ts';

/**
 * The refs below `prefix` (e.g. `refs/remotes/origin/`) of the repository that is checked out at `root`: full names with
 * their commits. Read without git and without the repository's configuration; refs that only name another one are left
 * out.
 */
export async function readRefs(root: string, prefix: string): Promise<ReadonlyMap<string, string>> {
  const { shared } = await findFolders(root);
  const packed = await readFile(path.join(shared, 'packed-refs'), 'utf8').catch(() => '');
  const lines = packed.split(/\r?\n/).map((line) => line.split(' '));
  const found = new Map(
    lines.flatMap(([commit = '', ref = '']) => (isCommitName(commit) ? [[ref, commit]] : [])),
  );
  // A ref that moved since it was packed has a file of its own.
  const folder = path.join(shared, ...prefix.split('/'));
  const names = await readdir(folder, { recursive: true }).catch(() => []);
  for (const name of names) {
    const text = await readFile(path.join(folder, name), 'utf8').catch(() => '');
    const commit = text.trim();
    if (isCommitName(commit)) found.set(`${prefix}${name.split(path.sep).join('/')}`, commit);
  }
  return new Map([...found].filter(([ref]) => ref.startsWith(prefix)));
}
