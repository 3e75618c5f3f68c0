import { access, readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';

import { renderPage } from '../../bench/comparison/render-page.ts';
import { ROWS } from '../../bench/comparison/rows.ts';
import { VENDORS } from '../../bench/comparison/vendors.ts';
import { repository } from './source-tree.ts';

const read = async (file: string): Promise<string> => await readFile(path.join(repository, file), 'utf8');
const page = await read('docs/comparison.md');
const { dependencies } = z
  .object({ dependencies: z.record(z.string(), z.string()) })
  .parse(JSON.parse(await read('bench/peers/package.json')));

test('the page is of the clients and versions that are pinned', () => {
  expect(VENDORS.map(({ name }) => name).toSorted()).toEqual(Object.keys(dependencies).toSorted());
  for (const [name, version] of Object.entries(dependencies))
    expect(page).toContain(`\`${name}\` ${version}`);
});

describe.each(ROWS)('$title', (row) => {
  test('what this action does has its test, and is on the page', async () => {
    await access(path.join(repository, 'test', row.test));
    expect(page).toContain(`${row.ours} ([test](../test/${row.test}))`);
  });
});

test('what is written around the table is what the benchmark writes', () => {
  const rendered = renderPage([], [], { date: '', node: '' });
  expect(page.slice(page.indexOf('## What'))).toBe(rendered.slice(rendered.indexOf('## What')));
  expect(page).toContain('artifact-digest');
});
