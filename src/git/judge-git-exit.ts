import { describeError } from '../shared/describe-error.ts';
import type { Clause } from '../shared/sentence.ts';
import { judgeGitError } from './judge-git-error.ts';
import { MOST_STDOUT_BYTES, type GitExit } from './run-git.ts';
import type { GitError, GitResult } from './types.ts';

/** The first version that accepts its configuration, and with it the token, by `GIT_CONFIG_COUNT`. */
const OLDEST = { major: 2, minor: 31 };

const NEEDED = `git ${OLDEST.major}.${OLDEST.minor} or newer is needed`;

/**
 * What a git process printed, or why it failed; pure. `signal` is the one that it ran under: its reason says why git
 * was stopped.
 */
export function judgeGitExit(exit: GitExit, signal: AbortSignal): GitResult<Buffer> {
  switch (exit.kind) {
    case 'exited':
      return exit.code === 0
        ? { ok: true, value: exit.stdout }
        : { ok: false, error: judgeGitError(exit.code, exit.stderr) };
    case 'stopped':
      return failure('stopped', `git was stopped: ${describeError(signal.reason)}`);
    case 'killed':
      return failure('failed', `git was ended from outside by ${exit.by}`);
    case 'too-much':
      return failure('failed', `git printed more than ${MOST_STDOUT_BYTES} bytes`);
    case 'not-started':
      return exit.error.code === 'ENOENT'
        ? failure('git-missing', `git was not found on the PATH; ${NEEDED}`)
        : failure('failed', `git cannot be started: ${describeError(exit.error)}`);
  }
}

/** Why git cannot be used, or undefined if `output` (of `git version`) names a version that will do; pure. */
export function judgeGitVersion(output: string): Clause | undefined {
  const [, version, major, minor] = /^git version ((\d+)\.(\d+)\S*)/.exec(output) ?? [];
  if (version === undefined) return `${NEEDED}; \`git version\` said ${JSON.stringify(output.slice(0, 100))}`;
  const newer = Number(major) - OLDEST.major || Number(minor) - OLDEST.minor;
  return newer < 0 ? `${NEEDED}, but this machine has git ${version}` : undefined;
}

function failure(kind: GitError['kind'], why: Clause): GitResult<never> {
  return { ok: false, error: { kind, why } };
}
