import { expect, test } from 'vitest';

import { parseTree } from '../../src/git/list-files.ts';

test('modes, names and odd paths', () => {
  const text = [
    '100644 blob 11aa\ta.txt',
    '120000 blob 22bb\t"q" ü\t\n.txt',
    '160000 commit 33cc\tlibs/x',
    '100755 blob 44dd\t-x',
    '',
  ].join('\0');

  expect(parseTree(text)).toEqual([
    { path: 'a.txt', blob: '11aa', mode: '100644' },
    { path: '"q" ü\t\n.txt', blob: '22bb', mode: '120000' },
    { path: 'libs/x', blob: '33cc', mode: '160000' },
    { path: '-x', blob: '44dd', mode: '100755' },
  ]);
});

test('nothing', () => {
  expect(parseTree('')).toEqual([]);
});

test('something else is not guessed at', () => {
  expect(() => parseTree('warning: odd\0')).toThrow('unknown line: warning: odd');
});
