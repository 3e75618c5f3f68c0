import { FETCHED, fetchShallow, nameFetched } from './fetch-shallow.ts';
import { REMOTE } from './git-settings.ts';
import { judgeGitExit } from './judge-git-exit.ts';
import type { GitRepository, GitResult } from './types.ts';

/** A branch of the remote: its short name and its newest commit. */
export interface BranchHead {
  readonly branch: string;
  readonly commit: string;
}

const HEADS = 'refs/heads/';

/** The branches of the remote: one HTTP request or two, however many there are. */
export async function listBranches(
  repository: GitRepository,
  signal: AbortSignal,
): Promise<GitResult<readonly BranchHead[]>> {
  const listed = await repository.run(['ls-remote', '--heads', REMOTE], { signal });
  if (!listed.ok) return listed;
  const heads = listed.value
    .toString()
    .split('\n')
    .flatMap((line): readonly BranchHead[] => {
      const [commit = '', ref = ''] = line.split('\t');
      return ref.startsWith(HEADS) ? [{ branch: ref.slice(HEADS.length), commit }] : [];
    });
  return { ok: true, value: heads };
}

/**
 * Fetches the newest commits of these branches with their trees, without parents and without the bytes of files: one git
 * command for all of them, in their order. Undefined if one of them is gone by now: then they must be listed again. Like
 * `fetchTip`, it must not run beside another fetch into the same repository.
 */
export async function fetchHeads(
  repository: GitRepository,
  branches: readonly string[],
  signal: AbortSignal,
): Promise<GitResult<readonly BranchHead[] | undefined>> {
  if (branches.length === 0) return { ok: true, value: [] };
  const locals = new Map(branches.map((branch) => [nameFetched(`${HEADS}${branch}`), branch]));
  const input = [...locals].map(([local, branch]) => `+${HEADS}${branch}:${local}\n`).join('');
  const exit = await fetchShallow(async (bounds) => {
    const args = ['fetch', '--quiet', ...bounds, '--no-tags', '--no-write-fetch-head', '--stdin', REMOTE];
    return await repository.tryRun(args, { signal, input });
  });
  if (exit.kind === 'exited' && exit.stderr.includes("couldn't find remote ref"))
    return { ok: true, value: undefined };
  const fetched = judgeGitExit(exit, signal);
  if (!fetched.ok) return fetched;
  const listed = await repository.run(['for-each-ref', '--format=%(objectname) %(refname)', FETCHED], {
    signal,
  });
  if (!listed.ok) return listed;
  const commits = new Map(
    listed.value
      .toString()
      .split('\n')
      .map((line) => line.split(' '))
      .map(([commit = '', local = '']) => [local, commit]),
  );
  const heads = [...locals].flatMap(([local, branch]): readonly BranchHead[] => {
    const commit = commits.get(local);
    return commit === undefined ? [] : [{ branch, commit }];
  });
  return { ok: true, value: heads };
}

/**
 * Removes a branch of the remote if it still names `commit`. `moved` if it names another commit by now, or is gone already.
 */
export async function removeBranch(
  repository: GitRepository,
  { branch, commit }: BranchHead,
  signal: AbortSignal,
): Promise<GitResult<'removed' | 'moved'>> {
  const ref = `${HEADS}${branch}`;
  const args = [
    'push',
    '--porcelain',
    '--no-verify',
    `--force-with-lease=${ref}:${commit}`,
    REMOTE,
    `:${ref}`,
  ];
  const exit = await repository.tryRun(args, { signal });
  const judged = judgeGitExit(exit, signal);
  if (judged.ok) return { ok: true, value: 'removed' };
  const now = await listBranches(repository, signal);
  if (!now.ok) return judged;
  const isSame = now.value.some((head) => head.branch === branch && head.commit === commit);
  return isSame ? judged : { ok: true, value: 'moved' };
}
