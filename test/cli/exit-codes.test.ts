import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';

import { EXIT_CODES } from '../../src/cli/exit-codes.ts';
import { USAGE } from '../../src/cli/usage.ts';
import { repository } from '../contract/source-tree.ts';

test.each(Object.values(EXIT_CODES))('`--help` and the docs have the exit code %i', async (code) => {
  const page = await readFile(path.join(repository, 'docs/command-line.md'), 'utf8');
  expect(USAGE.slice(USAGE.indexOf('Exit codes'))).toMatch(new RegExp(String.raw`\b${code} [a-z]`));
  expect(page).toMatch(new RegExp(String.raw`^\| ${code} +\| [A-Z\x60]`, 'm'));
});
