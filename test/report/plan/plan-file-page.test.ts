import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, it } from 'vitest';
import * as z from 'zod';

import { planFileSchema } from '../../../src/report/plan/plan-file-schema.ts';
import { repository } from '../../contract/source-tree.ts';

/** Names of keys, and the values that a key may have. */
function listWords(schema: unknown): readonly string[] {
  if (Array.isArray(schema)) return schema.flatMap(listWords);
  if (typeof schema !== 'object' || schema === null) return [];
  return Object.entries(schema).flatMap(([key, value]: [string, unknown]) => {
    if (key === 'const' || key === 'enum') return [value].flat().filter((each) => typeof each === 'string');
    const names =
      key === 'properties' && typeof value === 'object' && value !== null ? Object.keys(value) : [];
    return [...names, ...listWords(value)];
  });
}

it('docs/plan-file.md explains every key and every value', async () => {
  const page = await readFile(path.join(repository, 'docs/plan-file.md'), 'utf8');
  const code = [...page.matchAll(/`([^`]+)`/g)].map(([, text]) => text ?? '');
  const named = new Set(code.flatMap((text) => text.match(/[\w-]+/g) ?? []));
  const words = new Set(listWords(z.toJSONSchema(planFileSchema)));
  expect(words.size).toBeGreaterThan(60);
  // Who reads them knows these from the spec and from the results file.
  for (const known of ['error', 'warning']) words.delete(known);
  expect([...words].filter((word) => !named.has(word))).toEqual([]);
});
