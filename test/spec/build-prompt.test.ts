import { describe, expect, test } from 'vitest';

import { hero, read } from './workspace.ts';

describe('prompts', () => {
  test.each([
    ['prompt: "${{ vars.empty }}"', '4:13: `prompt` is empty.'],
    [`prompt: "${'x'.repeat(801)}"`, '4:13: `prompt` is 801 characters long; the model takes at most 800.'],
    ['prompt: "a\\x07b"', '4:13: `prompt` holds the character U+0007, which is no text. Remove it.'],
  ])('%s', async (prompt, problem) => {
    const { problems } = await read(hero(`${prompt}\nimages: x.png`, 'vars: { empty: "" }\n'));
    expect(problems).toEqual([`edits.yml:${problem}`]);
  });

  test('one too long in several combinations is one problem', async () => {
    const { problems } = await read(
      hero(`prompt: "\${{ matrix.v }}${'x'.repeat(800)}"\nimages: x.png\nmatrix: { v: [a, bb, ccc] }`),
    );
    expect(problems).toEqual([
      'edits.yml:4:13: `prompt` is 801 characters long; the model takes at most 800. (`hero@a` and 2 more)',
    ]);
  });

  test('from a file: interpolated, with one kind of line end and none at the end', async () => {
    const text = hero(
      'prompt-file: prompts/${{ matrix.v }}.txt\nimages: x.png\nmatrix: { v: [a, b] }',
      'vars: { brand: Acme }\n',
    );
    const files = {
      'prompts/a.txt': '\uFEFFFor ${{ vars.brand }}:\r\n${{ edit.id }}\r\n\r\n',
      'prompts/b.txt': 'b',
    };
    const { edits, problems } = await read(text, files);
    expect(problems).toEqual([]);
    expect(edits.map(({ prompt }) => prompt)).toEqual(['For Acme:\nhero@a', 'b']);
  });

  test.each<readonly [string, string, readonly string[]]>([
    ['p.txt', '', ['edits.yml:4:18: The prompt file `p.txt` is empty.']],
    [
      'p.txt',
      'x'.repeat(900),
      ['edits.yml:4:18: The prompt file `p.txt` is 900 characters long; the model takes at most 800.'],
    ],
    [
      'p.txt',
      'x'.repeat(70_000),
      ['edits.yml:4:18: The prompt file `p.txt` is 68.4 KiB large; at most 64.0 KiB are read.'],
    ],
    [
      'p.txt',
      'one\ntwo ${{ vars.x }} ${{ no }}',
      [
        'p.txt:2:5: `vars.x` is not defined. Add it under `vars`.',
        'p.txt:2:19: `${{ no }}` is not understood. Only `${{ matrix.NAME }}`, `${{ vars.NAME }}` and `${{ edit.id }}` can be used.',
      ],
    ],
    ['../p.txt', 'x', ['edits.yml:4:18: The prompt file `../p.txt` leads out of the repository.']],
    [
      '/etc/hostname',
      'x',
      [
        "edits.yml:4:18: The prompt file `/etc/hostname` is absolute. Give the path from the repository's root.",
      ],
    ],
    ['.', 'x', ['edits.yml:4:18: The prompt file `.` is not a file.']],
    ['${{ vars.x }}', 'x', ['edits.yml:4:18: `vars.x` is not defined. Add it under `vars`.']],
  ])('a file %s that holds %j', async (file, content, expected) => {
    const { problems } = await read(hero(`prompt-file: ${file}\nimages: x.png`), { 'p.txt': content });
    expect(problems).toEqual(expected);
  });
});
