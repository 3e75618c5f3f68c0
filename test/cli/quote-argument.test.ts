import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import fc from 'fast-check';
import { expect, test } from 'vitest';

import { quoteArgument } from '../../src/cli/quote-argument.ts';

test('what needs no quotes has none', () => {
  expect(quoteArgument('refs/remotes/origin/assets:edits.lock.json')).toBe(
    'refs/remotes/origin/assets:edits.lock.json',
  );
  expect(quoteArgument('refs/remotes/origin/assets:my art/edits.lock.json')).toBe(
    '"refs/remotes/origin/assets:my art/edits.lock.json"',
  );
});

test('a shell reads it as one argument, whatever is in it', async () => {
  const texts = fc.string({ unit: 'grapheme-ascii', minLength: 1 });
  const property = fc.asyncProperty(texts, async (text) => {
    const { stdout } = await promisify(execFile)('sh', ['-c', `printf %s ${quoteArgument(text)}`]);
    expect(stdout).toBe(text);
  });
  await fc.assert(property, { numRuns: 30 });
});
