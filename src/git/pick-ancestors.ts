import { fetchHistory } from './fetch-history.ts';
import type { BranchCommit } from './find-merge-base.ts';
import type { GitRepository, GitResult } from './types.ts';

/**
 * Those of the `commits` that are in the history of a branch of the remote. Fetches that history, without its trees and
 * files.
 */
export async function pickAncestors(
  repository: GitRepository,
  { ref, commit }: BranchCommit,
  commits: readonly string[],
  signal: AbortSignal,
): Promise<GitResult<readonly string[]>> {
  const fetched = await fetchHistory(repository, [ref], signal);
  if (!fetched.ok) return fetched;
  const listed = await repository.run(['rev-list', commit], { signal });
  if (!listed.ok) return listed;
  const history = new Set(listed.value.toString().split('\n'));
  return { ok: true, value: commits.filter((each) => history.has(each)) };
}
