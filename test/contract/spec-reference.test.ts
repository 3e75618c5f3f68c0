import { readFile } from 'node:fs/promises';
import path from 'node:path';

import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';

import { renderSchema } from '../../scripts/schema.ts';
import { listSpecSections } from '../../scripts/spec-keys.ts';
import { renderSpecReference } from '../../scripts/spec-reference.ts';
import { validateSpec } from '../../src/spec/validate.ts';
import { repository } from './source-tree.ts';

const schema: unknown = JSON.parse(renderSchema());
const page = await readFile(path.join(repository, 'docs/spec-reference.md'), 'utf8');
const check = new Ajv({ strict: false }).compile(schema as object);

test('the page is what the schema makes', () => {
  expect(page).toBe(renderSpecReference(schema));
});

test('a key without an example is refused', () => {
  const bare = { properties: { alt: { type: 'string', description: 'x' } } };
  expect(() => listSpecSections(bare)).toThrow('alt needs a description and an example');
});

/** The examples of the page, with the section that each is in. */
const examples = page.split(/^## /m).flatMap((section) => {
  const title = section.slice(0, section.indexOf('\n'));
  const rows = [...section.matchAll(/^\| `.* \| `(.*)` +\|$/gm)];
  return rows.map(([, line = '']) => [title, line] as const);
});

/** A spec that has a line where its section says, and nothing else but what every spec needs. */
function specWith(title: string, line: unknown): object {
  const own = line as object;
  const hero: object = 'prompt-file' in own ? { images: 'a.png' } : { prompt: 'x', images: 'a.png' };
  const edits = { hero: { prompt: 'x', images: 'a.png' } };
  switch (title) {
    case 'The top level':
      return { version: 1, edits, ...own };
    case 'An edit':
      return { version: 1, edits: { hero: { ...hero, ...own } } };
    case '`matrix` of an edit':
      return { version: 1, edits: { hero: { ...hero, matrix: { scene: ['beach'], ...own } } } };
    case 'A set of `renditions`':
      return { version: 1, edits, renditions: { web: { width: 640, ...own } } };
    default:
      return { version: 1, edits, [title.replaceAll('`', '')]: own };
  }
}

describe('every example of the page is right', () => {
  test('there is one for each key', () => {
    const keys = listSpecSections(schema).flatMap((section) => section.keys);
    expect(keys.length).toBeGreaterThan(40);
    expect(examples.map(([, line]) => line.slice(0, line.indexOf(':')))).toEqual(
      keys.map(({ name }) => name),
    );
  });

  test.each(examples)('%s: %s', (title, line) => {
    const spec = specWith(title, parse(line.replaceAll('\\|', '|')));
    expect(validateSpec(spec).issues).toEqual([]);
    expect(check(spec), JSON.stringify(check.errors)).toBe(true);
  });
});
