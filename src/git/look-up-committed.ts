import path from 'node:path';

import type { CommittedEntry, LookUpCommitted } from '../shared/ports.ts';
import { findObjects, findOutermost, readHeadCommit } from './find-objects.ts';
import { listCommitted } from './list-committed.ts';
import { withReader, type CommitSource } from './object-reader.ts';
import { foldersAbove } from './read-committed.ts';
import type { TreeFile } from './types.ts';

type Source = Omit<CommitSource, 'sha'>;

/** Looks up paths in the commit that is checked out in the workspace, or in a folder of it. Throws only the signal's reason. */
export function createCommittedLookup(source: Source): LookUpCommitted {
  return async (paths, signal) => {
    const located = await Promise.all(
      paths.map(async (name) => {
        const file = path.join(source.workspace, ...name.split('/'));
        return { name, root: await findOutermost(source.workspace, file) };
      }),
    );
    const entries = new Map<string, CommittedEntry>();
    for (const [root, group] of Map.groupBy(located, (item) => item.root)) {
      const names = group.map(({ name }) => name);
      const judge = root === undefined ? NO_REPOSITORY : await lookUpIn(root, names, source, signal);
      for (const name of names) entries.set(name, judge(name));
    }
    return entries;
  };
}

const NO_REPOSITORY = (): CommittedEntry => ({ kind: 'no repository' });

async function lookUpIn(
  { root, prefix }: { readonly root: string; readonly prefix: string },
  names: readonly string[],
  source: Source,
  signal: AbortSignal,
): Promise<(name: string) => CommittedEntry> {
  const sha = await readHeadCommit(root);
  if (sha === undefined) return () => ({ kind: 'unknown', why: 'no checked-out commit was found' });
  const within = (name: string): string => name.slice(prefix.length);
  const wanted = names.map(within);
  const listed = await withReader(await findObjects(root), { ...source, sha }, async (reader) => {
    return await listCommitted(reader, sha, [...wanted, ...wanted.flatMap(foldersAbove)], signal);
  });
  signal.throwIfAborted();
  if (!listed.ok) {
    const { why } = listed.error;
    return () => ({ kind: 'unknown', why });
  }
  return (name) => {
    const above = foldersAbove(within(name)).find((folder) => listed.value.get(folder)?.mode === '160000');
    if (above !== undefined) return { kind: 'submodule', path: `${prefix}${above}` };
    return kindOf(name, listed.value.get(within(name)));
  };
}

function kindOf(name: string, entry: TreeFile | undefined): CommittedEntry {
  switch (entry?.mode) {
    case undefined:
      return { kind: 'absent' };
    case '120000':
      return { kind: 'link' };
    case '160000':
      return { kind: 'submodule', path: name };
    case '040000':
      return { kind: 'folder' };
    default:
      return { kind: 'file' };
  }
}
