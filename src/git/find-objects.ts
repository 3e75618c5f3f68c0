import { readFile, realpath } from 'node:fs/promises';
import path from 'node:path';

import { exists } from '../shared/optional-file.ts';
import { isInside } from '../shared/inside.ts';

/** A checkout of a repository in the workspace. */
export interface Checkout {
  /** Absolute path, links resolved. */
  readonly root: string;
  /** Its path from the workspace with forward slashes and one at its end; empty for the workspace itself. */
  readonly prefix: string;
}

/**
 * The outermost folder between `workspace` and `file` (both absolute) that has a `.git`: the workspace's own
 * repository, or the one that `actions/checkout` put into a folder of it. A repository inside another one never counts:
 * a checkout brings only submodules, so any other came with something that was unpacked there. Undefined if there is
 * none.
 */
export async function findOutermost(workspace: string, file: string): Promise<Checkout | undefined> {
  const top = await realpath(workspace);
  const folder = path.dirname(file);
  // The file's path may have been resolved, or not.
  const from = [top, workspace].find((start) => isInside(start, folder));
  if (from === undefined) return undefined;
  let root = top;
  let prefix = '';
  for (const part of ['', ...path.relative(from, folder).split(path.sep)]) {
    root = path.join(root, part);
    if (part !== '') prefix += `${part}/`;
    if (await exists(path.join(root, '.git'))) return { root, prefix };
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

/**
 * The objects of the repository that is checked out at `root` (absolute): of a `.git` folder, or of the one that a
 * `.git` file names.
 */
export async function findObjects(root: string): Promise<ObjectFolder> {
  const { shared } = await findFolders(root);
  return { objects: path.join(shared, 'objects'), shallow: path.join(shared, 'shallow') };
}

/** The commit that is checked out at `root`; undefined if the files of its repository do not show it. */
export async function readHeadCommit(root: string): Promise<string | undefined> {
  const { own, shared } = await findFolders(root);
  const head = await readText(path.join(own, 'HEAD'));
  const [, ref] = /^ref: (refs\/\S+)$/m.exec(head) ?? [];
  if (ref === undefined) return nameIn(head);
  const loose = nameIn(await readText(path.join(shared, ...ref.split('/'))));
  if (loose !== undefined) return loose;
  const packed = await readText(path.join(shared, 'packed-refs'));
  return nameIn(packed.split('\n').find((line) => line.endsWith(` ${ref}`)) ?? '');
}

function nameIn(text: string): string | undefined {
  return /^(?:[0-9a-f]{64}|[0-9a-f]{40})\b/.exec(text)?.[0];
}

/** The folder of the working tree itself, and the one that it shares with others: its objects, branches and settings. */
export async function findFolders(root: string): Promise<{ readonly own: string; readonly shared: string }> {
  const entry = path.join(root, '.git');
  // A file names the folder; usually it is the folder itself, and reading it yields nothing.
  const [, named] = /^gitdir: (.*)$/m.exec(await readText(entry)) ?? [];
  const own = named === undefined ? entry : path.resolve(root, named);
  // An additional working tree shares the objects and branches of the main one.
  const common = (await readText(path.join(own, 'commondir'))).trim();
  return { own, shared: common === '' ? own : path.resolve(own, common) };
}

/** Empty if it cannot be read. */
async function readText(file: string): Promise<string> {
  return await readFile(file, 'utf8').catch(() => '');
}
