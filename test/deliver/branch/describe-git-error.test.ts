import { expect, test } from 'vitest';

import { describeGitError } from '../../../src/deliver/branch/describe-git-error.ts';
import { place } from './sample-branch.ts';

const remote = { url: 'https://github.com/acme/shop.git' };

test.each([
  [
    'git-missing',
    'git was not found',
    'Delivery to a branch needs git: git was not found. Install git on the runner, or use `deliver: artifact`.',
  ],
  [
    'denied',
    'Write access to repository not granted.',
    'Branch `assets` cannot be written to: Write access to repository not granted. Give the job `permissions: contents: write`, or a token with that right in the input `github-token`.',
  ],
  [
    'not-found',
    'Repository not found.',
    'Branch `assets` cannot be written to: Repository not found. There is no repository at https://github.com/acme/shop.git, or the token in the input `github-token` may not see it.',
  ],
  [
    'refused',
    'GH006: Protected branch',
    "Branch `assets` cannot be written to: GH006: Protected branch. Allow github-actions[bot] to push to it in the repository's branch protection or rulesets, or choose another `branch`.",
  ],
  [
    'offline',
    'could not resolve',
    'Branch `assets` cannot be written to: could not resolve. The server could not be reached; run it again later.',
  ],
  ['stopped', 'git was stopped', 'Branch `assets` cannot be written to: git was stopped.'],
  ['failed', 'no space left', 'Branch `assets` cannot be written to: no space left.'],
] as const)('%s', (kind, message, text) => {
  expect(describeGitError({ kind, message }, 'written to', place, remote)).toBe(text);
});
