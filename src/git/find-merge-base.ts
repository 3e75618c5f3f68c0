import { fetchHistory } from './fetch-history.ts';
import { judgeGitExit } from './judge-git-exit.ts';
import type { GitRepository, GitResult } from './types.ts';

/**
 * The newest commit that two branches of the remote have in common; undefined if there is none. Both commits must have been
 * fetched. Fetches all commits before them, without their trees and files.
 */
export async function findMergeBase(
  repository: GitRepository,
  [one, other]: readonly [BranchCommit, BranchCommit],
  signal: AbortSignal,
): Promise<GitResult<string | undefined>> {
  const fetched = await fetchHistory(repository, [one.ref, other.ref], signal);
  if (!fetched.ok) return fetched;
  const exit = await repository.tryRun(['merge-base', one.commit, other.commit], { signal });
  if (exit.kind === 'exited' && exit.code === 1) return { ok: true, value: undefined };
  const found = judgeGitExit(exit, signal);
  return found.ok ? { ok: true, value: found.value.toString().trim() } : found;
}

/** A branch of the remote, and the commit that it named a moment ago. */
export interface BranchCommit {
  /** Full name. */
  readonly ref: string;
  readonly commit: string;
}
