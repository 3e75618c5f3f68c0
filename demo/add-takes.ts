import { readFile, writeFile } from 'node:fs/promises';

const EDIT = '  family:\n';

/** Has four takes made of the newsletter's picture, or keeps one of them: a line of the spec each. */
export async function addTakes(spec: string, line: 'takes: 4' | 'keep: 3'): Promise<void> {
  const text = await readFile(spec, 'utf8');
  if (!text.includes(EDIT)) throw new Error('The example no longer has the edit `family`');
  await writeFile(spec, text.replace(EDIT, `${EDIT}    ${line}\n`));
}
