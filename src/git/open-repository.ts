import { rm } from 'node:fs/promises';

import { describeError } from '../shared/describe-error.ts';
import type { Env } from '../shared/ports.ts';
import type { Clause } from '../shared/sentence.ts';
import { gitEnvironment, machineEnvironment } from './git-environment.ts';
import { redactToken, type GitSetting } from './git-settings.ts';
import { judgeGitExit, judgeGitVersion } from './judge-git-exit.ts';
import { LIST_MACHINE_SETTINGS, parseMachineSettings } from './machine-settings.ts';
import { makeGitFolder, setObjectFormat } from './make-git-folder.ts';
import { runGit } from './run-git.ts';
import type { GitRemote, GitRepository, GitResult, ObjectFormat } from './types.ts';

/** What git says when the remote's objects are named by a different hash. */
const OTHER_FORMAT = /mismatched algorithms: client \w+; server (sha1|sha256)/;

/**
 * Makes a private bare repository at `folder` (absolute, must not exist; the folders above it are made too) that works
 * on `remote`: an `http:`, `https:` or `file:` URL. Nothing is asked of the remote yet. Disposing of it removes the
 * folder. `git-missing` if git is absent or older than 2.31.
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
    await makeGitFolder(folder, guessFormat(env));
  } catch (error) {
    return failed(`cannot make a folder for a git repository: ${describeError(error)}`);
  }
  await using made = new AsyncDisposableStack();
  made.defer(async () => {
    // Windows locks files for a moment after the process that had them open has ended.
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  });
  const machine = await readMachine(folder, env, signal);
  if (!machine.ok) return machine;
  const variables = gitEnvironment(env, remote, { folder, machine: machine.value });
  const runOnce: GitRepository['tryRun'] = async (args, { indexFile, ...command }) => {
    const index = indexFile === undefined ? {} : { GIT_INDEX_FILE: indexFile };
    const exit = await runGit({ args, folder, env: { ...variables, ...index }, ...command });
    return exit.kind === 'exited' ? { ...exit, stderr: redactToken(exit.stderr, remote.token) } : exit;
  };
  const tryRun: GitRepository['tryRun'] = async (args, command) => {
    const exit = await runOnce(args, command);
    const format = exit.kind === 'exited' ? OTHER_FORMAT.exec(exit.stderr)?.[1] : undefined;
    if (format === undefined) return exit;
    // Noticed at the first fetch, before anything is in here.
    await setObjectFormat(folder, format === 'sha256' ? 'sha256' : 'sha1');
    return await runOnce(args, command);
  };
  const resources = made.move();
  return {
    ok: true,
    value: {
      remote,
      folder,
      run: async (args, command) => judgeGitExit(await tryRun(args, command), command.signal),
      tryRun,
      [Symbol.asyncDispose]: async () => {
        await resources.disposeAsync();
      },
    },
  };
}

/**
 * The remote is the job's own repository, so the commit that the job runs on shows its hash. A fetch shows it as well, but
 * only if what it asks for exists.
 */
function guessFormat({ GITHUB_SHA: sha }: Env): ObjectFormat {
  return sha !== undefined && /^[0-9a-f]{64}$/.test(sha) ? 'sha256' : 'sha1';
}

/** Checks git, and returns the machine's network settings. */
async function readMachine(
  folder: string,
  env: Env,
  signal: AbortSignal,
): Promise<GitResult<readonly GitSetting[]>> {
  const own = { folder, env: machineEnvironment(env, folder), signal };
  const [asked, listed] = await Promise.all([
    runGit({ args: ['version'], ...own }),
    runGit({ args: LIST_MACHINE_SETTINGS, ...own }),
  ]);
  const version = judgeGitExit(asked, signal);
  if (!version.ok) return version;
  const tooOld = judgeGitVersion(version.value.toString());
  if (tooOld !== undefined) return { ok: false, error: { kind: 'git-missing', why: tooOld } };
  if (listed.kind === 'exited' && listed.code === 1) return { ok: true, value: [] };
  const settings = judgeGitExit(listed, signal);
  return settings.ok ? { ok: true, value: parseMachineSettings(settings.value.toString(), env) } : settings;
}

function failed(why: Clause): GitResult<never> {
  return { ok: false, error: { kind: 'failed', why } };
}
