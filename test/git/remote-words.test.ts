import { expect, test } from 'vitest';

import { remoteWords } from '../../src/git/remote-words.ts';

test.each([
  ["the server's words come before git's", 'remote: no\nfatal: git says no', 'no'],
  [
    'all that the server says, without its progress',
    'remote: Resolving deltas: 100% (1/1), done.        \nremote: error: GH006: Protected branch update failed for refs/heads/main.        \n' +
      'remote: \nremote: - Changes must be made through a pull request.        \nTo https://github.com/acme/shop.git',
    'GH006: Protected branch update failed for refs/heads/main; - Changes must be made through a pull request',
  ],
  ['progress that overwrites itself', 'remote: Counting objects:  50% (1/2)\rremote: no\n', 'no'],
  [
    "git's last complaint that says something",
    'error: first\nerror: second\nfatal: the remote end hung up unexpectedly\nerror: failed to push some refs to x',
    'second',
  ],
  ['the last line if no one complains', 'one\ntwo\n\n', 'two'],
  ['one line of many blanks', 'fatal: a \t b', 'a b'],
  ['nothing', '\n', ''],
])('%s', (_, stderr, words) => {
  expect(remoteWords(stderr)).toBe(words);
});

test('a long speech is cut', () => {
  expect(remoteWords(`remote: ${'x'.repeat(5000)}`)).toHaveLength(601);
});
