import { openRepository } from '../../git/open-repository.ts';
import { checkWritable } from '../../git/push.ts';
import { retryOffline } from '../../git/retry-offline.ts';
import type { GitError, GitRemote } from '../../git/types.ts';
import type { Env } from '../../shared/ports.ts';
import type { Problem } from '../../shared/problem.ts';
import type { Result } from '../../shared/result.ts';
import { describeGitError, type BranchDeed } from './describe-git-error.ts';
import { readTip, refOf } from './read-tip.ts';
import type { BranchPlace, DeliverDeps, OpenedBranch } from './types.ts';

/** The branch to open. */
export interface BranchTarget {
  readonly remote: GitRemote;
  readonly place: BranchPlace;
  /** Absolute path for the private repository, not there yet. It lives until the opened branch's repository is disposed of. */
  readonly folder: string;
}

/**
 * Finds out what stands on the branch, without its pictures; one that is not there yet is an empty one. Two git commands
 * go to the network, one where there is no branch or no lock file. Each problem says what is wrong and what to do; then
 * nothing is left behind.
 */
export async function openBranch(
  { remote, place, folder }: BranchTarget,
  deps: DeliverDeps & { readonly env: Env },
): Promise<Result<OpenedBranch, readonly Problem[]>> {
  const { env, signal } = deps;
  const repository = await openRepository(folder, remote, env, signal);
  if (!repository.ok) return { ok: false, error: [gitProblem(repository.error, 'read', place, remote)] };
  await using made = new AsyncDisposableStack();
  made.use(repository.value);

  const named = await repository.value.run(['check-ref-format', refOf(place)], { signal });
  if (!named.ok && named.error.kind === 'failed') {
    const message = `Input \`branch\` is ${JSON.stringify(place.branch)}, which git takes for no branch's name: choose another, e.g. \`assets\`.`;
    return { ok: false, error: [{ severity: 'error', message }] };
  }
  const tip = await readTip(
    repository.value,
    place,
    signal,
    async (question) => await retryOffline(question, deps),
  );
  if (!tip.ok) {
    const { error } = tip;
    const problems =
      error.kind === 'unfit' ? error.problems : [gitProblem(error.error, 'read', place, remote)];
    return { ok: false, error: problems };
  }
  made.move();
  return { ok: true, value: { repository: repository.value, place, ...tip.value } };
}

/**
 * Asks the server whether it would take a push to the branch, and changes nothing: one git command on the network. What
 * a branch protection would say shows only in a real push. Undefined where all is well.
 */
export async function checkBranchWritable(
  { repository, place }: Pick<OpenedBranch, 'repository' | 'place'>,
  deps: DeliverDeps,
): Promise<Problem | undefined> {
  const writable = await retryOffline(
    async () => await checkWritable(repository, refOf(place), deps.signal),
    deps,
  );
  return writable.ok ? undefined : gitProblem(writable.error, 'written to', place, repository.remote);
}

function gitProblem(error: GitError, deed: BranchDeed, place: BranchPlace, remote: GitRemote): Problem {
  return { severity: 'error', message: describeGitError(error, deed, place, remote) };
}
