import { access } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';

import { docs, listPromises, listTests, readPage } from './test-links.ts';

/** The promises of docs/guarantees.md: what follows each bullet of that chapter, up to the next one. */
function readPromises(text: string): readonly string[] {
  return listPromises(text.split(/^## /m).find((part) => part.startsWith('Promises\n')) ?? '');
}

const guarantees = await readPage('guarantees.md');

test('there are promises', () => {
  expect(readPromises(guarantees).length).toBeGreaterThan(10);
});

test.each(readPromises(guarantees))('a promise names a test: %s', (promise) => {
  expect(listTests(promise)).not.toEqual([]);
});

test.each([...new Set(listTests(guarantees))])('%s is there', async (link) => {
  await access(path.join(docs, link));
});

test('a promise without a test is found, also one that is no bullet', () => {
  const text = '# A\n\n## Promises\n\n### B\n\nBare.\n\n- C [t](../t.test.ts)\n- D\n\n## Else\n\n- E\n';
  expect(readPromises(text).filter((promise) => listTests(promise).length === 0)).toEqual([
    expect.stringContaining('Bare.'),
    expect.stringContaining('D'),
  ]);
});
