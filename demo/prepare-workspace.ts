import { execFile } from 'node:child_process';
import { cp } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';

import { actionFolder } from './action-metadata.ts';

/** Our own settings only: hooks, templates or signing of the person who runs this must not take part. */
const settings = {
  GIT_CONFIG_GLOBAL: path.join(actionFolder, 'no-such-file'),
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_AUTHOR_NAME: 'Octo Cat',
  GIT_AUTHOR_EMAIL: 'octocat@example.com',
  GIT_COMMITTER_NAME: 'Octo Cat',
  GIT_COMMITTER_EMAIL: 'octocat@example.com',
};

/**
 * Copies `from` to the new folder `workspace`, has it changed if asked to, and commits it there, as a checkout would leave it.
 * Gives the commit.
 */
export async function prepareWorkspace(
  from: string,
  workspace: string,
  change?: (workspace: string) => Promise<void>,
): Promise<string> {
  await cp(from, workspace, { recursive: true });
  await change?.(workspace);
  await git(workspace, 'init', '--quiet', '--initial-branch=main');
  await git(workspace, 'add', '--all');
  await git(workspace, 'commit', '--quiet', '--message', 'Edits as code');
  return (await git(workspace, 'rev-parse', 'HEAD')).trim();
}

async function git(folder: string, ...args: readonly string[]): Promise<string> {
  const env = { PATH: process.env['PATH'], ...settings };
  const { stdout } = await promisify(execFile)('git', args, { cwd: folder, env });
  return stdout;
}
