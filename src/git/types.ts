import type { Result } from '../shared/result.ts';
import type { Clause } from '../shared/sentence.ts';
import type { GitExit } from './run-git.ts';

/** A repository that git reads and writes over the network, or a bare one on this machine (`file://`). */
export interface GitRemote {
  /** Without credentials, e.g. `https://github.com/acme/shop.git`. */
  readonly url: string;
  /** Sent only to the URL's own origin, by environment; if empty, none is sent. */
  readonly token: string;
}

/** Why git could not do something. */
export interface GitError {
  readonly kind:
    /** git is not installed, or too old. */
    | 'git-missing'
    /** The server does not accept the token (anymore), or asks for one and none was given. */
    | 'unauthorized'
    /** The token is valid, but lacks the right. */
    | 'denied'
    /** The server knows no such repository. */
    | 'not-found'
    /** The server redirects to another address. */
    | 'redirected'
    /** The server's certificate is not trusted on this machine. */
    | 'untrusted'
    /** The server received what was sent and refused it: branch protection, a hook, a limit. */
    | 'refused'
    /** No whole answer: name, connection, time-out, 5xx. Trying again may help. */
    | 'offline'
    /** The signal ended it. */
    | 'stopped'
    /** Everything else. */
    | 'failed';
  /** What git or the server said, in one line. Without the token. */
  readonly why: Clause;
}

export type GitResult<T> = Result<T, GitError>;

/** The hash that names a repository's objects. */
export type ObjectFormat = 'sha1' | 'sha256';

/** How to run one git command. */
export interface GitCommand {
  /** Ends the command, and with it the processes that git started. */
  readonly signal: AbortSignal;
  /** Written to its standard input. */
  readonly input?: string | Uint8Array;
  /** Descriptor of an open file that receives the standard output; the result is then empty. */
  readonly output?: number;
  /** Absolute path of the index file to work on, for commands that need one. */
  readonly indexFile?: string;
}

/** A private bare repository with one remote. Nothing of the workspace's repository is read or written. */
export interface GitRepository extends AsyncDisposable {
  readonly remote: GitRemote;
  /** Absolute path of the bare repository; temporary files may be put there. */
  readonly folder: string;
  /**
   * Runs git with these arguments; returns its standard output as bytes, or why it failed. Never throws because of git.
   */
  run(args: readonly string[], command: GitCommand): Promise<GitResult<Buffer>>;
  /** The same for a command whose output counts even if it failed. What it printed is without the token. */
  tryRun(args: readonly string[], command: GitCommand): Promise<GitExit>;
}

/** A file in a commit's tree. */
export interface TreeFile {
  /** From the repository's root, forward slashes. */
  readonly path: string;
  /** Object name of its bytes. */
  readonly blob: string;
  /** `100644`, `100755`, `120000` (link) or `160000` (submodule). */
  readonly mode: string;
}

/** One change to a tree: a blob at a path, or nothing there anymore. */
export interface TreeChange {
  /** From the repository's root, forward slashes. */
  readonly path: string;
  /** Absent: the path is removed. */
  readonly blob?: string;
  /** As `TreeFile` has it; absent: a plain file. */
  readonly mode?: string;
}

/** The answer to a push that reached the server. `moved`: someone else pushed first, nothing was changed. */
export type PushAnswer = 'pushed' | 'moved';
