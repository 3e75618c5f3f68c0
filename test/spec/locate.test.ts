import { expect, test } from 'vitest';

import type { Pointer } from '../../src/spec/issue.ts';
import { parseYaml } from '../../src/spec/parse-yaml.ts';

const { signal } = new AbortController();

const TEXT = `version: 1
base: &base
  size: 1x1
  images: [a.png, "b.png"]
other: &other {size: 2x2, scale: 3}
edits:
  hero:
    <<: [*base, *other]
    prompt: |
      One
      two \${{ x }}
    output:
  copy: *base
  "quoted": {prompt: 'x', images: &list [c, d]}
  alias:
    images: *list
  7: {}
`;

test.each<readonly [string, Pointer, string]>([
  ['a value', { path: ['version'], on: 'value' }, '1:10'],
  ['a key', { path: ['version'], on: 'key' }, '1:1'],
  ['an item of a list', { path: ['base', 'images', 1], on: 'value' }, '4:19'],
  ['a list has its key', { path: ['base', 'images', 1], on: 'key' }, '4:19'],
  ['a merged value, where it is written', { path: ['edits', 'hero', 'size'], on: 'value' }, '3:9'],
  ['from the second merged map', { path: ['edits', 'hero', 'scale'], on: 'key' }, '5:27'],
  ['through an alias', { path: ['edits', 'copy', 'images', 0], on: 'value' }, '4:12'],
  ['an alias itself, where it is used', { path: ['edits', 'alias', 'images'], on: 'value' }, '16:13'],
  ['an item behind an alias', { path: ['edits', 'alias', 'images', 1], on: 'value' }, '14:45'],
  ['a quoted key', { path: ['edits', 'quoted'], on: 'key' }, '14:3'],
  ['a number as a key', { path: ['edits', '7'], on: 'key' }, '17:3'],
  ['a block of text', { path: ['edits', 'hero', 'prompt'], on: 'value' }, '9:13'],
  ['a piece of a block', { path: ['edits', 'hero', 'prompt'], on: 'text', text: '${{ x }}' }, '11:11'],
  ['a piece that is not there', { path: ['edits', 'hero', 'prompt'], on: 'text', text: 'copy' }, '9:13'],
  ['an empty value, at its key', { path: ['edits', 'hero', 'output'], on: 'value' }, '12:5'],
  [
    'what is missing, at the key around it',
    { path: ['edits', 'quoted', 'matrix', 'x'], on: 'value' },
    '14:3',
  ],
  ['an item past the end, at the list’s key', { path: ['base', 'images', 5], on: 'value' }, '4:3'],
  ['what is missing at the top', { path: ['vars'], on: 'value' }, '1:1'],
  ['all of it', { path: [], on: 'value' }, '1:1'],
])('%s', async (_name, pointer, expected) => {
  const parsed = await parseYaml(TEXT, 'dir/e.yml', signal);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
  const { file, line, column } = parsed.value.locate(pointer);
  expect(`${line}:${column}`).toBe(expected);
  expect(file).toBe('dir/e.yml');
});

test('a place that is known is handed back', async () => {
  const parsed = await parseYaml('', 'e.yml', signal);
  const position = { file: 'p.txt', line: 2, column: 3 };
  expect(parsed.ok && parsed.value.locate({ position })).toEqual(position);
  expect(parsed.ok && parsed.value.locate({ path: ['x'], on: 'value' })).toEqual({
    file: 'e.yml',
    line: 1,
    column: 1,
  });
});
