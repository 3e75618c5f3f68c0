import { fetchHistory } from './fetch-history.ts';
import { isBuiltOn } from './is-built-on.ts';
import type { GitRepository, GitResult } from './types.ts';

/**
 * Whether the commit `newer`, which `ref` (a full name) named on the remote a moment ago, builds on `older`. Both must have
 * been fetched. Fetches the commits between them and before them, without their files.
 */
export async function isDescendant(
  repository: GitRepository,
  { older, newer, ref }: { readonly older: string; readonly newer: string; readonly ref: string },
  signal: AbortSignal,
): Promise<GitResult<boolean>> {
  const fetched = await fetchHistory(repository, [ref], signal);
  if (!fetched.ok) return fetched;
  return await isBuiltOn(repository, { older, newer }, signal);
}
