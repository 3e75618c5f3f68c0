import { createHash } from 'node:crypto';

import { REMOTE } from './git-settings.ts';
import { judgeGitEnd } from './judge-git-end.ts';
import type { GitRepository, GitResult } from './types.ts';

/** `tip`: the commit and its trees, without parents and without the bytes of files. `whole`: all of it. */
export type FetchedParts = 'tip' | 'whole';

/**
 * The commit that `ref` (a full name, e.g. `refs/heads/assets`) stands at on the remote; undefined where the remote has no
 * such ref. Three HTTP requests, two where there is none: git 2.39 asks for what the server can do, for the ref and for
 * the objects. Two fetches of `tip` at once into one repository get into each other's way, as git keeps one list of
 * commits without parents; any other two do not.
 */
export async function fetchTip(
  repository: GitRepository,
  ref: string,
  signal: AbortSignal,
  parts: FetchedParts = 'tip',
): Promise<GitResult<string | undefined>> {
  // Kept by name: what is at hand need not be sent again when the ref moves. Hashed, as `a` and `a/b` cannot both be refs.
  const local = `refs/fetched/${createHash('sha256').update(ref).digest('hex')}`;
  const bounds = parts === 'tip' ? ['--depth=1', '--filter=blob:none'] : ['--no-filter'];
  const args = ['fetch', '--quiet', ...bounds, '--no-tags', '--no-write-fetch-head'];
  const end = await repository.tryRun([...args, REMOTE, `+${ref}:${local}`], { signal });
  if (end.kind === 'exited' && end.stderr.includes(`couldn't find remote ref ${ref}`))
    return { ok: true, value: undefined };
  const fetched = judgeGitEnd(end, signal);
  if (!fetched.ok) return fetched;
  const found = await repository.run(['rev-parse', '--verify', '--quiet', `${local}^{commit}`], { signal });
  return found.ok ? { ok: true, value: found.value.toString().trim() } : found;
}
