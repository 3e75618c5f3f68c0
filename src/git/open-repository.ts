import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';

import { describeError } from '../shared/describe-error.ts';
import type { Env } from '../shared/ports.ts';
import { gitEnvironment } from './git-environment.ts';
import type { GitSetting } from './git-settings.ts';
import { judgeGitVersion } from './git-version.ts';
import { judgeGitEnd } from './judge-git-end.ts';
import { LIST_MACHINE_SETTINGS, machineEnvironment, parseMachineSettings } from './machine-settings.ts';
import { redactToken } from './redact-token.ts';
import { runGit } from './run-git.ts';
import type { GitRemote, GitRepository, GitResult } from './types.ts';

/**
 * Makes a private bare repository at `folder` (absolute, not there yet; the folders above it are made too) that works on
 * `remote`: an `http:`, `https:` or `file:` URL. Nothing is asked of the remote yet. Disposing of it removes the folder.
 * `git-missing` where git is absent or older than 2.31.
 */
export async function openRepository(
  folder: string,
  remote: GitRemote,
  env: Env,
  signal: AbortSignal,
): Promise<GitResult<GitRepository>> {
  if (!/^(?:https?|file):$/.test(URL.parse(remote.url)?.protocol ?? ''))
    return failed(`${remote.url} is not the https, http or file address of a repository`);
  try {
    await mkdir(path.dirname(folder), { recursive: true });
    // Only a folder that is new may be removed at the end.
    await mkdir(folder, { mode: 0o700 });
  } catch (error) {
    return failed(`no folder for a git repository can be made: ${describeError(error)}`);
  }
  await using made = new AsyncDisposableStack();
  made.defer(async () => {
    await removeFolder(folder);
  });
  const machine = await prepare(folder, machineEnvironment(env, folder), signal);
  if (!machine.ok) return machine;
  const variables = gitEnvironment(env, remote, { folder, machine: machine.value });
  const tryRun: GitRepository['tryRun'] = async (args, { indexFile, ...command }) => {
    const index = indexFile === undefined ? {} : { GIT_INDEX_FILE: indexFile };
    const end = await runGit({ args, folder, env: { ...variables, ...index }, ...command });
    return end.kind === 'exited' ? { ...end, stderr: redactToken(end.stderr, remote.token) } : end;
  };
  const kept = made.move();
  return {
    ok: true,
    value: {
      remote,
      folder,
      run: async (args, command) => judgeGitEnd(await tryRun(args, command), command.signal),
      tryRun,
      [Symbol.asyncDispose]: async () => {
        await kept.disposeAsync();
      },
    },
  };
}

/** Checks git, makes the repository and gives the machine's settings for the network. */
async function prepare(
  folder: string,
  env: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Promise<GitResult<readonly GitSetting[]>> {
  const args = ['init', '--quiet', '--bare', '--template=', '--initial-branch=main'];
  const [asked, made] = await Promise.all([
    runGit({ args: ['version'], folder, env, signal }),
    runGit({ args, folder, env, signal }),
  ]);
  const version = judgeGitEnd(asked, signal);
  if (!version.ok) return version;
  const tooOld = judgeGitVersion(version.value.toString());
  if (tooOld !== undefined) return { ok: false, error: { kind: 'git-missing', message: tooOld } };
  const init = judgeGitEnd(made, signal);
  if (!init.ok) return init;
  const listed = await runGit({ args: LIST_MACHINE_SETTINGS, folder, env, signal });
  if (listed.kind === 'exited' && listed.code === 1) return { ok: true, value: [] };
  const settings = judgeGitEnd(listed, signal);
  return settings.ok ? { ok: true, value: parseMachineSettings(settings.value.toString()) } : settings;
}

/** Windows holds files for a moment after the process that had them open has ended. */
async function removeFolder(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
}

function failed(message: string): GitResult<never> {
  return { ok: false, error: { kind: 'failed', message } };
}
