import { REMOTE } from './git-settings.ts';
import { judgeGitExit } from './judge-git-exit.ts';
import type { GitRepository, GitResult } from './types.ts';

/**
 * Fetches a commit by its name, without trees and files, for one whose files are here already. No ref of the remote needs
 * to name it: with version 2 of git's protocol, a client may want any object. False if the remote does not have it.
 */
export async function fetchCommit(
  repository: GitRepository,
  commit: string,
  signal: AbortSignal,
): Promise<GitResult<boolean>> {
  const args = ['fetch', '--quiet', '--filter=tree:0', '--no-tags', '--no-write-fetch-head', REMOTE, commit];
  const exit = await repository.tryRun(args, { signal });
  if (exit.kind === 'exited' && exit.stderr.includes(`not our ref ${commit}`))
    return { ok: true, value: false };
  const fetched = judgeGitExit(exit, signal);
  return fetched.ok ? { ok: true, value: true } : fetched;
}
