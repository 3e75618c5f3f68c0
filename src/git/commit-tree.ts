import { mkdtemp, rm } from 'node:fs/promises';
import path from 'node:path';

import { judgeGitExit } from './judge-git-exit.ts';
import type { GitRepository, GitResult, TreeChange } from './types.ts';

/** Everything in a commit except its files. */
export interface CommitFrame {
  /** The commit to build on, fetched before, or a tree if there are `parents`; absent: the commit starts from nothing. */
  readonly tip?: string;
  /** Absent: `tip`, if there is one. */
  readonly parents?: readonly string[];
  readonly message: string;
  /** `Name <mail>`; author and committer. */
  readonly author: string;
}

/** A commit to make: without a tip it contains nothing but the changes. */
export interface CommitOrder extends CommitFrame {
  /** A file that is set replaces a folder of its name, and the other way round. No path twice. */
  readonly changes: readonly TreeChange[];
}

/**
 * Makes a commit here, not on the remote: returns its object name, or undefined if its tree would be that of its last
 * parent. What the changes do not name stays as it is, modes included; files that are set become plain ones.
 */
export async function commitTree(
  repository: GitRepository,
  order: CommitOrder,
  signal: AbortSignal,
): Promise<GitResult<string | undefined>> {
  const { tip, changes } = order;
  const last = order.parents?.at(-1) ?? tip;
  const [tree, before] = await Promise.all([
    writeTree(repository, tip, changes, signal),
    last === undefined ? undefined : ask(repository, ['rev-parse', '--verify', `${last}^{tree}`], signal),
  ]);
  if (!tree.ok) return tree;
  if (before?.ok === false) return before;
  if (before?.value === tree.value) return { ok: true, value: undefined };
  return await commitAs(repository, order, tree.value, signal);
}

/** Makes a commit that has only plain files in its root, whatever its parent has: returns its object name. */
export async function commitFlat(
  repository: GitRepository,
  order: CommitFrame & { readonly files: readonly Required<Pick<TreeChange, 'path' | 'blob'>>[] },
  signal: AbortSignal,
): Promise<GitResult<string>> {
  const input = order.files.map(({ path: file, blob }) => `100644 blob ${blob}\t${file}\0`).join('');
  const tree = await ask(repository, ['mktree', '-z', '--missing'], signal, input);
  return tree.ok ? await commitAs(repository, order, tree.value, signal) : tree;
}

async function commitAs(
  repository: GitRepository,
  { tip, parents = tip === undefined ? [] : [tip], message, author }: CommitFrame,
  tree: string,
  signal: AbortSignal,
): Promise<GitResult<string>> {
  const [, name = author, mail = ''] = /^(.*?)\s*<([^<>]*)>$/.exec(author) ?? [];
  const person = ['-c', `user.name=${name}`, '-c', `user.email=${mail}`];
  const named = parents.flatMap((parent) => ['-p', parent]);
  return await ask(repository, [...person, 'commit-tree', tree, ...named, '-F', '-'], signal, message);
}

/**
 * Checks whether git can build on the tree of `tip` (a commit or a tree): it refuses names such as `..` and `.git`, which a tree made by
 * other tools may contain nevertheless. Nothing is asked of the remote.
 */
export async function checkTree(
  repository: GitRepository,
  tip: string,
  signal: AbortSignal,
): Promise<GitResult<void>> {
  return await withIndex(repository, tip, signal, () => ({ ok: true, value: undefined }));
}

/** Makes a tree here: that of `tip` (a commit or a tree; nothing without one) with the changes. */
export async function writeTree(
  repository: GitRepository,
  tip: string | undefined,
  changes: readonly TreeChange[],
  signal: AbortSignal,
): Promise<GitResult<string>> {
  return await withIndex(repository, tip, signal, async (indexFile) => {
    const input = renderChanges(changes, tip);
    const exit = await repository.tryRun(['update-index', '-z', '--index-info'], {
      signal,
      indexFile,
      input,
    });
    const updated = judgeGitExit(exit, signal);
    if (!updated.ok) return updated;
    // Git skips a path like `a/../b` and reports success.
    const [, ignored] = /^Ignoring path (.*)/m.exec(exit.kind === 'exited' ? exit.stderr : '') ?? [];
    if (ignored !== undefined)
      return { ok: false, error: { kind: 'failed', why: `git does not accept the path ${ignored}` } };
    // Without `--missing-ok`, git would fetch every file of others to see that it exists.
    const tree = await repository.run(['write-tree', '--missing-ok'], { signal, indexFile });
    return tree.ok ? { ok: true, value: tree.value.toString().trim() } : tree;
  });
}

/** Does `work` with an index of the tip's files (an empty one without a tip), which is removed afterwards. */
export async function withIndex<T>(
  repository: GitRepository,
  tip: string | undefined,
  signal: AbortSignal,
  work: (indexFile: string) => GitResult<T> | Promise<GitResult<T>>,
): Promise<GitResult<T>> {
  const folder = await mkdtemp(path.join(repository.folder, 'index-'));
  const indexFile = path.join(folder, 'index');
  try {
    const read = await repository.run(['read-tree', tip ?? '--empty'], { signal, indexFile });
    return read.ok ? await work(indexFile) : read;
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Removals come first: after them a folder may replace a file. The object name of a removal is not read. */
function renderChanges(changes: readonly TreeChange[], tip: string | undefined): string {
  const nothing = '0'.repeat(tip?.length ?? 40);
  const removed = changes.filter(({ blob }) => blob === undefined);
  const set = changes.filter(({ blob }) => blob !== undefined);
  return [...removed, ...set]
    .map(({ path: file, blob, mode = '100644' }) =>
      blob === undefined ? `0 ${nothing}\t${file}\0` : `${mode} ${blob}\t${file}\0`,
    )
    .join('');
}

async function ask(
  repository: GitRepository,
  args: readonly string[],
  signal: AbortSignal,
  input?: string,
): Promise<GitResult<string>> {
  const answer = await repository.run(args, { signal, ...(input !== undefined && { input }) });
  return answer.ok ? { ok: true, value: answer.value.toString().trim() } : answer;
}
