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
    'Write access to repository not granted',
    'Branch `assets` cannot be written to: Write access to repository not granted. Give the job `permissions: contents: write`, or a token with that right in the input `github-token`.',
  ],
  [
    'unauthorized',
    'the server does not accept the token',
    'Branch `assets` cannot be written to: the server does not accept the token. The token in the input `github-token` may have expired or been revoked, so that it is no longer valid: run again with a new one.',
  ],
  [
    'redirected',
    'The requested URL returned error: 301',
    'Branch `assets` cannot be written to: The requested URL returned error: 301. The server redirects https://github.com/acme/shop.git to another address: the repository was renamed or moved, or the server has another address. Run the workflow in the repository under its new name, as the token is not sent to other addresses.',
  ],
  [
    'untrusted',
    'self-signed certificate',
    "Branch `assets` cannot be written to: self-signed certificate. This machine does not trust the server's certificate. Name a file with the certificate of its authority in the environment variable `GIT_SSL_CAINFO`, or in git's own setting `http.sslCAInfo` on the runner; verification cannot be turned off here.",
  ],
  [
    'not-found',
    'Repository not found',
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
] as const)('%s', (kind, why, text) => {
  expect(describeGitError({ kind, why }, 'written to', place, remote)).toBe(text);
});
