/**
 * Writes schema/edits.schema.json, which lets editors complete and check a spec, from the schema that the
 * action itself uses. `--check` writes nothing and fails if the file is out of date.
 */
import { readFile, writeFile } from 'node:fs/promises';

import * as z from 'zod';

import { specSchema } from '../src/spec/schema.ts';
import { addMessage, nameSubjects } from './editor-messages.ts';

/** The JSON schema's file. */
export const schemaFile = new URL('../schema/edits.schema.json', import.meta.url);

/** The content of that file. */
export function renderSchema(): string {
  const schema = z.toJSONSchema(specSchema(), {
    io: 'input',
    target: 'draft-7',
    override: ({ zodSchema, jsonSchema }) => {
      addMessage(zodSchema, jsonSchema);
    },
  });
  return `${JSON.stringify(nameSubjects(schema), null, 2)}\n`;
}

if (import.meta.main) {
  const rendered = renderSchema();
  if (!process.argv.includes('--check')) await writeFile(schemaFile, rendered);
  else if ((await readFile(schemaFile, 'utf8')) !== rendered) {
    console.error('schema/edits.schema.json is out of date: run `node scripts/schema.ts`.');
    process.exitCode = 1;
  }
}
