import { createHash } from 'node:crypto';

import { REMOTE } from './git-settings.ts';
import { judgeGitExit } from './judge-git-exit.ts';
import type { GitRepository, GitResult } from './types.ts';

/** `tip`: the commit and its trees, without parents and without the bytes of files. `whole`: all of it. */
export type FetchedParts = 'tip' | 'whole';

/** Some servers offer filters and answer 500 if one comes together with a depth (dulwich does). */
const REFUSED_TOGETHER = /(?:returned error: |RPC failed; HTTP )500\b/;

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
  // Stored by name, so that what is here is not sent again when the ref moves. Hashed, because `a` and `a/b` cannot both
  // be refs.
  const local = `refs/fetched/${createHash('sha256').update(ref).digest('hex')}`;
  const fetch = async (bounds: readonly string[]) => {
    const args = ['fetch', '--quiet', ...bounds, '--no-tags', '--no-write-fetch-head'];
    return await repository.tryRun([...args, REMOTE, `+${ref}:${local}`], { signal });
  };
  let exit = await fetch(parts === 'tip' ? ['--depth=1', '--filter=blob:none'] : ['--no-filter']);
  if (parts === 'tip' && exit.kind === 'exited' && REFUSED_TOGETHER.test(exit.stderr))
    // Then all files of the tip come, and that works everywhere.
    exit = await fetch(['--depth=1', '--no-filter']);
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
