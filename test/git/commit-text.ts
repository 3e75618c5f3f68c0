import { commitTree } from '../../src/git/commit-tree.ts';
import type { GitRepository } from '../../src/git/types.ts';
import { writeText } from '../../src/git/write-blobs.ts';
import { git, good, type DiskRemote } from './disk-remote.ts';

/** A commit of one file with `text` in it, on `tip` or on nothing. */
export async function commitText(repository: GitRepository, text: string, tip?: string): Promise<string> {
  const { signal } = new AbortController();
  const blob = good(await writeText(repository, text, signal));
  const order = { changes: [{ path: 'ours.txt', blob }], message: text, author: 'a <b@c>' };
  return good(await commitTree(repository, { ...order, ...(tip !== undefined && { tip }) }, signal)) ?? '';
}

/** What a ref of the remote points to; empty if there is none. */
export async function where(remote: Pick<DiskRemote, 'bare'>, ref: string): Promise<string> {
  return (await git(remote.bare, 'for-each-ref', '--format=%(objectname)', ref)).trim();
}
