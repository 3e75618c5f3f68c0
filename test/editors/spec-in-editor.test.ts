import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { SHORT_SIZES } from '../../src/spec/size.ts';
import { repository } from '../contract/source-tree.ts';
import { openSpecEditor, type SpecEditor } from './open-spec.ts';

let editor: SpecEditor;
beforeAll(async () => {
  editor = await openSpecEditor();
});
afterAll(async () => {
  await editor[Symbol.asyncDispose]();
});

/** A spec with one edit; `keys` are those beside its prompt and its images. */
const withKeys = (keys: string): string =>
  `version: 1\nedits:\n  hero: { prompt: x, images: a.png${keys === '' ? '' : `, ${keys}`} }\n`;

describe('what an editor says of a mistake', () => {
  test.each<readonly [string, string, readonly string[]]>([
    ['a good spec', withKeys(''), []],
    [
      'a wrong id',
      'version: 1\nedits:\n  my hero: { prompt: x, images: a.png }\n',
      [
        '3:3 This is not a valid id. Use at most 100 letters, digits, `_` and `-`, starting with a letter or digit.',
      ],
    ],
    [
      'a prompt and a file with one',
      withKeys('prompt-file: b.txt'),
      ['3:37 Use either `prompt` or `prompt-file`, not both.'],
    ],
    [
      'no prompt',
      'version: 1\nedits:\n  hero: { images: a.png }\n',
      ['3:3 The edit has no `prompt`. Add one, or `prompt-file` with a text file of the repository.'],
    ],
    [
      'a time without a unit',
      withKeys('timeout: 15'),
      ['3:46 `timeout` must be a number with a unit, for example `90s`, `15m` or `1.5h`.'],
    ],
    [
      'edits as a list',
      'version: 1\nedits:\n  - prompt: x\n    images: a.png\n',
      [
        '3:3 `edits` must be a map. Write each edit under an id of its own, without a dash: `hero: { prompt: ..., images: ... }`.',
      ],
    ],
    [
      'a size that the model does not have',
      withKeys('size: 100x100'),
      [`3:43 \`size\` must be one of ${SHORT_SIZES.join(', ')}.`],
    ],
    [
      'a misspelled key of an image',
      'version: 1\nedits:\n  hero: { prompt: x, images: [{ edt: cutout }] }\n',
      ['3:31 An entry of `images` must be a file or glob of the repository, an https:// URL, or `edit: ID`.'],
    ],
    [
      'a key of the default model beside another model',
      withKeys('model: google/nano-banana-2/edit, size: 1024x1024'),
      [
        '3:71 `size`, `scale` and `force-single` are keys of the default model. This model has keys of its own: write them under `options`.',
      ],
    ],
    [
      'names and values of a matrix',
      withKeys("matrix: { 'a b': [1], c: 5 }"),
      [
        '3:62 A value in `matrix` must be a list of values.',
        '3:47 This is not a valid name. Use at most 100 letters, digits, `_` and `-`, starting with a letter or `_`.',
      ],
    ],
    ['a misspelled key', withKeys('scael: 1'), ['3:37 Property scael is not allowed.']],
  ])('%s', async (_, spec, problems) => {
    expect(await editor.problems(spec)).toEqual(problems);
  });

  test('nothing, of the example', async () => {
    const spec = await readFile(path.join(repository, 'examples/edits.yml'), 'utf8');
    // Here the editor knows the schema by its settings.
    expect(await editor.problems(spec.replace(/^# yaml-language-server:/m, '#'))).toEqual([]);
  });
});

describe('what an editor offers', () => {
  test('each size once, and a value of the matrix', async () => {
    const offers = await editor.offers('version: 1\nedits:\n  hero:\n    size: |\n');
    const labels = offers.map(({ label }) => label);
    expect(labels.toSorted()).toEqual([...SHORT_SIZES, '${{ matrix.size }}'].toSorted());
  });

  test('a new edit, with or without a matrix, that is right as it is inserted', async () => {
    const offers = await editor.offers('version: 1\nedits:\n  |\n');
    const snippets = offers.filter(({ label }) => label.startsWith('New edit'));
    expect(snippets.map(({ label }) => label)).toEqual(['New edit', 'New edit for each value of a matrix']);
    for (const { text } of snippets) {
      const inserted = text.replaceAll(/(?<!\\)\$\{\d:([^}]*)\}/g, '$1').replaceAll(/\\([$}])/g, '$1');
      expect(inserted).toMatch(/^hero:\n  prompt: Put the mug on the/);
      const spec = `version: 1\nedits:\n${inserted.replaceAll(/^/gm, '  ')}\n`;
      expect(await editor.problems(spec), spec).toEqual([]);
    }
  });

  test('the keys of an edit', async () => {
    const offers = await editor.offers('version: 1\nedits:\n  hero:\n    prompt: x\n    |\n');
    const labels = offers.map(({ label }) => label);
    expect(labels).toEqual(expect.arrayContaining(['images', 'matrix', 'size', 'takes', 'alt']));
    expect(offers.map(({ text }) => text).join()).not.toContain('[object');
  });

  test('what a key means, where the pointer is', async () => {
    const shown = await editor.hover('version: 1\nedits:\n  hero:\n    time|out: 15m\n');
    expect(shown).toContain('A number with a unit: ms, s, m or h.');
  });
});
