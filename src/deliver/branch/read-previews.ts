import { listFiles } from '../../git/list-files.ts';
import { fetchHeads, listBranches, type BranchHead } from '../../git/read-branches.ts';
import { fetchBlobs } from '../../git/read-blobs.ts';
import { findInTree, readObjects } from '../../git/read-objects.ts';
import { retryOffline } from '../../git/retry-offline.ts';
import type { GitRepository, GitResult } from '../../git/types.ts';
import { parseLock } from '../../lock/parse-lock.ts';
import type { LockFile } from '../../lock/types.ts';
import { toPlainLine } from '../../shared/plain-text.ts';
import { fromRoot, LOCK_NAME } from './branch-paths.ts';
import { pathsBelow } from './read-tip.ts';
import type { DeliverDeps, OpenedBranch } from './types.ts';

/** A branch with a lock file. */
export interface PreviewBranch extends BranchHead {
  readonly lock: LockFile;
}

/** The branches that match, as far as they can be read. */
export interface ReadPreviews {
  readonly previews: readonly PreviewBranch[];
  readonly unreadable: readonly Unreadable[];
  readonly unseen: readonly UnseenBranch[];
}

/** A branch that matches and offers nothing: it was deleted while it was read, or its branch directory has no lock file. */
export interface UnseenBranch {
  readonly branch: string;
  readonly kind: 'deleted' | 'no-lock';
}

/** A branch whose lock file is damaged, or was written by a newer version of the action. */
export interface Unreadable {
  readonly branch: string;
  /** Sentences: what is wrong and what to do. */
  readonly why: string;
}

/** Which branches are read. */
export interface PreviewQuery {
  readonly repository: GitRepository;
  readonly isPreview: (branch: string) => boolean;
  /** The branch directory, which is the same on all branches. */
  readonly directory: string;
}

/** A branch may be deleted between two questions. */
const MOST_TRIES = 3;
/** Lock files in memory as text at one time. */
const LOCKS_AT_ONCE = 32;

/**
 * Reads the lock files of all branches that match, without pictures: three git commands that use the network, however many
 * branches there are.
 */
export async function readPreviews(
  { repository, isPreview, directory }: PreviewQuery,
  deps: DeliverDeps,
): Promise<GitResult<ReadPreviews>> {
  const { signal } = deps;
  const matching = await fetchMatching(repository, isPreview, deps);
  if (!matching.ok) return matching;
  const { heads, deleted } = matching.value;
  const locks = await findLocks(repository, heads, directory, signal);
  if (!locks.ok) return locks;
  const without = heads.filter((_, index) => locks.value[index] === undefined);
  const there = heads.flatMap((head, index) => {
    const blob = locks.value[index];
    return blob === undefined ? [] : [{ head, blob }];
  });
  const fetched = await retryOffline(
    async () =>
      await fetchBlobs(
        repository,
        there.map(({ blob }) => blob),
        signal,
      ),
    deps,
  );
  if (!fetched.ok) return fetched;
  const previews: PreviewBranch[] = [];
  const unreadable: Unreadable[] = [];
  for (let from = 0; from < there.length; from += LOCKS_AT_ONCE) {
    const some = there.slice(from, from + LOCKS_AT_ONCE);
    const read = await readObjects(
      repository,
      some.map(({ blob }) => blob),
      signal,
    );
    if (!read.ok) return read;
    for (const [index, { head }] of some.entries()) {
      const text = read.value[index]?.bytes.toString() ?? '';
      const lock = parseLock(text, `${head.branch}:${fromRoot({ ...head, directory }, LOCK_NAME)}`);
      if (lock.ok) previews.push({ ...head, lock: lock.value });
      else unreadable.push({ branch: head.branch, why: toPlainLine(lock.error[0]?.message ?? '') });
    }
  }
  const unseen = [
    ...deleted.map((branch) => ({ branch, kind: 'deleted' as const })),
    ...without.map(({ branch }) => ({ branch, kind: 'no-lock' as const })),
  ];
  return { ok: true, value: { previews, unreadable, unseen } };
}

/** A preview branch with its list of files. Nothing goes over the network. */
export async function openPreview(
  repository: GitRepository,
  { branch, commit, lock }: PreviewBranch,
  directory: string,
  signal: AbortSignal,
): Promise<GitResult<OpenedBranch>> {
  const files = await listFiles(repository, commit, signal);
  if (!files.ok) return files;
  const tree = new Map(files.value.map((file) => [file.path, file]));
  const place = { branch, directory };
  const recorded = { lock, paths: pathsBelow(tree, place) };
  return { ok: true, value: { repository, place, tip: commit, tree, recorded } };
}

/** The branches that match, and the names of those that were deleted since they were listed first. */
async function fetchMatching(
  repository: GitRepository,
  isPreview: (branch: string) => boolean,
  deps: DeliverDeps,
): Promise<GitResult<{ readonly heads: readonly BranchHead[]; readonly deleted: readonly string[] }>> {
  const known = new Set<string>();
  for (let tries = 1; ; tries += 1) {
    const listed = await retryOffline(async () => await listBranches(repository, deps.signal), deps);
    if (!listed.ok) return listed;
    const names = listed.value.map(({ branch }) => branch).filter(isPreview);
    for (const name of names) known.add(name);
    const heads = await retryOffline(async () => await fetchHeads(repository, names, deps.signal), deps);
    if (!heads.ok) return heads;
    if (heads.value !== undefined) {
      const deleted = [...known].filter((name) => !names.includes(name));
      return { ok: true, value: { heads: heads.value, deleted } };
    }
    if (tries >= MOST_TRIES)
      return { ok: false, error: { kind: 'failed', why: 'branches were deleted while they were read' } };
  }
}

/** The object name of each branch's lock file; undefined if it has none. One git process for each level of folders. */
async function findLocks(
  repository: GitRepository,
  heads: readonly BranchHead[],
  directory: string,
  signal: AbortSignal,
): Promise<GitResult<readonly (string | undefined)[]>> {
  const folders = directory === '' ? [] : directory.split('/');
  let at: readonly (string | undefined)[] = heads.map(({ commit }) => `${commit}^{tree}`);
  for (const name of [...folders, LOCK_NAME]) {
    const known = at.filter((each) => each !== undefined);
    const read = await readObjects(repository, known, signal);
    if (!read.ok) return read;
    let next = 0;
    at = at.map((each) => {
      const tree = each === undefined ? undefined : read.value[next++];
      return tree?.type === 'tree'
        ? findInTree(tree, name, name === LOCK_NAME ? 'file' : 'folder')
        : undefined;
    });
  }
  return { ok: true, value: at };
}
