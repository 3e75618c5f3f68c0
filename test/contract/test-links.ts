import { readFile } from 'node:fs/promises';
import path from 'node:path';

import { repository } from './source-tree.ts';

/** The folder from which the links of a page lead on. */
export const docs = path.join(repository, 'docs');

const TEST_LINK = /\]\(([^)\s]+\.test\.ts)\)/g;

/** Reads a page of `docs/`. */
export async function readPage(name: string): Promise<string> {
  return await readFile(path.join(docs, name), 'utf8');
}

/** The tests to which a text links, as paths relative to `docs/`. */
export function listTests(text: string): readonly string[] {
  return [...text.matchAll(TEST_LINK)].map(([, link = '']) => link);
}

/** The bullets of a page, and its paragraphs between them; each up to the next one. */
export function listPromises(chapter: string): readonly string[] {
  return chapter
    .split(/^(?=- |### |\n(?=\S))/m)
    .slice(1)
    .filter((part) => part.trim() !== '' && !part.startsWith('### '));
}
