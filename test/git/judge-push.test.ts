import { describe, expect, test } from 'vitest';

import { judgePush } from '../../src/git/judge-push.ts';

const ref = 'refs/heads/assets';
const printed = (line: string): string => `To https://github.com/acme/shop.git\n${line}\nDone\n`;
const rejected = (why: string): string => printed(`!\t5e1c:${ref}\t${why}`);

test.each([
  ['moved forward', ` \t5e1c:${ref}\t1111..5e1c`],
  ['a new branch', `*\t5e1c:${ref}\t[new branch]`],
  ['there already', `=\t5e1c:${ref}\t[up to date]`],
])('pushed: %s', (_, line) => {
  expect(judgePush(ref, printed(line), '')).toEqual({ kind: 'pushed' });
});

test.each([['[rejected] (stale info)'], ['[rejected] (fetch first)'], ['[rejected] (non-fast-forward)']])(
  'moved: %s',
  (why) => {
    expect(judgePush(ref, rejected(why), '')).toEqual({ kind: 'moved' });
  },
);

test.each([
  ['[remote rejected] (failed to update ref)', "remote: error: cannot lock ref 'x': is at 1 but expected 2"],
  ['[remote rejected] (atomic transaction failed)', "remote: error: cannot lock ref 'x': File exists."],
  [`[remote rejected] (cannot lock ref '${ref}': reference already exists)`, ''],
  ['[remote rejected] (incorrect old value provided)', ''],
])('contested: %s', (why, stderr) => {
  expect(judgePush(ref, rejected(why), stderr)).toEqual({ kind: 'contested' });
});

describe('refused, with the words of the server', () => {
  test.each([
    [
      '[remote rejected] (pre-receive hook declined)',
      'remote: no cats',
      'no cats (pre-receive hook declined)',
    ],
    [
      '[remote rejected] (protected branch hook declined)',
      'remote: error: GH006: Protected branch update failed for refs/heads/assets.',
      'GH006: Protected branch update failed for refs/heads/assets (protected branch hook declined)',
    ],
    [
      '[remote rejected] (push declined due to repository rule violations)',
      'remote: error: GH013: Repository rule violations found for refs/heads/assets.',
      'GH013: Repository rule violations found for refs/heads/assets (push declined due to repository rule violations)',
    ],
    ['[remote rejected] (hook declined)', '', 'hook declined'],
    [
      '[remote rejected] (unpacker error)',
      'remote: fatal: pack exceeds maximum',
      'pack exceeds maximum (unpacker error)',
    ],
    ['[remote rejected] (deny updating a hidden ref)', '', 'deny updating a hidden ref'],
    [
      '[remote rejected] (failed to update ref)',
      "remote: error: cannot lock ref 'refs/heads/a': 'refs/heads/a/b' exists; cannot create 'refs/heads/a'",
      "cannot lock ref 'refs/heads/a': 'refs/heads/a/b' exists; cannot create 'refs/heads/a' (failed to update ref)",
    ],
    [
      '[remote rejected] (atomic transaction failed)',
      "remote: error: cannot lock ref 'x': Unable to create 'x.lock': Permission denied",
      "cannot lock ref 'x': Unable to create 'x.lock': Permission denied (atomic transaction failed)",
    ],
    ['odd', '', 'odd'],
  ])('%s', (reason, stderr, why) => {
    expect(judgePush(ref, rejected(reason), stderr)).toEqual({ kind: 'refused', why });
  });
});

test.each([
  ['the server fell silent', rejected('[remote failure] (remote failed to report status)'), 'lost'],
  ['another ref was not taken', rejected('[rejected] (atomic push failed)'), 'with-another'],
  ['nothing was said', '', 'none'],
  ['only of another ref', printed(`!\t5e1c:${ref}-2\t[rejected] (fetch first)`), 'none'],
])('%s', (_, stdout, kind) => {
  expect(judgePush(ref, stdout, 'fatal: the remote end hung up unexpectedly')).toEqual({ kind });
});
