import { REMOTE } from './git-settings.ts';
import { isBuiltOn } from './is-built-on.ts';
import type { GitRepository, GitResult } from './types.ts';

/** The largest depth means all of the history (git-fetch(1)); `--unshallow` is refused if nothing is missing. */
const ALL = '--depth=2147483647';

/**
 * Whether the commit `newer`, which `ref` (a full name) named on the remote a moment ago, builds on `older`. Both must have
 * been fetched. Fetches the commits between them and before them, without their files: two HTTP requests or three.
 */
export async function isDescendant(
  repository: GitRepository,
  { older, newer, ref }: { readonly older: string; readonly newer: string; readonly ref: string },
  signal: AbortSignal,
): Promise<GitResult<boolean>> {
  const args = ['fetch', '--quiet', ALL, '--filter=tree:0', '--no-tags', '--no-write-fetch-head'];
  const fetched = await repository.run([...args, REMOTE, ref], { signal });
  if (!fetched.ok) return fetched;
  return await isBuiltOn(repository, { older, newer }, signal);
}
