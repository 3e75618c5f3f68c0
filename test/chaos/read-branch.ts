import { readBlobs, runGit } from '../support/bare-repository.ts';
import { readLock, type Lock } from '../support/branch-stage.ts';

export const BRANCH_REF = 'refs/heads/assets';

/** A branch at one commit, or before it exists. */
export interface BranchState {
  /** Of our folder: empty, or with a slash at its end. */
  readonly prefix: string;
  /** The commit; absent before the first one. */
  readonly tip?: string;
  /** Of the branch's folder that is ours, by the path in it. */
  readonly files: ReadonlyMap<string, Buffer>;
  /** The edits of the lock file at the tip. */
  readonly locked: Lock['edits'];
  /** Request ids of all that was ever delivered: in the lock file of any commit. */
  readonly deliveredIds: ReadonlySet<string>;
}

/** What was read, the newest last: a commit never changes, and each attempt looks at the same ones again. */
const known = new Map<string, Promise<BranchState>>();
const MOST_KNOWN = 64;

/** Whether the pictures of a locked edit are there; those of a take that is not kept are in the history. */
export function isOnBranch({ stored, files }: Lock['edits'][string], there: BranchState['files']): boolean {
  return stored !== undefined || files.every(({ path }) => there.has(path));
}

/** Reads a commit and its history. Throws if something is not whole. */
export async function readBranchAt(
  repository: string,
  directory: string,
  tip: string | undefined,
): Promise<BranchState> {
  const prefix = directory === '' ? '' : `${directory}/`;
  if (tip === undefined) return { prefix, files: new Map(), locked: {}, deliveredIds: new Set() };
  const key = [repository, directory, tip].join('\0');
  const state = known.get(key) ?? readCommit(repository, directory, tip, prefix);
  known.delete(key);
  known.set(key, state);
  const [oldest = key] = known.keys();
  if (known.size > MOST_KNOWN) known.delete(oldest);
  return await state;
}

async function readCommit(
  repository: string,
  directory: string,
  tip: string,
  prefix: string,
): Promise<BranchState> {
  const lockFile = `${prefix}edits.lock.json`;
  const git = async (...args: readonly string[]): Promise<string> =>
    (await runGit(repository, args)).toString();
  const commits = (await git('rev-list', tip)).split('\n').filter((line) => line !== '');
  const listed = await git('ls-tree', '-r', '-z', '--name-only', tip, '--', directory || '.');
  const names = listed.split('\0').filter((name) => name !== '');
  const objects = await readBlobs(repository, [
    ...names.map((name) => `${tip}:${name}`),
    ...commits.map((commit) => `${commit}:${lockFile}`),
  ]);
  const locks = commits.map((commit) => parseLock(objects.get(`${commit}:${lockFile}`)));
  const contentOf = (name: string): Buffer => objects.get(`${tip}:${name}`) ?? Buffer.alloc(0);
  return {
    prefix,
    tip,
    files: new Map(names.map((name) => [name.slice(prefix.length), contentOf(name)])),
    locked: locks[0] ?? {},
    deliveredIds: new Set(locks.flatMap((edits) => Object.values(edits).map((edit) => edit.request_id))),
  };
}

function parseLock(content: Buffer | undefined): Lock['edits'] {
  const name = 'edits.lock.json';
  return content === undefined ? {} : readLock(new Map([[name, content]]), name).edits;
}
