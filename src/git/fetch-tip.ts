import { fetchShallow, nameFetched } from './fetch-shallow.ts';
import { REMOTE } from './git-settings.ts';
import { judgeGitExit } from './judge-git-exit.ts';
import type { GitRepository, GitResult } from './types.ts';

/** `tip`: the commit and its trees, without parents and without the bytes of files. `whole`: all of it. */
export type FetchedParts = 'tip' | 'whole';

/**
 * The commit that `ref` (a full name, e.g. `refs/heads/assets`) names on the remote; undefined if the remote has no
 * such ref. Three HTTP requests, two if there is none: git 2.39 asks for the server's capabilities, for the ref and for
 * the objects. Two simultaneous fetches of `tip` into one repository get in each other's way, because git keeps one
 * list of commits without parents; any other two do not.
 */
export async function fetchTip(
  repository: GitRepository,
  ref: string,
  signal: AbortSignal,
  parts: FetchedParts = 'tip',
): Promise<GitResult<string | undefined>> {
  const local = nameFetched(ref);
  const fetch = async (bounds: readonly string[]) => {
    const args = ['fetch', '--quiet', ...bounds, '--no-tags', '--no-write-fetch-head'];
    return await repository.tryRun([...args, REMOTE, `+${ref}:${local}`], { signal });
  };
  const exit = parts === 'tip' ? await fetchShallow(fetch) : await fetch(['--no-filter']);
  if (exit.kind === 'exited' && exit.stderr.includes(`couldn't find remote ref ${ref}`))
    return { ok: true, value: undefined };
  const fetched = judgeGitExit(exit, signal);
  if (!fetched.ok) return fetched;
  const found = await repository.run(['rev-parse', '--verify', '--quiet', `${local}^{commit}`], { signal });
  return found.ok ? { ok: true, value: found.value.toString().trim() } : found;
}

/** Full names of the remote's refs that match one of the patterns (as `git ls-remote` reads them): one HTTP request or two. */
export async function listRefs(
  repository: GitRepository,
  patterns: readonly string[],
  signal: AbortSignal,
): Promise<GitResult<readonly string[]>> {
  const listed = await repository.run(['ls-remote', '--refs', REMOTE, ...patterns], { signal });
  if (!listed.ok) return listed;
  const lines = listed.value.toString().split('\n');
  return { ok: true, value: lines.flatMap((line) => line.split('\t')[1] ?? []) };
}
