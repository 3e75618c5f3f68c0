import { expect, test } from 'vitest';

import { judgeGitVersion } from '../../src/git/judge-git-exit.ts';

test.each([
  'git version 2.31.0\n',
  'git version 2.39.5 (Apple Git-154)',
  'git version 2.51.0.windows.1',
  'git version 3.0',
])('%j will do', (output) => {
  expect(judgeGitVersion(output)).toBeUndefined();
});

test.each([
  ['git version 2.30.9\n', 'git 2.31 or newer is needed, but this machine has git 2.30.9'],
  ['git version 1.99.1', 'git 2.31 or newer is needed, but this machine has git 1.99.1'],
  ['GIT, the fine one', 'git 2.31 or newer is needed; `git version` said "GIT, the fine one"'],
])('%j will not', (output, message) => {
  expect(judgeGitVersion(output)).toBe(message);
});
