import type { JobStep } from './job.ts';

/** What the runner sets for a pull request; `head` is the repository that it comes from. */
export function pullRequest(
  head = 'acme/storefront',
  name: 'pull_request' | 'pull_request_target' = 'pull_request',
): Pick<JobStep, 'env' | 'event'> {
  return {
    env: { GITHUB_EVENT_NAME: name },
    event: {
      number: 7,
      repository: { full_name: 'acme/storefront', private: true },
      pull_request: { number: 7, head: { repo: { full_name: head } } },
    },
  };
}
