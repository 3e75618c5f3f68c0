import { access } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';

import { docs, listTests, readPage } from './test-links.ts';

const page = await readPage('security.md');

/** The lines that say what a party may read or cause; the text around them only introduces the party. */
function readLines(text: string): readonly string[] {
  return text.split(/^(?=- |## )|\n\n/m).filter((part) => part.startsWith('- '));
}

test('every party has a line', () => {
  const chapters = page.split(/^## /m).slice(1);
  expect(chapters.length).toBeGreaterThan(6);
  expect(chapters.filter((chapter) => readLines(chapter).length === 0)).toEqual([]);
});

test.each(readLines(page))('a line names a test: %s', (line) => {
  expect(listTests(line)).not.toEqual([]);
});

test.each([...new Set(listTests(page))])('%s exists', async (link) => {
  await access(path.join(docs, link));
});

test('a line without a test is found', () => {
  const lines = readLines('# A\n\n## B\n\nText.\n\n- C [t](../t.test.ts)\n- D\n  more\n\n## E\n');
  expect(lines.filter((line) => listTests(line).length === 0)).toEqual([expect.stringContaining('D')]);
});
