import type { Clause } from '../shared/sentence.ts';
import { commitTree } from './commit-tree.ts';
import { listRefs } from './fetch-tip.ts';
import { REMOTE } from './git-settings.ts';
import { isBuiltOn } from './is-built-on.ts';
import { judgeGitExit } from './judge-git-exit.ts';
import { judgePush } from './judge-push.ts';
import type { GitRepository, GitResult, PushAnswer } from './types.ts';

/** A commit for a ref of the remote. Refs are full names, e.g. `refs/heads/assets`. */
export interface PushOrder {
  readonly commit: string;
  readonly ref: string;
  /** The commit that the ref must name; absent: there must be no such ref. */
  readonly tip?: string;
  /** Refs that are removed by the same push: all or nothing. One that does not exist does no harm. */
  readonly remove?: readonly string[];
}

/**
 * Moves a ref of the remote forward from `tip` to `commit`, which must be a descendant of it: no commit is ever lost.
 * `moved` if the ref names another commit by now, or is gone. `refused` with the server's words; `offline` if the
 * answer was lost: then the push may have succeeded, and the ref shows it.
 */
export async function pushCommit(
  repository: GitRepository,
  order: PushOrder,
  signal: AbortSignal,
): Promise<GitResult<PushAnswer>> {
  const { commit, tip } = order;
  if (tip !== undefined) {
    // The lease below says what the ref must name; this check makes sure that nothing of it is lost.
    const built = await isBuiltOn(repository, { older: tip, newer: commit }, signal);
    if (!built.ok) return built;
    if (!built.value) return failed(`the commit ${commit} does not build on ${tip}`);
  }
  return await replaceRef(repository, order, signal);
}

/**
 * Points a ref of the remote to `commit` if it still names `tip`, and drops what it named before: for a ref that holds
 * a value and no history. Two HTTP requests. Its result is that of `pushCommit`.
 */
export async function replaceRef(
  repository: GitRepository,
  order: PushOrder,
  signal: AbortSignal,
): Promise<GitResult<PushAnswer>> {
  const { commit, ref, tip, remove = [] } = order;
  const args = ['push', '--porcelain', '--no-verify', `--force-with-lease=${ref}:${tip ?? ''}`];
  const removals = remove.map((other) => `:${other}`);
  const atomic = removals.length > 0 ? ['--atomic'] : [];
  const exit = await repository.tryRun([...args, ...atomic, REMOTE, `${commit}:${ref}`, ...removals], {
    signal,
  });
  const { stdout, stderr } = exit.kind === 'exited' ? exit : { stdout: '', stderr: '' };
  const verdict = judgePush(ref, stdout.toString(), stderr);
  switch (verdict.kind) {
    case 'pushed':
    case 'moved':
      return { ok: true, value: verdict.kind };
    case 'contested':
      return await readContest(repository, order, signal);
    case 'refused':
      return { ok: false, error: verdict };
    case 'with-another':
      return removals.length > 0
        ? await pushInTwo(repository, order, signal)
        : failed('the server took no part of the push');
    case 'lost': {
      const why = 'the connection ended before the server said what became of the push';
      return { ok: false, error: { kind: 'offline', why } };
    }
    case 'none': {
      if (removals.length > 0 && stderr.includes('does not support --atomic'))
        return await pushInTwo(repository, order, signal);
      const judged = judgeGitExit(exit, signal);
      return judged.ok ? failed('git push succeeded without naming the ref') : judged;
    }
  }
}

/** For a server that does not accept both at once: first the ref, then the removals, whose result does not count. */
async function pushInTwo(
  repository: GitRepository,
  { remove = [], ...order }: PushOrder,
  signal: AbortSignal,
): Promise<GitResult<PushAnswer>> {
  const pushed = await replaceRef(repository, order, signal);
  // A ref that stays is found by `staleStages` a day later.
  if (pushed.ok && pushed.value === 'pushed') await removeRefs(repository, remove, signal);
  return pushed;
}

/** If a connection breaks before the answer, curl itself may send the push again: then the first one was ours. */
async function readContest(
  repository: GitRepository,
  { commit, ref }: PushOrder,
  signal: AbortSignal,
): Promise<GitResult<PushAnswer>> {
  const listed = await repository.run(['ls-remote', REMOTE, ref], { signal });
  if (!listed.ok) return listed;
  return { ok: true, value: listed.value.toString().startsWith(`${commit}\t`) ? 'pushed' : 'moved' };
}

/** Removes refs of the remote, whatever they name; one that does not exist does no harm. */
export async function removeRefs(
  repository: GitRepository,
  refs: readonly string[],
  signal: AbortSignal,
): Promise<GitResult<void>> {
  if (refs.length === 0) return { ok: true, value: undefined };
  // Some servers fail if they are asked to remove what does not exist (go-git answers 500).
  const listed = await listRefs(repository, refs, signal);
  if (!listed.ok) return listed;
  const there = refs.filter((ref) => listed.value.includes(ref));
  if (there.length === 0) return { ok: true, value: undefined };
  const args = ['push', '--porcelain', '--no-verify', REMOTE, ...there.map((ref) => `:${ref}`)];
  const removed = await repository.run(args, { signal });
  return removed.ok ? { ok: true, value: undefined } : removed;
}

/**
 * Asks the server for the right to push to `ref`, and changes nothing: one HTTP request. `denied` if the token has
 * none. What a branch protection or a hook refuses shows only in a real push.
 */
export async function checkWritable(
  repository: GitRepository,
  ref: string,
  signal: AbortSignal,
): Promise<GitResult<void>> {
  const order = { changes: [], message: 'Nothing', author: 'none <none>' };
  const nothing = await commitTree(repository, order, signal);
  if (!nothing.ok) return nothing;
  const args = ['push', '--dry-run', '--porcelain', '--no-verify', REMOTE, `${nothing.value ?? ''}:${ref}`];
  const exit = await repository.tryRun(args, { signal });
  // It does not matter that it is not a fast-forward: the server has let us in.
  if (exit.kind === 'exited' && judgePush(ref, exit.stdout.toString(), exit.stderr).kind !== 'none')
    return { ok: true, value: undefined };
  const judged = judgeGitExit(exit, signal);
  return judged.ok ? failed('git push succeeded without naming the ref') : judged;
}

function failed(why: Clause): GitResult<never> {
  return { ok: false, error: { kind: 'failed', why } };
}
