import { describe, expect, test } from 'vitest';

import { hero, read } from './spec-stage.ts';

describe('prompts', () => {
  test.each([
    ['prompt: "${{ vars.empty }}"', '4:13: `prompt` is empty.'],
    [
      `prompt: "${'x'.repeat(801)}"`,
      '4:13: `prompt` has 801 characters; the model accepts at most 800. Shorten it.',
    ],
    ['prompt: "a\\x07b"', '4:13: `prompt` contains the control character U+0007. Remove it.'],
  ])('%s', async (prompt, problem) => {
    const { problems } = await read(hero(`${prompt}\nimages: x.png`, 'vars: { empty: "" }\n'));
    expect(problems).toEqual([`edits.yml:${problem}`]);
  });

  test('one too long in several combinations is one problem', async () => {
    const { problems } = await read(
      hero(`prompt: "\${{ matrix.v }}${'x'.repeat(800)}"\nimages: x.png\nmatrix: { v: [a, bb, ccc] }`),
    );
    expect(problems).toEqual([
      'edits.yml:4:13: `prompt` has 801 characters; the model accepts at most 800. Shorten it. (`hero@a` and 2 more)',
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
      [
        'edits.yml:4:18: The prompt file `p.txt` has 900 characters; the model accepts at most 800. Shorten it.',
      ],
    ],
    [
      'p.txt',
      'x'.repeat(70_000),
      ['edits.yml:4:18: The prompt file `p.txt` is too large: 68.4 KiB. The limit is 64.0 KiB.'],
    ],
    [
      'p.txt',
      'one\ntwo ${{ vars.x }} ${{ no }}',
      [
        'p.txt:2:5: `vars.x` is not defined. Add it under `vars`.',
        'p.txt:2:19: `${{ no }}` is not a valid expression. Use `${{ matrix.NAME }}`, `${{ vars.NAME }}` or `${{ edit.id }}`.',
      ],
    ],
    ['../p.txt', 'x', ['edits.yml:4:18: The prompt file `../p.txt` leads out of the repository.']],
    [
      '/etc/hostname',
      'x',
      [
        'edits.yml:4:18: The prompt file `/etc/hostname` is absolute. Use a path relative to the workspace, the root of the repository.',
      ],
    ],
    ['.', 'x', ['edits.yml:4:18: The prompt file `.` is not a regular file.']],
    ['${{ vars.x }}', 'x', ['edits.yml:4:18: `vars.x` is not defined. Add it under `vars`.']],
  ])('a file %s that holds %j', async (file, content, expected) => {
    const { problems } = await read(hero(`prompt-file: ${file}\nimages: x.png`), { 'p.txt': content });
    expect(problems).toEqual(expected);
  });
});
