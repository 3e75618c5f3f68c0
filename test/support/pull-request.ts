import type { JobStep } from './job.ts';

/** Head commit of the pull request. */
export const HEAD = '7'.repeat(40);

/** What the runner sets for a pull request; `head` is the repository that it comes from. */
export function pullRequest(
  head = 'acme/storefront',
  name: 'pull_request' | 'pull_request_target' = 'pull_request',
  number = 7,
): Pick<JobStep, 'env' | 'event'> {
  return {
    env: { GITHUB_EVENT_NAME: name },
    event: {
      number,
      repository: { full_name: 'acme/storefront', private: true },
      pull_request: { number, head: { sha: HEAD, repo: { full_name: head } } },
    },
  };
}
