import { judgeGitExit } from './judge-git-exit.ts';
import type { GitRepository, GitResult } from './types.ts';

/** Whether `older` is the commit `newer` or one of its ancestors, as far as the private repository knows its history. */
export async function isBuiltOn(
  repository: GitRepository,
  { older, newer }: { readonly older: string; readonly newer: string },
  signal: AbortSignal,
): Promise<GitResult<boolean>> {
  const exit = await repository.tryRun(['merge-base', '--is-ancestor', older, newer], { signal });
  if (exit.kind === 'exited' && exit.code === 1) return { ok: true, value: false };
  const judged = judgeGitExit(exit, signal);
  return judged.ok ? { ok: true, value: true } : judged;
}
