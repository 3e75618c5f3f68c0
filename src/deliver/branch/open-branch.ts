import { checkTree } from '../../git/commit-tree.ts';
import { listRefs } from '../../git/fetch-tip.ts';
import { openRepository } from '../../git/open-repository.ts';
import { checkWritable } from '../../git/push.ts';
import { retryOffline } from '../../git/retry-offline.ts';
import type { GitError, GitRemote, GitRepository } from '../../git/types.ts';
import type { Env } from '../../shared/ports.ts';
import type { Problem } from '../../shared/problem.ts';
import type { Result } from '../../shared/result.ts';
import { toSentence } from '../../shared/sentence.ts';
import { foldersOf, quotePath } from './branch-paths.ts';
import { checkAttributes, type WritingEdit } from './check-attributes.ts';
import { describeGitError, type BranchDeed } from './describe-git-error.ts';
import { readJoinedTip } from './read-joined-tip.ts';
import { refOf, type Asker } from './read-tip.ts';
import { filesOf } from './tip-facts.ts';
import type { BranchPlace, DeliverDeps, OpenedBranch } from './types.ts';

/** The branch to open. */
export interface AssetsBranch {
  readonly remote: GitRemote;
  readonly place: BranchPlace;
  /**
   * Absolute path for the private repository, which does not exist yet. It exists until the opened branch's repository
   * is disposed of.
   */
  readonly folder: string;
}

/**
 * Reads the branch, without its pictures; a branch that does not exist yet is an empty one. Two git commands go to the
 * network, one if there is no lock file. Each problem says what is wrong and what to do; then nothing is left behind.
 */
export async function openBranch(
  { remote, place, folder }: AssetsBranch,
  deps: DeliverDeps & { readonly env: Env },
): Promise<Result<OpenedBranch, readonly Problem[]>> {
  const { env, signal } = deps;
  const repository = await openRepository(folder, remote, env, signal);
  if (!repository.ok) return { ok: false, error: [gitProblem(repository.error, 'read', place, remote)] };
  await using made = new AsyncDisposableStack();
  made.use(repository.value);

  const named = await repository.value.run(['check-ref-format', refOf(place)], { signal });
  if (!named.ok && named.error.kind === 'failed') {
    const message = `Input \`branch\` is ${JSON.stringify(place.branch)}, which is not a branch name that git accepts: choose another, for example \`assets\`.`;
    return { ok: false, error: [{ severity: 'error', message }] };
  }
  const ask: Asker = async (question) => await retryOffline(question, deps);
  const tip = await readJoinedTip(repository.value, place, signal, ask);
  if (!tip.ok) {
    const { error } = tip;
    const problems =
      error.kind === 'unfit' ? error.problems : [gitProblem(error.error, 'read', place, remote)];
    return { ok: false, error: problems };
  }
  if (tip.value.tip === undefined) {
    const clash = await findNameClash(repository.value, place, signal, ask);
    if (clash !== undefined) return { ok: false, error: [clash] };
  }
  made.move();
  return { ok: true, value: { repository: repository.value, place, ...tip.value } };
}

/**
 * A branch that makes it impossible to create one of this name: git keeps branches as files in folders. One git
 * command.
 */
async function findNameClash(
  repository: GitRepository,
  place: BranchPlace,
  signal: AbortSignal,
  ask: Asker,
): Promise<Problem | undefined> {
  const own = refOf(place);
  const above = foldersOf(place.branch).map((branch) => refOf({ ...place, branch }));
  const listed = await ask(async () => await listRefs(repository, [...above, `${own}/*`], signal));
  if (!listed.ok) return gitProblem(listed.error, 'read', place, repository.remote);
  const clash = listed.value.find((ref) => above.includes(ref) || ref.startsWith(`${own}/`));
  if (clash === undefined) return undefined;
  const other = quotePath(clash.slice('refs/heads/'.length));
  const message = `Branch ${quotePath(place.branch)} cannot be created, because there is a branch ${other}, and git cannot keep both: choose another \`branch\`.`;
  return { severity: 'error', message };
}

/**
 * Checks whether pictures of these edits could be committed and pushed, and changes nothing: one git command on the
 * network, or two if there are `.gitattributes` files. What a branch protection refuses shows only in a real push.
 */
export async function checkBranchWritable(
  edits: readonly WritingEdit[],
  opened: OpenedBranch,
  deps: DeliverDeps,
): Promise<readonly Problem[]> {
  const { repository, place } = opened;
  const { signal } = deps;
  const files = filesOf(opened);
  if (files !== undefined) {
    const built = await checkTree(repository, files, signal);
    if (!built.ok) {
      const message = `${toSentence(`git cannot build upon branch ${quotePath(place.branch)}: ${built.error.why}`)} Remove that file from the branch, or use another \`branch\`.`;
      return [{ severity: 'error', message }];
    }
  }
  const attributes = await retryOffline(async () => await checkAttributes(edits, opened, signal), deps);
  if (!attributes.ok) return [gitProblem(attributes.error, 'read', place, repository.remote)];
  if (attributes.value.length > 0) return attributes.value;
  const writable = await retryOffline(
    async () => await checkWritable(repository, refOf(place), signal),
    deps,
  );
  return writable.ok ? [] : [gitProblem(writable.error, 'written to', place, repository.remote)];
}

function gitProblem(error: GitError, deed: BranchDeed, place: BranchPlace, remote: GitRemote): Problem {
  return { severity: 'error', message: describeGitError(error, deed, place, remote) };
}
