import { fetchFiltered } from './fetch-shallow.ts';
import { REMOTE } from './git-settings.ts';
import { judgeGitExit } from './judge-git-exit.ts';
import type { GitRepository, GitResult } from './types.ts';

/** The largest depth means all of the history (git-fetch(1)); `--unshallow` is refused if nothing is missing. */
const ALL = '--depth=2147483647';

/** Fetches all commits of the `refs` (full names), without their trees and files: two HTTP requests or three. */
export async function fetchHistory(
  repository: GitRepository,
  refs: readonly string[],
  signal: AbortSignal,
): Promise<GitResult<Buffer>> {
  const quiet = ['--quiet', '--no-tags', '--no-write-fetch-head'];
  const exit = await fetchFiltered(
    ALL,
    '--filter=tree:0',
    async (bounds) => await repository.tryRun(['fetch', ...quiet, ...bounds, REMOTE, ...refs], { signal }),
  );
  return judgeGitExit(exit, signal);
}
