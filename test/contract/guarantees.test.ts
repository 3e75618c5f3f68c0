import { access, readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';

import { repository } from './source-tree.ts';

const FOLDER = path.join(repository, 'docs');
const TEST_LINK = /\]\(([^)\s]+\.test\.ts)\)/g;

/** The promises of docs/guarantees.md: what follows each bullet of that chapter, up to the next one. */
function readPromises(text: string): readonly string[] {
  const chapter = text.split(/^## /m).find((part) => part.startsWith('Promises\n')) ?? '';
  return chapter
    .split(/^(?=- |### |\n(?=\S))/m)
    .slice(1)
    .filter((part) => part.trim() !== '' && !part.startsWith('### '));
}

function listTests(text: string): readonly string[] {
  return [...text.matchAll(TEST_LINK)].map(([, link = '']) => link);
}

const guarantees = await readFile(path.join(FOLDER, 'guarantees.md'), 'utf8');

test('there are promises', () => {
  expect(readPromises(guarantees).length).toBeGreaterThan(10);
});

test.each(readPromises(guarantees))('a promise names a test: %s', (promise) => {
  expect(listTests(promise)).not.toEqual([]);
});

test.each([...new Set(listTests(guarantees))])('%s is there', async (link) => {
  await access(path.join(FOLDER, link));
});

test('a promise without a test is found, also one that is no bullet', () => {
  const text = '# A\n\n## Promises\n\n### B\n\nBare.\n\n- C [t](../t.test.ts)\n- D\n\n## Else\n\n- E\n';
  expect(readPromises(text).filter((promise) => listTests(promise).length === 0)).toEqual([
    expect.stringContaining('Bare.'),
    expect.stringContaining('D'),
  ]);
});
