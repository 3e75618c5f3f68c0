/**
 * Writes what of the docs is generated: the tables of inputs and outputs in docs/inputs-and-outputs.md from action.yml, and
 * docs/spec-reference.md from the JSON schema. With `--check` it writes nothing and fails if they differ.
 */
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { actionFolder, readActionMetadata } from '../demo/action-metadata.ts';
import { renderReadmeTables } from './readme-tables.ts';
import { renderSchema } from './schema.ts';
import { renderSpecReference } from './spec-reference.ts';

const docs = path.join(actionFolder, 'docs');
const pages = [
  {
    file: 'inputs-and-outputs.md',
    source: 'action.yml',
    render: async (before: string) => renderReadmeTables(before, await readActionMetadata()),
  },
  {
    file: 'spec-reference.md',
    source: 'the schema of the spec',
    render: () => renderSpecReference(JSON.parse(renderSchema())),
  },
];

for (const { file, source, render } of pages) {
  const before = await readFile(path.join(docs, file), 'utf8').catch(() => '');
  const after = await render(before);
  if (!process.argv.includes('--check')) {
    await writeFile(path.join(docs, file), after);
  } else if (before === after) {
    console.log(`docs/${file} is made from ${source}.`);
  } else {
    console.error(`docs/${file} is not what ${source} makes. Run \`npm run readme\` and commit that file.`);
    process.exitCode = 1;
  }
}
