import path from 'node:path';

import { isCommitName, shortCommit } from '../shared/commit-name.ts';
import type { Result } from '../shared/result.ts';
import type { Clause } from '../shared/sentence.ts';
import { findObjects, findOutermost } from './find-objects.ts';
import { listCommitted } from './list-committed.ts';
import { withReader, type CommitSource } from './object-reader.ts';
import type { TreeFile } from './types.ts';

/** What the commit has at a file's path, or why that is not known: a clause. */
export type CommittedFile = Result<TreeFile, Clause>;

/**
 * What this run's commit has at these paths (absolute; links resolved, as far as the files exist). Only the objects of
 * the workspace's own repository are read: none of its configuration, hooks or programs take part, and nothing is
 * fetched. Trees suffice, so a shallow, partial or sparse checkout will do. Throws only the signal's reason.
 */
export async function readCommitted(
  files: readonly string[],
  source: CommitSource,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, CommittedFile>> {
  const { sha = '', workspace } = source;
  const every = (why: Clause, some = files) => some.map((file) => [file, failed(why)] as const);
  if (!isCommitName(sha)) return new Map(every('the commit of this run is not known'));
  const located = await Promise.all(
    files.map(async (file) => ({ file, root: (await findOutermost(workspace, file))?.root })),
  );
  const found = new Map<string, CommittedFile>();
  for (const [root, group] of Map.groupBy(located, (item) => item.root)) {
    const some = group.map(({ file }) => file);
    const answers =
      root === undefined
        ? every('it is not in a git checkout', some)
        : await readIn(root, some, { ...source, sha }, signal);
    for (const [file, answer] of answers) found.set(file, answer);
  }
  return found;
}

async function readIn(
  root: string,
  files: readonly string[],
  source: CommitSource & { readonly sha: string },
  signal: AbortSignal,
): Promise<readonly (readonly [string, CommittedFile])[]> {
  const named = files.map((file) => ({ file, name: path.relative(root, file).replaceAll(path.sep, '/') }));
  const short = shortCommit(source.sha);
  const listed = await withReader(await findObjects(root), source, async (reader) => {
    const names = named.map(({ name }) => name);
    // A submodule is an entry of its own, with nothing below it.
    return await listCommitted(reader, source.sha, [...names, ...names.flatMap(foldersAbove)], signal);
  });
  signal.throwIfAborted();
  if (!listed.ok) {
    const { kind, why } = listed.error;
    const reason = kind === 'git-missing' ? why : `git cannot read commit ${short} in this checkout (${why})`;
    return files.map((file) => [file, failed(reason)]);
  }
  return named.map(({ file, name }) => [file, judge(name, listed.value, short)]);
}

function judge(name: string, there: ReadonlyMap<string, TreeFile>, short: string): CommittedFile {
  const entry = there.get(name);
  if (entry?.mode === '120000') return failed(`it is a symbolic link in commit ${short}`);
  if (entry?.mode.startsWith('100') === true) return { ok: true, value: entry };
  const submodule = foldersAbove(name)
    .map((folder) => there.get(folder))
    .find((above) => above?.mode === '160000');
  return failed(
    submodule === undefined
      ? `it is not in commit ${short}`
      : `it is in the submodule ${submodule.path}, not in commit ${short}`,
  );
}

/** The folders that a file at `name` is in, the outermost first. */
export function foldersAbove(name: string): readonly string[] {
  const parts = name.split('/').slice(0, -1);
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'));
}

function failed(error: Clause): CommittedFile {
  return { ok: false, error };
}
