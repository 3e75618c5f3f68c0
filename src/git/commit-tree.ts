import { mkdtemp, rm } from 'node:fs/promises';
import path from 'node:path';

import { judgeGitEnd } from './judge-git-end.ts';
import type { GitRepository, GitResult, TreeChange } from './types.ts';

/** All of a commit but its files. */
export interface CommitFrame {
  /** The commit to build on, fetched before; absent: the commit has no parent. */
  readonly tip?: string;
  readonly message: string;
  /** `Name <mail>`; author and committer. */
  readonly author: string;
}

/** A commit to make: without a tip it holds nothing but the changes. */
export interface CommitOrder extends CommitFrame {
  /** A file that is set takes the place of a folder of its name, and the other way round. No path twice. */
  readonly changes: readonly TreeChange[];
}

/**
 * Makes a commit here, not on the remote: gives its object name, or undefined where its tree would be the tip's.
 * What the changes do not name stays as it is, modes included; files that are set become plain ones.
 */
export async function commitTree(
  repository: GitRepository,
  order: CommitOrder,
  signal: AbortSignal,
): Promise<GitResult<string | undefined>> {
  const { tip, changes, message, author } = order;
  const [tree, before] = await Promise.all([
    writeTree(repository, tip, changes, signal),
    tip === undefined ? undefined : ask(repository, ['rev-parse', '--verify', `${tip}^{tree}`], signal),
  ]);
  if (!tree.ok) return tree;
  if (before?.ok === false) return before;
  if (before?.value === tree.value) return { ok: true, value: undefined };
  return await commitAs(
    repository,
    { ...(tip !== undefined && { tip }), message, author },
    tree.value,
    signal,
  );
}

/** Makes a commit of plain files in its root and of nothing else, whatever its parent has: gives its object name. */
export async function commitFlat(
  repository: GitRepository,
  order: CommitFrame & { readonly files: readonly Required<TreeChange>[] },
  signal: AbortSignal,
): Promise<GitResult<string>> {
  const input = order.files.map(({ path: file, blob }) => `100644 blob ${blob}\t${file}\0`).join('');
  const tree = await ask(repository, ['mktree', '-z', '--missing'], signal, input);
  return tree.ok ? await commitAs(repository, order, tree.value, signal) : tree;
}

async function commitAs(
  repository: GitRepository,
  { tip, message, author }: CommitFrame,
  tree: string,
  signal: AbortSignal,
): Promise<GitResult<string>> {
  const [, name = author, mail = ''] = /^(.*?)\s*<([^<>]*)>$/.exec(author) ?? [];
  const person = ['-c', `user.name=${name}`, '-c', `user.email=${mail}`];
  const parents = tip === undefined ? [] : ['-p', tip];
  return await ask(repository, [...person, 'commit-tree', tree, ...parents, '-F', '-'], signal, message);
}

async function writeTree(
  repository: GitRepository,
  tip: string | undefined,
  changes: readonly TreeChange[],
  signal: AbortSignal,
): Promise<GitResult<string>> {
  const folder = await mkdtemp(path.join(repository.folder, 'index-'));
  const indexFile = path.join(folder, 'index');
  try {
    const read = await repository.run(['read-tree', tip ?? '--empty'], { signal, indexFile });
    if (!read.ok) return read;
    const input = renderChanges(changes);
    const end = await repository.tryRun(['update-index', '-z', '--index-info'], { signal, indexFile, input });
    const updated = judgeGitEnd(end, signal);
    if (!updated.ok) return updated;
    // Git passes over a path like `a/../b`, and calls it a success.
    const [, ignored] = /^Ignoring path (.*)/m.exec(end.kind === 'exited' ? end.stderr : '') ?? [];
    if (ignored !== undefined)
      return { ok: false, error: { kind: 'failed', message: `git takes no file at ${ignored}` } };
    // Without `--missing-ok` git would fetch every file of others to see that it is there.
    const tree = await repository.run(['write-tree', '--missing-ok'], { signal, indexFile });
    return tree.ok ? { ok: true, value: tree.value.toString().trim() } : tree;
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Removals come first: after them a folder may stand where a file was. */
function renderChanges(changes: readonly TreeChange[]): string {
  const removed = changes.filter(({ blob }) => blob === undefined);
  const set = changes.filter(({ blob }) => blob !== undefined);
  return [...removed, ...set]
    .map(({ path: file, blob }) =>
      blob === undefined ? `0 ${'0'.repeat(40)}\t${file}\0` : `100644 ${blob}\t${file}\0`,
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
