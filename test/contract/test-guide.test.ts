import { access, readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';

import { repository } from './source-tree.ts';

const FOLDER = path.join(repository, 'test');
const guide = await readFile(path.join(FOLDER, 'README.md'), 'utf8');
const links = [...guide.matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = '']) => link);

test('the guide to the tests names examples', () => {
  expect(links.filter((link) => link.endsWith('.test.ts')).length).toBeGreaterThan(10);
});

test.each([...new Set(links)])('%s, which the guide to the tests names, is there', async (link) => {
  await access(path.join(FOLDER, link));
});
