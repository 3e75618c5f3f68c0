import { remoteWords } from './remote-words.ts';
import type { GitError } from './types.ts';

type Kind = GitError['kind'];

/** By what git writes in the locale C; the first that fits counts. An HTTP status counts before all of them. */
const SIGNS: readonly (readonly [sign: RegExp, kind: Kind])[] = [
  [/No space left on device|Read-only file system/, 'failed'],
  [/Authentication failed|could not read (?:Username|Password)|Invalid username or/i, 'denied'],
  [/Permission to \S+ denied|Write access to repository not granted|access denied/i, 'denied'],
  [/repository '.*' not found|Repository not found/i, 'not-found'],
  [/does not appear to be a git repository|not a git repository/, 'not-found'],
  // A certificate is not mended by waiting.
  [/certificate (?:problem|verif)|certificate subject name|certificate (?:file|bundle)|CAfile/i, 'failed'],
  [/CONNECT tunnel failed|HTTP code \d+ from proxy/, 'failed'],
  [/Could not resolve|Name or service not known|Failed to connect|Couldn't connect/i, 'offline'],
  [
    /Connection (?:refused|timed out|reset|was reset|closed|died)|Operation (?:timed out|too slow)/i,
    'offline',
  ],
  [/(?:Recv|Send) failure|Empty reply|transfer closed|Broken pipe|curl \d+/i, 'offline'],
  [
    /RPC failed|early EOF|unexpected disconnect|hung up unexpectedly|expected flush|HTTP\/2 stream/i,
    'offline',
  ],
  [/SSL|TLS|handshake/, 'offline'],
];

/**
 * What a git command that failed says about its cause; pure. The message is the server's own words where it sent any.
 * `exitCode` serves the message alone: git's statuses tell nothing about the cause.
 */
export function judgeGitError(exitCode: number, stderr: string): GitError {
  const kind = judgeStatus(stderr) ?? SIGNS.find(([sign]) => sign.test(stderr))?.[1] ?? 'failed';
  const words = remoteWords(stderr);
  // Git would have asked for a password; its words about a terminal help nobody here.
  if (kind === 'denied' && /^could not read|^Authentication failed/.test(words))
    return { kind, message: 'the server does not accept the token, or asks for one and none was given' };
  return { kind, message: words === '' ? `git ended with status ${exitCode} and said nothing` : words };
}

function judgeStatus(stderr: string): Kind | undefined {
  const [, digits] = /(?:returned error: |RPC failed; HTTP )(\d{3})/.exec(stderr) ?? [];
  if (digits === undefined) return undefined;
  switch (digits) {
    case '401':
    case '403':
      return 'denied';
    case '404':
    case '410':
      return 'not-found';
    case '413':
      return 'refused';
    case '408':
    case '429':
      return 'offline';
    default:
      return Number(digits) >= 500 ? 'offline' : 'failed';
  }
}
