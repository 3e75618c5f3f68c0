import type { GitError, GitRemote } from '../../git/types.ts';
import { toSentence, type Sentence } from '../../shared/sentence.ts';
import { quotePath } from './branch-paths.ts';
import type { BranchPlace } from './types.ts';

/** What was being done to the branch. */
export type BranchDeed = 'read' | 'written to';

/** Why the branch could not be read or written, and what to do; pure. */
export function describeGitError(
  { kind, why }: GitError,
  deed: BranchDeed,
  { branch }: Pick<BranchPlace, 'branch'>,
  { url }: Pick<GitRemote, 'url'>,
): Sentence {
  const what = toSentence(`branch ${quotePath(branch)} cannot be ${deed}: ${why}`);
  switch (kind) {
    case 'git-missing':
      return `${toSentence(`delivery to a branch needs git: ${why}`)} Install git on the runner, or use \`deliver: artifact\`.`;
    case 'unauthorized':
      return `${what} The token in the input \`github-token\` may have expired or been revoked, so that it is no longer valid: run again with a new one.`;
    case 'denied':
      return `${what} Give the job \`permissions: contents: write\`, or a token with that right in the input \`github-token\`.`;
    case 'not-found':
      return `${what} There is no repository at ${url}, or the token in the input \`github-token\` may not see it.`;
    case 'redirected':
      return `${what} The server redirects ${url} to another address: the repository was renamed or moved, or the server has another address. Run the workflow in the repository under its new name, as the token is not sent to other addresses.`;
    case 'untrusted':
      return `${what} This machine does not trust the server's certificate. Name a file with the certificate of its authority in the environment variable \`GIT_SSL_CAINFO\`, or in git's own setting \`http.sslCAInfo\` on the runner; verification cannot be turned off here.`;
    case 'refused':
      return `${what} Allow github-actions[bot] to push to it in the repository's branch protection or rulesets, or choose another \`branch\`.`;
    case 'offline':
      return `${what} The server could not be reached; run it again later.`;
    case 'stopped':
    case 'failed':
      return what;
  }
}
