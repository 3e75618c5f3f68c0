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
  [
    'no bytes that show nothing, as of a message that a server sends with its zero byte',
    'remote: aborting due to possible repository corruption on the remote side.\0\nfatal: git says no',
    'aborting due to possible repository corruption on the remote side',
  ],
  ['no bytes that are no text', 'fatal: \x1bno\x07 such\x7f place.\uFFFD', 'no such place'],
])('%s', (_, stderr, words) => {
  expect(remoteWords(stderr)).toBe(words);
});

test('a long speech is cut', () => {
  expect(remoteWords(`remote: ${'x'.repeat(5000)}`)).toHaveLength(601);
});
