import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

import { describeLength, judgeWalk, parseWalks } from './follow-walk.ts';
import { listTransitions, readTable } from '../ledger/life/transition-table.ts';
import { imagine, readSourceTree, repository } from './source-tree.ts';

const page = await readFile(path.join(repository, 'docs/architecture.md'), 'utf8');
const files = await readSourceTree();
const walks = parseWalks(page);

test('the transition table of docs/architecture.md is that of the code', () => {
  const [, table = ''] = page.split('<!-- transitions -->');
  expect(readTable(table.split('<!-- /transitions -->')[0] ?? '')).toEqual(listTransitions());
});

describe('the walks of docs/architecture.md', () => {
  test('are there', () => {
    expect(walks.map(({ title, mostFiles }) => [title, mostFiles])).toEqual([
      ['an image from the spec to its submit', 20],
      ['a request id from the answer to the store', 9],
      ['a request id until a later run has committed its picture', 25],
      ['a failed edit to the summary', 14],
    ]);
  });

  test.each(walks)('$title: the page says how many files it visits', (walk) => {
    const [, part = ''] = page.split(`<!-- walk: ${walk.title}, `);
    expect(part.split('<!-- /walk -->')[0]).toContain(`\n${describeLength(walk)}\n`);
  });

  test.each(walks)('$title: each function calls the next one, or is called by it', (walk) => {
    expect(judgeWalk(walk, files)).toEqual([]);
  });
});

describe('a walk', () => {
  const tree = imagine({
    'src/a.ts':
      'export function one(): void { two(); }\nexport const three = () => 3;\nconst four = () => 4;',
    'src/b.ts': 'const port = { two: () => { run(); } }; function two(): void { three(); }',
  });
  const walk = (hops: readonly string[], mostFiles = 2) =>
    judgeWalk(
      parseWalks(
        `# A\n<!-- walk: w, at most ${mostFiles} files -->\n${hops.map((hop, index) => `${index + 1}. ${hop}`).join('\n')}\n`,
      )[0] ?? { title: 'none', mostFiles: 0, parts: [] },
      tree,
    );

  test('holds if each function uses the next, or is used by it', () => {
    expect(walk(['`src/a.ts` `one`', '`src/b.ts` `two`: says more', '`src/a.ts` `three`'])).toEqual([]);
    expect(walk(['`src/a.ts` `three`', '`src/b.ts` `two`', '`src/a.ts` `one`'])).toEqual([]);
    expect(walk(['`src/a.ts` `one`', '`src/b.ts` `two`; by way of `src/a.ts` `three`'])).toEqual([]);
  });

  test.each([
    ['a function that is not there', ['`src/a.ts` `one`', '`src/a.ts` `two`'], 2],
    ['functions that know nothing of each other', ['`src/a.ts` `four`', '`src/b.ts` `two`'], 2],
    ['too many files', ['`src/a.ts` `one`', '`src/b.ts` `two`'], 1],
    ['no hops', [], 1],
    ['a side that is not used', ['`src/a.ts` `one`', '`src/b.ts` `two`; by way of `src/a.ts` `four`'], 2],
    ['a side that is not there', ['`src/a.ts` `one`', '`src/b.ts` `two`; by way of `src/a.ts` `two`'], 2],
  ])('is at fault with %s', (_, hops, most) => {
    expect(walk(hops, most)).toHaveLength(1);
  });
});
