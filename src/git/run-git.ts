import { spawn, type ChildProcess } from 'node:child_process';

import { captureAll, captureEnd } from './capture-stream.ts';

/** One git process to run: the only kind of process that this action starts. */
export interface GitProcess {
  readonly args: readonly string[];
  /**
   * Absolute path of an existing folder of our own: the working directory. Never one that others write to, because
   * Windows looks for programs there first.
   */
  readonly folder: string;
  /** The whole environment. */
  readonly env: Readonly<Record<string, string>>;
  /** Ends git and the processes that it started. */
  readonly signal: AbortSignal;
  /** Its standard input; absent: none. */
  readonly input?: string | Uint8Array;
  /** Descriptor that receives the standard output, instead of `stdout`. */
  readonly output?: number;
}

/** How a git process ended. */
export type GitExit =
  | { readonly kind: 'exited'; readonly code: number; readonly stdout: Buffer; readonly stderr: string }
  /** By a signal that was not ours, e.g. `SIGKILL` because memory ran out. */
  | { readonly kind: 'killed'; readonly by: string }
  | { readonly kind: 'stopped' }
  /** More than `MOST_STDOUT_BYTES`. */
  | { readonly kind: 'too-much' }
  /** `ENOENT` if there is no such program. */
  | { readonly kind: 'not-started'; readonly error: NodeJS.ErrnoException };

/** A tree of a million files stays below it. */
export const MOST_STDOUT_BYTES = 256 * 1024 * 1024;
const MOST_STDERR_BYTES = 64 * 1024;

/** Runs git without a shell, and waits until it and all processes that write to its pipes have ended. Never throws. */
export async function runGit(git: GitProcess): Promise<GitExit> {
  const { signal, input } = git;
  if (signal.aborted) return { kind: 'stopped' };
  let child: ChildProcess;
  try {
    child = startGit(git);
  } catch (error) {
    return { kind: 'not-started', error: error as NodeJS.ErrnoException };
  }
  const ended = Promise.withResolvers<GitExit>();
  let why: 'stopped' | 'too-much' | undefined;
  const end = (reason: 'stopped' | 'too-much'): void => {
    why ??= reason;
    endGroup(child);
  };
  const stdout =
    child.stdout &&
    captureAll(child.stdout, MOST_STDOUT_BYTES, () => {
      end('too-much');
    });
  const stderr = child.stderr && captureEnd(child.stderr, MOST_STDERR_BYTES);
  // A git that ends early does not read its input; its exit status says why, the broken pipe does not.
  child.stdin?.on('error', () => undefined);
  child.stdin?.end(input);
  child.on('error', (error) => {
    ended.resolve({ kind: 'not-started', error });
  });
  child.on('close', (code, by) => {
    // Work that was finished counts, even if the signal came at the end.
    if (code !== null && (code === 0 || why === undefined))
      ended.resolve({
        kind: 'exited',
        code,
        stdout: stdout?.() ?? Buffer.alloc(0),
        stderr: stderr?.() ?? '',
      });
    else ended.resolve(why === undefined ? { kind: 'killed', by: String(by) } : { kind: why });
  });
  const onAbort = (): void => {
    end('stopped');
  };
  signal.addEventListener('abort', onAbort, { once: true });
  try {
    return await ended.promise;
  } finally {
    signal.removeEventListener('abort', onAbort);
  }
}

function startGit({ args, folder, env, output }: GitProcess): ChildProcess {
  return spawn('git', args, {
    cwd: folder,
    env,
    stdio: ['pipe', output ?? 'pipe', 'pipe'],
    // A group of its own, so that processes that git started (git-remote-http, for example) are ended with it.
    detached: process.platform !== 'win32',
    windowsHide: true,
  });
}

function endGroup(child: ChildProcess): void {
  if (child.pid === undefined) return;
  if (process.platform === 'win32') {
    child.kill();
    return;
  }
  try {
    // Asked, not killed: a `git receive-pack` of a repository on this machine removes its lock files.
    process.kill(-child.pid, 'SIGTERM');
  } catch (error) {
    // The whole group has already ended (macOS says EPERM then).
    if (!['ESRCH', 'EPERM'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
  }
}
