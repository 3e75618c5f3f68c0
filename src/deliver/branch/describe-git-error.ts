import type { GitError, GitRemote } from '../../git/types.ts';
import { quotePath } from './branch-paths.ts';
import type { BranchPlace } from './types.ts';

/** What was being done to the branch. */
export type BranchDeed = 'read' | 'written to';

/** Why the branch could not be read or written, and what to do, for people; pure. */
export function describeGitError(
  { kind, message }: GitError,
  deed: BranchDeed,
  { branch }: Pick<BranchPlace, 'branch'>,
  { url }: Pick<GitRemote, 'url'>,
): string {
  const words = message.replace(/[.\s]+$/, '');
  const what = `Branch ${quotePath(branch)} cannot be ${deed}: ${words}.`;
  switch (kind) {
    case 'git-missing':
      return `Delivery to a branch needs git: ${words}. Install git on the runner, or use \`deliver: artifact\`.`;
    case 'denied':
      return `${what} Give the job \`permissions: contents: write\`, or a token with that right in the input \`github-token\`.`;
    case 'not-found':
      return `${what} There is no repository at ${url}, or the token in the input \`github-token\` may not see it.`;
    case 'refused':
      return `${what} Allow github-actions[bot] to push to it in the repository's branch protection or rulesets, or choose another \`branch\`.`;
    case 'offline':
      return `${what} The server could not be reached; run it again later.`;
    case 'stopped':
    case 'failed':
      return what;
  }
}
