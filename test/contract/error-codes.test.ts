import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';

import { repository } from './source-tree.ts';

const page = await readFile(path.join(repository, 'docs', 'results.md'), 'utf8');
const [, table = ''] = /<!-- codes -->(.*)<!-- \/codes -->/s.exec(page) ?? [];
const listed = [...table.matchAll(/^\| `([a-z-]+)`/gm)].map(([, code]) => code);

const file = await readFile(path.join(repository, 'src', 'shared', 'edit-error.ts'), 'utf8');
const codes = [...file.matchAll(/^ {2}\| '([a-z-]+)'/gm)].map(([, code]) => code);

test('the page lists every code, sorted', () => {
  expect(codes.length).toBeGreaterThan(25);
  expect(listed).toEqual(codes.toSorted());
});
