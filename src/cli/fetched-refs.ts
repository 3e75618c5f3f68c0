import path from 'node:path';

import { fromRoot, LOCK_NAME } from '../deliver/branch/branch-paths.ts';
import { findFolders, readHeadCommit } from '../git/find-objects.ts';
import { findUnfetched, type CommitFile, type Unfetched } from '../git/find-unfetched.ts';
import { makeMirror } from '../git/make-mirror.ts';
import { readRefs } from '../git/read-refs.ts';
import { runGit } from '../git/run-git.ts';
import { LEDGER_FILE, LEDGER_REF } from '../ledger/stores/git-store.ts';
import { matchesGlob } from '../shared/glob.ts';
import type { Env } from '../shared/ports.ts';
import type { PlanCommand } from './commands.ts';
import { quoteArgument } from './quote-argument.ts';

/** What the checkout has of the remote, as of the last `git fetch`. */
export interface FetchedRefs {
  /** Full names as they are on the remote, with their commits; only those that a plan can read. */
  readonly refs: ReadonlyMap<string, string>;
  /** The commit that is checked out; undefined if there is none yet. */
  readonly head: string | undefined;
  readonly hasBranch: boolean;
  readonly hasBase: boolean;
  readonly hasLedger: boolean;
  /** What a plan would read of the refs, and a partial clone left out. */
  readonly lacking: readonly LackingFile[];
}

/** A file that a partial clone did not fetch with its ref (its full name on the remote). */
export interface LackingFile extends CommitFile {
  readonly ref: string;
  readonly lacks: Unfetched;
}

/** Reads the branches and the ledger that were fetched from the remote. */
export async function readFetched(
  root: string,
  command: RefChoice,
  ports: { readonly temp: string; readonly env: Env },
  signal: AbortSignal,
): Promise<FetchedRefs> {
  const { remote, branch, baseBranch } = command;
  const prefix = `refs/remotes/${remote}/`;
  const branches = await readRefs(root, prefix);
  const ledger = (await readRefs(root, `${path.posix.dirname(LEDGER_REF)}/`)).get(LEDGER_REF);
  const refs = new Map<string, string>([
    ...[...branches].map(([ref, commit]) => [`refs/heads/${ref.slice(prefix.length)}`, commit] as const),
    ...(ledger === undefined ? [] : [[LEDGER_REF, ledger] as const]),
  ]);
  const unfetched = await findUnfetched(listNeeded(refs, command), { root, ...ports }, signal);
  for (const { ref } of unfetched.keys()) refs.delete(ref);
  return {
    refs,
    head: await readHeadCommit(root),
    hasBranch: refs.has(`refs/heads/${branch}`),
    hasBase: baseBranch !== undefined && refs.has(`refs/heads/${baseBranch}`),
    hasLedger: refs.has(LEDGER_REF),
    lacking: [...unfetched].map(([file, lacks]) => ({ ...file, lacks })),
  };
}

type RefChoice = Pick<PlanCommand, 'remote' | 'branch' | 'baseBranch' | 'branchDirectory' | 'adoptFrom'>;

/** The files that a plan reads, each of its own ref. */
function listNeeded(
  refs: ReadonlyMap<string, string>,
  { branch, baseBranch, branchDirectory, adoptFrom }: RefChoice,
): readonly (CommitFile & { readonly ref: string })[] {
  const lock = fromRoot({ branch, directory: branchDirectory }, LOCK_NAME);
  return [...refs].flatMap(([ref, commit]) => {
    if (ref === LEDGER_REF) return [{ ref, commit, path: LEDGER_FILE }];
    const name = ref.slice('refs/heads/'.length);
    const isRead =
      name === branch || name === baseBranch || adoptFrom.some((glob) => matchesGlob(glob, name));
    return isRead ? [{ ref, commit, path: lock }] : [];
  });
}

/** The command that fetches a branch. */
export function fetchBranch({ remote }: Pick<PlanCommand, 'remote'>, branch: string): string {
  const refs = `+refs/heads/${branch}:refs/remotes/${remote}/${branch}`;
  return `git fetch ${quoteArgument(remote)} ${quoteArgument(refs)}`;
}

/** The command that fetches the ledger. */
export function fetchLedger({ remote }: Pick<PlanCommand, 'remote'>): string {
  return `git fetch ${quoteArgument(remote)} +${LEDGER_REF}:${LEDGER_REF}`;
}

/** A repository in `temp` that a run can read in place of the remote, without any network: the URL without `.git`. */
export async function mirrorFetched(
  root: string,
  temp: string,
  { refs }: Pick<FetchedRefs, 'refs'>,
): Promise<string> {
  const folder = path.join(temp, 'fetched.git');
  await makeMirror(folder, root, refs);
  return new URL(`file://${folder.replace(/\.git$/, '')}`).href;
}

/** The remote's address; undefined if there is no such remote. */
export async function readRemote(
  root: string,
  remote: string,
  env: Env,
  signal: AbortSignal,
): Promise<string | undefined> {
  const { shared } = await findFolders(root);
  const args = ['config', '--file', path.join(shared, 'config'), '--get', `remote.${remote}.url`];
  const own = { PATH: env['PATH'] ?? '', GIT_CONFIG_NOSYSTEM: '1', HOME: shared };
  const exit = await runGit({ args, folder: shared, env: own, signal });
  return exit.kind === 'exited' && exit.code === 0 ? exit.stdout.toString().trim() : undefined;
}

/** The page, e.g. `https://github.com/acme/shop`, behind `https://host/owner/name.git`, `git@host:owner/name.git` and the like; pure. */
export function pageOf(url: string): string | undefined {
  const [, host, name] =
    /^(?:https?|ssh|git):\/\/(?:[^@/]*@)?([^/:]+)(?::\d+)?\/(.+?)(?:\.git)?\/?$/.exec(url) ??
    /^(?:[^@/:]+@)?([^/:]+):([^/].*?)(?:\.git)?\/?$/.exec(url) ??
    [];
  return host === undefined || name === undefined ? undefined : URL.parse(`https://${host}/${name}`)?.href;
}
