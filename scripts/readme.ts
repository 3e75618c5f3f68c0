/**
 * Writes the tables of inputs and outputs in docs/inputs-and-outputs.md from action.yml. With `--check` it writes nothing and fails if
 * they differ.
 */
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { actionFolder, readActionMetadata } from '../demo/action-metadata.ts';
import { renderReadmeTables } from './readme-tables.ts';

const file = path.join(actionFolder, 'docs', 'inputs-and-outputs.md');
const before = await readFile(file, 'utf8');
const after = renderReadmeTables(before, await readActionMetadata());

if (!process.argv.includes('--check')) {
  await writeFile(file, after);
} else if (before !== after) {
  console.error(
    'The tables in docs/inputs-and-outputs.md are not those of action.yml. Run `npm run readme` and commit that file.',
  );
  process.exitCode = 1;
} else {
  console.log('The tables in docs/inputs-and-outputs.md are those of action.yml.');
}
