import { readFile } from 'node:fs/promises';
import path from 'node:path';

import type { Env } from '../shared/ports.ts';
import { findFolders, findObjects } from './find-objects.ts';
import { parseTree } from './list-files.ts';
import { withReader, type ObjectReader } from './object-reader.ts';

/** A file of a commit; its path is from the commit's root. */
export interface CommitFile {
  readonly commit: string;
  readonly path: string;
}

/** What of a file was left out when its commit was fetched: its bytes, or already the folders of the commit. */
export type Unfetched = 'bytes' | 'folders';

/**
 * What the repository that is checked out at `root` (absolute) lacks of these files because it is a partial clone; files that
 * are here, or that their commits do not have, are not in it. Nothing is fetched. `temp`: as `CommitSource` has it. Throws
 * only the signal's reason.
 */
export async function findUnfetched<T extends CommitFile>(
  files: readonly T[],
  { root, temp, env }: { readonly root: string; readonly temp: string; readonly env: Env },
  signal: AbortSignal,
): Promise<ReadonlyMap<T, Unfetched>> {
  const [first] = files;
  if (first === undefined || !(await isPartial(root))) return new Map();
  const source = { workspace: root, temp, env, sha: first.commit };
  const found = new Map<T, Unfetched>();
  await withReader(await findObjects(root), source, async (reader) => {
    for (const file of files) {
      const lacks = await findIn(reader, file, signal);
      if (lacks !== undefined) found.set(file, lacks);
    }
    return { ok: true, value: undefined };
  });
  signal.throwIfAborted();
  return found;
}

/** Git writes it into the settings of the repository itself when it clones. */
async function isPartial(root: string): Promise<boolean> {
  const { shared } = await findFolders(root);
  const settings = await readFile(path.join(shared, 'config'), 'utf8').catch(() => '');
  return /^\s*(?:promisor|partialclonefilter)\s*=/im.test(settings);
}

/** The reader has no remote, so git cannot fetch what it does not find. */
async function findIn(
  reader: ObjectReader,
  { commit, path: wanted }: CommitFile,
  signal: AbortSignal,
): Promise<Unfetched | undefined> {
  const listed = await reader.run(['ls-tree', '-r', '-z', '--full-tree', commit], signal);
  if (listed.kind !== 'exited') return undefined;
  if (listed.code !== 0) return 'folders';
  const file = parseTree(listed.stdout.toString()).find((each) => each.path === wanted);
  if (file === undefined) return undefined;
  const looked = await reader.run(['cat-file', '-e', file.blob], signal);
  return looked.kind === 'exited' && looked.code !== 0 ? 'bytes' : undefined;
}
