import { describeError } from '../shared/describe-error.ts';
import { NO_GIT } from './git-version.ts';
import { judgeGitError } from './judge-git-error.ts';
import { MOST_STDOUT_BYTES, type GitEnd } from './run-git.ts';
import type { GitError, GitResult } from './types.ts';

/** What a git process printed, or why it failed; pure. `signal` is the one that it ran under: it says why it stopped. */
export function judgeGitEnd(end: GitEnd, signal: AbortSignal): GitResult<Buffer> {
  switch (end.kind) {
    case 'exited':
      return end.code === 0
        ? { ok: true, value: end.stdout }
        : { ok: false, error: judgeGitError(end.code, end.stderr) };
    case 'stopped':
      return failure('stopped', `git was stopped: ${describeError(signal.reason)}`);
    case 'killed':
      return failure('failed', `git was ended from outside by ${end.by}`);
    case 'too-much':
      return failure('failed', `git printed more than ${MOST_STDOUT_BYTES} bytes`);
    case 'not-started':
      return end.error.code === 'ENOENT'
        ? failure('git-missing', NO_GIT)
        : failure('failed', `git cannot be started: ${describeError(end.error)}`);
  }
}

function failure(kind: GitError['kind'], message: string): GitResult<never> {
  return { ok: false, error: { kind, message } };
}
