import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';

import { readSourceTree, repository } from './source-tree.ts';

const page = await readFile(path.join(repository, 'docs', 'results.md'), 'utf8');
const [, table = ''] = /<!-- codes -->(.*)<!-- \/codes -->/s.exec(page) ?? [];
const listed = [...table.matchAll(/^\| `([a-z-]+)`/gm)].map(([, code]) => code);

const tree = await readSourceTree();
const sources = tree.filter((file) => file.path.startsWith('src/')).map(({ text }) => text);
const source = sources.join('\n');

test('every code that the sources name is listed, once and sorted', () => {
  const named = [...source.matchAll(/\bcode(?: =|:) '([a-z-]+)'/g)].map(([, code]) => code);
  expect(named.length).toBeGreaterThan(20);
  expect(listed).toEqual([...new Set(listed)].toSorted());
  expect(named.filter((code) => !listed.includes(code))).toEqual([]);
});

test('every code of the service is listed', () => {
  const [, union = ''] = /interface QueueError \{.*?readonly code:([^;]+);/s.exec(source) ?? [];
  const codes = [...union.matchAll(/'([a-z-]+)'/g)].map(([, code]) => code);
  expect(codes.length).toBeGreaterThan(5);
  expect(codes.filter((code) => !listed.includes(code))).toEqual([]);
});

test('what is listed is in the sources', () => {
  expect(listed.filter((code) => !source.includes(`'${String(code)}'`))).toEqual([]);
});
