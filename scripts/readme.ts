/**
 * Writes the tables of inputs and outputs in README.md from action.yml. With `--check` it writes nothing and fails if
 * they differ.
 */
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { actionFolder, readActionMetadata } from '../demo/action-metadata.ts';
import { renderReadmeTables } from './readme-tables.ts';

const file = path.join(actionFolder, 'README.md');
const before = await readFile(file, 'utf8');
const after = renderReadmeTables(before, await readActionMetadata());

if (!process.argv.includes('--check')) {
  await writeFile(file, after);
} else if (before !== after) {
  console.error(
    'The tables in README.md are not those of action.yml. Run `npm run readme` and commit README.md.',
  );
  process.exitCode = 1;
} else {
  console.log('The tables in README.md are those of action.yml.');
}
