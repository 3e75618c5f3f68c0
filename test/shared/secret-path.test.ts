import { expect, test } from 'vitest';

import { faultOfSecretPath } from '../../src/shared/secret-path.ts';

test.each([
  '.git/config',
  '.git',
  'sub/.git/config',
  '.GIT/config',
  'git~1/config',
  '.git./config',
  '.git /config',
  '.git::$INDEX_ALLOCATION/config',
  '.g\u200cit/config',
])('%j is in a .git folder', (file) => {
  expect(faultOfSecretPath(file)).toBe('is in a `.git` folder, which this action never reads');
});

test.each([
  '.env',
  'a/.env.local',
  '.ENV',
  '.npmrc',
  '.netrc',
  '_netrc',
  '.pypirc',
  'gha-creds-0a1b.json',
  '.env/token',
])('%j may contain credentials', (file) => {
  expect(faultOfSecretPath(file)).toMatch(/^may contain credentials \(`[^/]+`\)/);
});

test.each([
  '.github/edits.yml',
  '.gitignore',
  '.gitattributes',
  'git/config',
  'env.txt',
  'my.env.txt',
  'creds.json',
])('%j may be read', (file) => {
  expect(faultOfSecretPath(file)).toBeUndefined();
});
