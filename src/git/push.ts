import { commitTree } from './commit-tree.ts';
import { REMOTE } from './git-settings.ts';
import { judgeGitEnd } from './judge-git-end.ts';
import { judgePush } from './judge-push.ts';
import type { GitRepository, GitResult, PushEnd } from './types.ts';

/** A commit for a ref of the remote. Refs are full names, e.g. `refs/heads/assets`. */
export interface PushOrder {
  readonly commit: string;
  readonly ref: string;
  /** Where the ref must stand; absent: there must be no such ref. */
  readonly tip?: string;
  /** Refs that go in the same push: all or nothing. One that is not there does no harm. */
  readonly remove?: readonly string[];
}

/**
 * Moves a ref of the remote forward from `tip` to `commit`, which must be a descendant of it: nothing is ever thrown
 * away. `moved` where the ref stands elsewhere by now, also where it is gone. `refused` with the server's words;
 * `offline` where the answer was lost: then the push may have been done, and the ref tells.
 */
export async function pushCommit(
  repository: GitRepository,
  order: PushOrder,
  signal: AbortSignal,
): Promise<GitResult<PushEnd>> {
  const { commit, tip } = order;
  if (tip !== undefined) {
    // The lease below says where the ref must be; that nothing of it is lost is seen here.
    const built = await repository.tryRun(['merge-base', '--is-ancestor', tip, commit], { signal });
    if (built.kind === 'exited' && built.code === 1)
      return failed(`the commit ${commit} does not build on ${tip}`);
    const ancestry = judgeGitEnd(built, signal);
    if (!ancestry.ok) return ancestry;
  }
  return await replaceRef(repository, order, signal);
}

/**
 * Puts a ref of the remote to `commit` if it still stands at `tip`, and lets go of what stood there: for a ref that holds
 * a value and no history. Two HTTP requests. Ends as `pushCommit` does.
 */
export async function replaceRef(
  repository: GitRepository,
  order: PushOrder,
  signal: AbortSignal,
): Promise<GitResult<PushEnd>> {
  const { commit, ref, tip, remove = [] } = order;
  const args = ['push', '--porcelain', '--no-verify', `--force-with-lease=${ref}:${tip ?? ''}`];
  const removals = remove.map((other) => `:${other}`);
  const atomic = removals.length > 0 ? ['--atomic'] : [];
  const end = await repository.tryRun([...args, ...atomic, REMOTE, `${commit}:${ref}`, ...removals], {
    signal,
  });
  const { stdout, stderr } = end.kind === 'exited' ? end : { stdout: '', stderr: '' };
  const verdict = judgePush(ref, stdout.toString(), stderr);
  const alone = { commit, ref, ...(tip !== undefined && { tip }) };
  switch (verdict.kind) {
    case 'pushed':
    case 'moved':
      return { ok: true, value: verdict.kind };
    case 'contested':
      return await judgeContest(repository, order, signal);
    case 'refused':
      return { ok: false, error: verdict };
    case 'with-another':
      // Refs that stay are found by `staleStages` a day later.
      if (removals.length > 0) return await replaceRef(repository, alone, signal);
      return failed('the server took no part of the push');
    case 'lost': {
      const message = 'the connection ended before the server said what became of the push';
      return { ok: false, error: { kind: 'offline', message } };
    }
    case 'none': {
      if (removals.length > 0 && stderr.includes('does not support --atomic'))
        return await replaceRef(repository, alone, signal);
      const judged = judgeGitEnd(end, signal);
      return judged.ok ? failed('git push ended well, but did not tell of the ref') : judged;
    }
  }
}

/** A push over a connection that breaks before the answer may be sent again by curl itself: then we were first. */
async function judgeContest(
  repository: GitRepository,
  { commit, ref }: PushOrder,
  signal: AbortSignal,
): Promise<GitResult<PushEnd>> {
  const listed = await repository.run(['ls-remote', REMOTE, ref], { signal });
  if (!listed.ok) return listed;
  return { ok: true, value: listed.value.toString().startsWith(`${commit}\t`) ? 'pushed' : 'moved' };
}

/** Removes refs of the remote, wherever they stand; one that is not there does no harm. */
export async function removeRefs(
  repository: GitRepository,
  refs: readonly string[],
  signal: AbortSignal,
): Promise<GitResult<void>> {
  if (refs.length === 0) return { ok: true, value: undefined };
  const args = ['push', '--porcelain', '--no-verify', REMOTE, ...refs.map((ref) => `:${ref}`)];
  const removed = await repository.run(args, { signal });
  return removed.ok ? { ok: true, value: undefined } : removed;
}

/**
 * Asks the server for the right to push to `ref`, and changes nothing: one HTTP request. `denied` where there is none.
 * What a branch protection or a hook would say shows only in a real push.
 */
export async function checkWritable(
  repository: GitRepository,
  ref: string,
  signal: AbortSignal,
): Promise<GitResult<void>> {
  const order = { changes: [], message: 'Nothing', author: 'nobody <nobody>' };
  const nothing = await commitTree(repository, order, signal);
  if (!nothing.ok) return nothing;
  const args = ['push', '--dry-run', '--porcelain', '--no-verify', REMOTE, `${nothing.value ?? ''}:${ref}`];
  const end = await repository.tryRun(args, { signal });
  // That it would not be a fast-forward was not the question: the server has let us in.
  if (end.kind === 'exited' && judgePush(ref, end.stdout.toString(), end.stderr).kind !== 'none')
    return { ok: true, value: undefined };
  const judged = judgeGitEnd(end, signal);
  return judged.ok ? failed('git push ended well, but did not tell of the ref') : judged;
}

function failed(message: string): GitResult<never> {
  return { ok: false, error: { kind: 'failed', message } };
}
