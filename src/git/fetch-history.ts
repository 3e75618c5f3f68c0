import { REMOTE } from './git-settings.ts';
import type { GitRepository, GitResult } from './types.ts';

/** The largest depth means all of the history (git-fetch(1)); `--unshallow` is refused if nothing is missing. */
const ALL = '--depth=2147483647';

/** Fetches all commits of the `refs` (full names), without their trees and files: two HTTP requests or three. */
export async function fetchHistory(
  repository: GitRepository,
  refs: readonly string[],
  signal: AbortSignal,
): Promise<GitResult<Buffer>> {
  const args = ['fetch', '--quiet', ALL, '--filter=tree:0', '--no-tags', '--no-write-fetch-head'];
  return await repository.run([...args, REMOTE, ...refs], { signal });
}
