import { execFile } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';

/** A branch of a bare repository, as a person would look at it. */
export interface BranchRecord {
  readonly commit: string;
  /** The newest first, one line each. */
  readonly log: readonly string[];
  /** Paths with their sizes, one line each. */
  readonly tree: readonly string[];
}

/** Reads a branch; undefined if there is none. */
export async function readBranch(repository: string, branch: string): Promise<BranchRecord | undefined> {
  const git = async (...args: readonly string[]): Promise<string> => await runGit(repository, args);
  const commit = await git('for-each-ref', '--format=%(objectname)', `refs/heads/${branch}`);
  if (commit === '') return undefined;
  const log = await git('log', '--format=%h %an: %s', branch, '--');
  const tree = await git('ls-tree', '-r', '-l', '-z', branch);
  return {
    commit: commit.trim(),
    log: log.trimEnd().split('\n'),
    // Mode, type and object name say nothing to a person.
    tree: tree
      .split('\0')
      .slice(0, -1)
      .map((line) => line.replace(/^\S+ \S+ \S+ /, '').replace('\t', '  ')),
  };
}

/** Writes the files of a branch to a folder, byte for byte. */
export async function exportBranch(repository: string, branch: string, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const index = path.join(repository, 'index-of-export');
  await runGit(repository, [`--work-tree=${folder}`, 'checkout', '--force', branch, '--', '.'], {
    GIT_INDEX_FILE: index,
  });
}

async function runGit(
  repository: string,
  args: readonly string[],
  variables: Readonly<Record<string, string>> = {},
): Promise<string> {
  const env = {
    PATH: process.env['PATH'],
    // The settings of who runs this must not change a byte.
    GIT_CONFIG_GLOBAL: path.join(repository, 'no-such-file'),
    GIT_CONFIG_NOSYSTEM: '1',
    ...variables,
  };
  const { stdout } = await promisify(execFile)('git', [`--git-dir=${repository}`, ...args], { env });
  return stdout;
}
