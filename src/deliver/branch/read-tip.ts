import { fetchTip } from '../../git/fetch-tip.ts';
import { listFiles } from '../../git/list-files.ts';
import { readBlob } from '../../git/read-blobs.ts';
import type { GitError, GitRepository, GitResult, TreeFile } from '../../git/types.ts';
import { parseLock } from '../../lock/parse-lock.ts';
import type { LockFile } from '../../lock/types.ts';
import type { Problem } from '../../shared/problem.ts';
import type { Result } from '../../shared/result.ts';
import { foldersOf, fromRoot, isPlainFile, LOCK_NAME, quotePath } from './branch-paths.ts';
import type { BranchPlace, BranchTip } from './types.ts';

/** Why the branch's state is not known. */
export type TipError =
  | { readonly kind: 'git'; readonly error: GitError }
  /** It was read, and nothing can be built on it. */
  | { readonly kind: 'unfit'; readonly problems: readonly Problem[] };

/** How the server is asked, for example again if no answer comes. */
export type Asker = <T>(question: () => Promise<GitResult<T>>) => Promise<GitResult<T>>;

/** The full name of the branch. */
export function refOf({ branch }: BranchPlace): string {
  return `refs/heads/${branch}`;
}

/** Fetches the branch's tip with its list of files and its lock file: at most two git commands that use the network. */
export async function readTip(
  repository: GitRepository,
  place: BranchPlace,
  signal: AbortSignal,
  ask: Asker = async (question) => await question(),
): Promise<Result<BranchTip, TipError>> {
  const tip = await ask(async () => await fetchTip(repository, refOf(place), signal));
  if (!tip.ok) return gitError(tip.error);
  if (tip.value === undefined) {
    const lock = { edits: new Map(), pages: [] };
    return { ok: true, value: { tree: new Map(), recorded: { lock, paths: new Set() } } };
  }
  return await readCommitTip(repository, tip.value, place, signal, ask);
}

/** Reads a commit as `readTip` does; its list of files is fetched if it is not here. */
export async function readCommitTip(
  repository: GitRepository,
  commit: string,
  place: BranchPlace,
  signal: AbortSignal,
  ask: Asker,
): Promise<Result<BranchTip & { readonly tip: string }, TipError>> {
  const files = await ask(async () => await listFiles(repository, commit, signal));
  if (!files.ok) return gitError(files.error);
  const tree = new Map(files.value.map((file) => [file.path, file]));
  const unfit = checkOwnPaths(tree, place);
  if (unfit !== undefined) return { ok: false, error: { kind: 'unfit', problems: [unfit] } };
  const lock = await readLock(repository, tree, place, signal, ask);
  if (!lock.ok) return lock;
  const paths = pathsBelow(tree, place);
  return { ok: true, value: { tip: commit, tree, recorded: { lock: lock.value, paths } } };
}

/** The lock file must be a file, and what leads to it must be folders: nothing can be read or written through a link. */
function checkOwnPaths(tree: ReadonlyMap<string, TreeFile>, place: BranchPlace): Problem | undefined {
  const file = fromRoot(place, LOCK_NAME);
  const inTheWay = foldersOf(file).find((folder) => tree.has(folder));
  const at = ` on branch ${quotePath(place.branch)}`;
  if (inTheWay !== undefined) {
    const message = `${quotePath(inTheWay)}${at} is a file, a link or a submodule, but \`branch-directory\` needs a folder of that name: use another \`branch-directory\`, or remove the file.`;
    return { severity: 'error', message };
  }
  const lock = tree.get(file);
  if (lock === undefined || isPlainFile(lock)) return undefined;
  const message = `${quotePath(file)}${at} is a link or a submodule, but must be a file: restore it from the branch's history, or use another \`branch-directory\`.`;
  return { severity: 'error', message };
}

async function readLock(
  repository: GitRepository,
  tree: ReadonlyMap<string, TreeFile>,
  place: BranchPlace,
  signal: AbortSignal,
  ask: Asker,
): Promise<Result<LockFile, TipError>> {
  const path = fromRoot(place, LOCK_NAME);
  const file = tree.get(path);
  if (file === undefined) return { ok: true, value: { edits: new Map(), pages: [] } };
  const bytes = await ask(async () => await readBlob(repository, file.blob, signal));
  if (!bytes.ok) return gitError(bytes.error);
  const lock = parseLock(bytes.value.toString(), `${place.branch}:${path}`);
  return lock.ok ? lock : { ok: false, error: { kind: 'unfit', problems: lock.error } };
}

/** The plain files below the branch directory, relative to it. */
export function pathsBelow(tree: ReadonlyMap<string, TreeFile>, place: BranchPlace): ReadonlySet<string> {
  const folder = fromRoot(place, '');
  const below = [...tree.values()].filter((file) => file.path.startsWith(folder) && isPlainFile(file));
  return new Set(below.map(({ path }) => path.slice(folder.length)));
}

function gitError(error: GitError): { readonly ok: false; readonly error: TipError } {
  return { ok: false, error: { kind: 'git', error } };
}
