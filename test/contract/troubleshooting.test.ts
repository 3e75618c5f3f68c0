import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

import { repository, readSourceTree } from './source-tree.ts';

const page = await readFile(path.join(repository, 'docs/troubleshooting.md'), 'utf8');
const sources = (await readSourceTree()).filter(({ path: file }) => file.startsWith('src/'));
// Texts that are put together from several literals, or hold values, are compared without what is between them.
const text = sources
  .map((file) => file.text)
  .join('\n')
  .replaceAll(/' \+\s+['`]|` \+\s+['`]/g, '')
  .replaceAll('\\`', '`');

/** The pieces of a message that are the same in each run. */
const piecesOf = (message: string): readonly string[] =>
  message
    .split('...')
    .map((piece) => piece.trim())
    .filter((piece) => piece.length > 2);

const messages = [...page.matchAll(/^### (`+) ?(.+?) ?\1$/gm)].map(([, , message = '']) => message);

test('there are messages', () => {
  expect(messages.length).toBeGreaterThan(12);
});

describe('each message is printed as it is quoted', () => {
  test.each(messages)('%s', (message) => {
    // A number of the code's own.
    const known = text.replaceAll('${NEEDED}', '24');
    for (const piece of piecesOf(message)) expect(known.includes(piece), piece).toBe(true);
  });
});

test('a message that nothing prints is found', () => {
  expect(piecesOf('The moon is ... of cheese.').every((piece) => text.includes(piece))).toBe(false);
});
