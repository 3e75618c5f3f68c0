import { remoteWords } from './remote-words.ts';
import type { GitError } from './types.ts';

type Kind = GitError['kind'];

/** By what git writes in the locale C; the first match counts. An HTTP status takes precedence over all of them. */
const SIGNS: readonly (readonly [sign: RegExp, kind: Kind])[] = [
  // Git says after it that the server hung up.
  [/does not support this repository's hash algorithm/, 'failed'],
  [/No space left on device|Read-only file system/, 'failed'],
  [/Authentication failed|could not read (?:Username|Password)|Invalid username or/i, 'unauthorized'],
  [/Permission to \S+ denied|Write access to repository not granted|access denied/i, 'denied'],
  [/repository '.*' not found|Repository not found/i, 'not-found'],
  [/does not appear to be a git repository|not a git repository/, 'not-found'],
  // Waiting does not change a certificate. An unreadable file of certificates is a fault of this machine.
  [/error setting certificate|certificate bundle/i, 'failed'],
  [/certificate (?:problem|verif)|certificate subject name/i, 'untrusted'],
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
 * What the output of a failed git command says about its cause; pure. `why` is the server's own words if it sent any.
 * `exitCode` is used only in these words: git's exit codes say nothing about the cause.
 */
export function judgeGitError(exitCode: number, stderr: string): GitError {
  const kind = judgeStatus(stderr) ?? SIGNS.find(([sign]) => sign.test(stderr))?.[1] ?? 'failed';
  const words = remoteWords(stderr);
  // Git would have asked for a password; its words about a terminal help no one here.
  if (kind === 'unauthorized' && /^could not read|^Authentication failed|returned error: 401$/.test(words))
    return { kind, why: 'the server does not accept the token, or asks for one and none was given' };
  return { kind, why: words === '' ? `git ended with status ${exitCode} and said nothing` : words };
}

function judgeStatus(stderr: string): Kind | undefined {
  const [, digits] = /(?:returned error: |RPC failed; HTTP )(\d{3})/.exec(stderr) ?? [];
  if (digits === undefined) return undefined;
  switch (digits) {
    case '401':
      return 'unauthorized';
    case '403':
      return 'denied';
    case '301':
    case '302':
    case '303':
    case '307':
    case '308':
      return 'redirected';
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
