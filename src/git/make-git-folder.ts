import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

import type { ObjectFormat } from './types.ts';

/**
 * Makes an empty bare repository at `folder` (absolute, must not exist; the folders above it are made too). By hand,
 * because `git init` would follow the machine's settings: a template, hooks, another hash, another way to keep refs.
 */
export async function makeGitFolder(folder: string, format: ObjectFormat = 'sha1'): Promise<void> {
  await mkdir(path.dirname(folder), { recursive: true });
  // Only a folder that is new may be removed at the end.
  await mkdir(folder, { mode: 0o700 });
  await mkdir(path.join(folder, 'objects'));
  await mkdir(path.join(folder, 'refs'));
  await writeFile(path.join(folder, 'HEAD'), 'ref: refs/heads/main\n');
  await setObjectFormat(folder, format);
}

/** Changes the hash of a repository that has no objects yet. */
export async function setObjectFormat(folder: string, format: ObjectFormat): Promise<void> {
  const lines = ['[core]', '\trepositoryformatversion = 1', '\tbare = true', '[extensions]'];
  const text = [...lines, `\tobjectformat = ${format}`, ''].join('\n');
  await writeFile(path.join(folder, 'config'), text);
}
