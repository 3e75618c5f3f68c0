import { describe, expect, test } from 'vitest';

import { hero, read } from './spec-stage.ts';

describe('matrices', () => {
  test.each<readonly [string, readonly string[]]>([
    ['{}', ['6:5: The matrix is empty.']],
    ['{ v: [1], exclude: [{ v: 1 }] }', ['6:5: The matrix excludes all of its combinations.']],
    [
      '{ v: [1, 2], exclude: [{ w: 1 }] }',
      ['6:38: `exclude` names `w`, which is not an axis of this matrix.'],
    ],
    [
      '{ vee: [1, 2], exclude: [{ vees: 1 }] }',
      ['6:40: `exclude` names `vees`, which is not an axis of this matrix. Did you mean `vee`?'],
    ],
    [
      '{ v: [1, 2], include: [{ V: 1 }] }',
      ['6:38: `V` differs from the axis `v` only in case. Spell both the same way.'],
    ],
    ['{ v: [1, 2], include: [{}] }', ['6:36: This entry of `include` is empty.']],
    [
      '{ v: [1, 2], include: [{ w: "${{ vars.x }}" }] }',
      ['6:41: `${{ }}` does not work in the values of `vars` and `matrix`. Use it in the texts of an edit.'],
    ],
    [
      '{ "1v": [1, 2] }',
      [
        '6:15: `1v` is not a valid axis name. Use letters, digits, `_` and `-`, starting with a letter or `_`.',
      ],
    ],
    [
      '{ v: ["a b", "a-b"] }',
      [
        '6:5: Several combinations of `hero` have the same id: `hero@a-b`. Use values that differ in letters or digits.',
      ],
    ],
    [
      `{ v: [${Array.from({ length: 257 }, (_, index) => index).join(', ')}] }`,
      ['6:5: The matrix has more than 256 combinations. Split the edit.'],
    ],
    [
      '{ v: [a, A] }',
      [
        '3:3: The output path `hero/A` is already used by `hero@a` (line 3, column 3). Give one of them another `output`. (`hero@A`)',
      ],
    ],
    [
      '{ v: [con] }',
      [
        '3:3: The output path `hero/con` has `con` as a part, which Windows keeps for a device. Give the edit an `output`. (`hero@con`)',
      ],
    ],
  ])('%s', async (matrix, expected) => {
    const { problems } = await read(hero(`prompt: "x"\nimages: x.png\nmatrix: ${matrix}`));
    expect(problems).toEqual(expected.map((problem) => `edits.yml:${problem}`));
  });

  test('a value that only some combinations have', async () => {
    const matrix = '{ v: [1, 2], include: [{ v: 1, w: x }] }';
    const { problems } = await read(
      hero(`prompt: "\${{ matrix.v }} \${{ matrix.w }}"\nimages: x.png\nmatrix: ${matrix}`),
    );
    expect(problems).toEqual([
      'edits.yml:4:30: `matrix.w` has no value in this combination. Add one with `include`. (`hero@2`)',
    ]);
  });

  test('256 combinations are not too many, also with values added by include', async () => {
    const values = Array.from({ length: 256 }, (_, index) => index).join(', ');
    const matrix = `{ v: [${values}], include: [{ w: x }] }`;
    const { edits } = await read(
      hero(`prompt: "\${{ matrix.v }} \${{ matrix.w }}"\nimages: x.png\nmatrix: ${matrix}`),
    );
    expect(edits).toHaveLength(256);
    const { problems } = await read(
      hero(`prompt: x\nimages: x.png\nmatrix: ${matrix.replace('w: x', 'v: more')}`),
    );
    expect(problems).toEqual(['edits.yml:6:5: The matrix has more than 256 combinations. Split the edit.']);
  });

  test('more than 10,000 edits', async () => {
    const values = Array.from({ length: 250 }, (_, index) => index).join(', ');
    const lines = Array.from(
      { length: 41 },
      (_, index) => `  e${index}: {prompt: "\${{ matrix.v }}", images: x, matrix: {v: [${values}]}}`,
    );
    const { problems } = await read(`version: 1\nedits:\n${lines.join('\n')}\n`);
    expect(problems).toEqual([
      'edits.yml:43:3: The spec has more than 10000 edits, each take counted. Split it into several specs.',
    ]);
  });
});
