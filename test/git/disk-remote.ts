import { execFile } from 'node:child_process';
import { appendFile, chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

import { openRepository } from '../../src/git/open-repository.ts';
import type { GitRemote, GitRepository, GitResult } from '../../src/git/types.ts';
import type { Env } from '../../src/shared/ports.ts';

const run = promisify(execFile);

/** Git as somebody else would run it: with no configuration of the machine. */
export async function git(folder: string, ...args: readonly string[]): Promise<string> {
  const person = {
    GIT_AUTHOR_NAME: 'A',
    GIT_AUTHOR_EMAIL: 'a@b.c',
    GIT_COMMITTER_NAME: 'A',
    GIT_COMMITTER_EMAIL: 'a@b.c',
  };
  const env = { PATH: process.env['PATH'], HOME: '/nowhere', GIT_CONFIG_NOSYSTEM: '1', ...person };
  const { stdout } = await run('git', args, { cwd: folder, env, maxBuffer: 64 * 1024 * 1024 });
  return stdout;
}

/** The value of a result that must be good. */
export function good<T>(result: GitResult<T>): T {
  if (!result.ok) throw new Error(`${result.error.kind}: ${result.error.why}`);
  return result.value;
}

/** A bare repository in a folder of this test, to be worked on as a remote. */
export interface DiskRemote extends AsyncDisposable {
  /** Temporary folder with everything in it. */
  readonly root: string;
  /** The bare repository, `acme/shop.git` under `root`. */
  readonly bare: string;
  readonly url: string;
  /** Commits files onto a branch as somebody else: gives the commit. A path that ends in `*` is executable. */
  commit(branch: string, files: Readonly<Record<string, string | Uint8Array | undefined>>): Promise<string>;
  /** Opens a private repository on it, or on `remote`. */
  open(remote?: GitRemote, env?: Env): Promise<GitResult<GitRepository>>;
  /** Writes a script that the bare repository runs, e.g. `pre-receive`. */
  hook(name: string, script: string): Promise<void>;
}

const SETTINGS = `
[uploadpack]
	allowFilter = true
	allowAnySHA1InWant = true
[http]
	receivepack = true
`;

export async function createDiskRemote(): Promise<DiskRemote> {
  const root = await mkdtemp(path.join(tmpdir(), 'git-'));
  const bare = path.join(root, 'acme', 'shop.git');
  const work = path.join(root, 'somebody');
  await mkdir(bare, { recursive: true });
  await git(bare, 'init', '-q', '--bare', '--initial-branch=main');
  await appendFile(path.join(bare, 'config'), SETTINGS);
  await git(root, 'init', '-q', '--initial-branch=main', work);
  let opened = 0;
  const url = `file://${bare}`;
  return {
    root,
    bare,
    url,
    commit: async (branch, files) => {
      const there = await git(bare, 'for-each-ref', `refs/heads/${branch}`);
      if (there === '') await git(work, 'checkout', '-q', '--orphan', branch);
      else {
        await git(work, 'fetch', '-q', bare, branch);
        await git(work, 'checkout', '-q', '-B', branch, 'FETCH_HEAD');
      }
      for (const [name, content] of Object.entries(files)) {
        const file = path.join(work, name.replace(/\*$/, ''));
        await rm(file, { recursive: true, force: true, maxRetries: 5 });
        if (content === undefined) continue;
        await mkdir(path.dirname(file), { recursive: true });
        await writeFile(file, content);
        if (name.endsWith('*')) await chmod(file, 0o755);
      }
      await git(work, 'add', '-A');
      await git(work, 'commit', '-q', '--allow-empty', '-m', 'By somebody else');
      await git(work, 'push', '-q', bare, `HEAD:refs/heads/${branch}`);
      return (await git(work, 'rev-parse', 'HEAD')).trim();
    },
    open: async (remote = { url, token: '' }, env = { PATH: process.env['PATH'] }) => {
      opened += 1;
      const folder = path.join(root, `private-${opened}`);
      return await openRepository(folder, remote, env, new AbortController().signal);
    },
    hook: async (name, script) => {
      const file = path.join(bare, 'hooks', name);
      await writeFile(file, `#!/bin/sh\n${script}\n`);
      await chmod(file, 0o755);
    },
    [Symbol.asyncDispose]: async () => {
      await rm(root, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
