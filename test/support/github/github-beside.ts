import type { BranchStage } from '../branch-stage.ts';
import type { JobStep } from '../job.ts';
import { TOKEN } from '../branch-stage.ts';
import { pullRequest } from '../pull-request.ts';
import { pullOf } from './sample-pulls.ts';
import { startGitHub, type GitHub, type GitHubOptions } from './start-github.ts';

/** GitHub's REST API beside the git server of a stage: both show the same repository, and take the same token. */
export async function startGitHubBeside(
  { repository }: Pick<BranchStage, 'repository'>,
  options: GitHubOptions = {},
): Promise<GitHub> {
  return await startGitHub({
    gitDir: repository,
    repository: 'acme/storefront',
    token: TOKEN,
    pulls: [pullOf(7)],
    ...options,
  });
}

/** A step on pull request 7 that comments; `head` is the repository that it comes from. */
export function commentStep(github: GitHub, inputs: JobStep['inputs'] = {}, head?: string): JobStep {
  const { env, event } = pullRequest(head);
  return {
    event,
    env: { ...env, GITHUB_API_URL: github.url },
    inputs: { 'api-token': '', comment: 'true', ...inputs },
  };
}

/** What the comments say, without the lines that GitHub does not show. */
export function shownComments({ state }: GitHub): readonly string[] {
  return state.comments.map(({ body }) => body.replaceAll(/<!--.*?-->\n?/g, ''));
}
