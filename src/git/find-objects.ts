import { readFile, realpath, stat } from 'node:fs/promises';
import path from 'node:path';

/**
 * The outermost folder between `workspace` and `file` (both absolute) that has a `.git`: the workspace's own repository,
 * or the one that `actions/checkout` put into a folder of it. A repository inside of another one never counts: a checkout
 * brings none but submodules, so others came with something that was unpacked there. Undefined if there is none.
 */
export async function findOutermost(workspace: string, file: string): Promise<string | undefined> {
  const top = await realpath(workspace);
  const parts = path.relative(top, path.dirname(file)).split(path.sep);
  if (parts[0] === '..' || path.isAbsolute(parts[0] ?? '')) return undefined;
  let folder = top;
  for (const part of ['', ...parts]) {
    folder = path.join(folder, part);
    if (await exists(path.join(folder, '.git'))) return folder;
  }
  return undefined;
}

/** Where a repository keeps its objects, read without git and without its configuration. */
export interface ObjectFolder {
  /** Absolute path. */
  readonly objects: string;
  /** Absolute path of the list of commits whose parents were not fetched; the file may not exist. */
  readonly shallow: string;
}

/** The objects of the repository that is checked out at `root` (absolute): of a `.git` folder, or of the one that a `.git` file names. */
export async function findObjects(root: string): Promise<ObjectFolder> {
  const own = path.join(root, '.git');
  const text = await readFile(own, 'utf8').catch(() => undefined); // a folder, as a rule
  const [, named] = /^gitdir: (.*)$/m.exec(text ?? '') ?? [];
  const folder = named === undefined ? own : path.resolve(root, named);
  // A working tree beside another one shares the objects of that.
  const common = await readFile(path.join(folder, 'commondir'), 'utf8').catch(() => '.');
  const shared = path.resolve(folder, common.trim());
  return { objects: path.join(shared, 'objects'), shallow: path.join(shared, 'shallow') };
}

async function exists(file: string): Promise<boolean> {
  return await stat(file).then(
    () => true,
    () => false, // absent, or not to be seen: then git could not use it either
  );
}
