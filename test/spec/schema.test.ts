import { readFile } from 'node:fs/promises';

import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';

import { renderSchema, schemaFile } from '../../scripts/schema.ts';
import { validateSpec } from '../../src/spec/validate.ts';

test('the file in schema/ is what the schema of the action makes', async () => {
  expect(await readFile(schemaFile, 'utf8')).toBe(renderSchema());
});

// Strict mode refuses keywords that only editors know.
const check = new Ajv({ strict: false, allErrors: true }).compile(JSON.parse(renderSchema()) as object);

const EDIT = { prompt: 'x', images: 'a.png' };

function specWith(edit: object, rest: object = {}): object {
  return { version: 1, edits: { hero: { ...EDIT, ...edit } }, ...rest };
}

describe('the JSON schema and the action agree', () => {
  test.each<readonly [string, unknown]>([
    ['the least', specWith({})],
    ['one image as a map', specWith({ images: { edit: 'a' } })],
    ['ten images', specWith({ images: Array.from({ length: 10 }, () => 'a') })],
    ['both kinds of images', specWith({ images: ['a', { edit: 'b' }] })],
    ['a short size', specWith({ size: '2560x1440' })],
    ['a long size', specWith({ size: '2560x1440(16:9)' })],
    ['a size of the matrix', specWith({ size: '${{ matrix.size }}' })],
    ['scale at its ends', specWith({ scale: 0 }, { defaults: { scale: 1 } })],
    ['a scale of the matrix', specWith({ scale: '${{matrix.scale}}' })],
    [
      'everything',
      specWith({ description: '', 'force-single': true, timeout: '1.5h', output: 'x', frozen: false }),
    ],
    ['a matrix', specWith({ matrix: { a: [1, 'x', true], include: [{ b: 1 }], exclude: [{ a: 1 }] } })],
    [
      'vars, defaults, budget',
      specWith(
        {},
        {
          vars: { a: 1 },
          defaults: { timeout: '5m', output: 'x', size: '1024x1024', 'force-single': true },
          budget: { 'max-edits': 1, 'max-cost': 0.01 },
        },
      ),
    ],
    ['a prompt file', { version: 1, edits: { hero: { 'prompt-file': 'p.txt', images: 'a' } } }],
  ])('good: %s', (_name, spec) => {
    expect(check(spec)).toBe(true);
    expect(validateSpec(spec).issues).toEqual([]);
  });

  test.each<readonly [string, unknown]>([
    ['nothing', null],
    ['a list', []],
    ['no version', { edits: { hero: EDIT } }],
    ['another version', { version: 2, edits: { hero: EDIT } }],
    ['a version as text', { version: '1', edits: { hero: EDIT } }],
    ['no edits', { version: 1 }],
    ['empty edits', { version: 1, edits: {} }],
    ['edits as a list', { version: 1, edits: [EDIT] }],
    ['an empty edit', { version: 1, edits: { hero: null } }],
    ['a bad id', { version: 1, edits: { 'my hero': EDIT } }],
    ['an id with a dash first', { version: 1, edits: { '-x': EDIT } }],
    ['no images', { version: 1, edits: { hero: { prompt: 'x' } } }],
    ['no prompt', { version: 1, edits: { hero: { images: 'a' } } }],
    ['two prompts', specWith({ 'prompt-file': 'x' })],
    ['an empty prompt', specWith({ prompt: '' })],
    ['a prompt that is a number', specWith({ prompt: 5 })],
    ['an unknown key', specWith({ scael: 1 })],
    ['an unknown key at the top', specWith({}, { budjet: {} })],
    ['an unknown default', specWith({}, { defaults: { prompt: 'x' } })],
    ['an unknown budget', specWith({}, { budget: { max: 1 } })],
    ['an unknown key of an image', specWith({ images: [{ edt: 'x' }] })],
    ['an empty list of images', specWith({ images: [] })],
    ['eleven images', specWith({ images: Array.from({ length: 11 }, () => 'a') })],
    ['an image that is a number', specWith({ images: [5] })],
    ['an unknown size', specWith({ size: '100x100' })],
    ['a size that is text with an expression', specWith({ size: '${{ matrix.a }}x100' })],
    ['a scale too high', specWith({ scale: 1.01 })],
    ['a scale too low', specWith({ scale: -0.01 })],
    ['a scale as text', specWith({ scale: '0.5' })],
    ['force-single as text', specWith({ 'force-single': 'yes' })],
    ['a time limit without unit', specWith({ timeout: 15 })],
    ['a time limit in days', specWith({ timeout: '1d' })],
    ['a matrix with one value', specWith({ matrix: { a: 'x' } })],
    ['an axis without values', specWith({ matrix: { a: [] } })],
    ['an axis with lists', specWith({ matrix: { a: [[1]] } })],
    ['an include that is a map', specWith({ matrix: { include: { a: 1 } } })],
    ['a bad name in include', specWith({ matrix: { include: [{ '1a': 1 }] } })],
    ['a variable that is a list', specWith({}, { vars: { a: [1] } })],
    ['a variable with a bad name', specWith({}, { vars: { 'a b': 1 } })],
    ['fewer than no edits', specWith({}, { budget: { 'max-edits': -1 } })],
    ['half an edit', specWith({}, { budget: { 'max-edits': 1.5 } })],
    ['less than no money', specWith({}, { budget: { 'max-cost': -0.01 } })],
  ])('bad: %s', (_name, spec) => {
    expect(check(spec)).toBe(false);
    expect(validateSpec(spec).issues).not.toEqual([]);
  });
});
