import { describe, expect, test } from 'vitest';

import { hero, read } from './spec-stage.ts';

describe('warnings', () => {
  test('a variable and an axis that make no difference', async () => {
    const { problems } = await read(
      hero(
        'prompt: x ${{ vars.used }}\nimages: x.png\noutput: "${{ matrix.v }}"\nmatrix: { v: [1, 2], w: [1], include: [{ v: 1, note: x }] }',
        'vars: { used: 1, shown: 2, idle: 3 }\ndefaults: { output: "${{ vars.shown }}" }\n',
      ),
    );
    expect(problems).toEqual([
      'warning: edits.yml:7:15: Nothing that `hero` sends uses `${{ matrix.v }}`, so its values give the same pictures, which are made and paid for only once. For several candidates of one picture, use `takes`.',
      'warning: edits.yml:8:18: The variable `shown` is never used.',
      'warning: edits.yml:8:28: The variable `idle` is never used.',
    ]);
  });

  test.each([
    ['the prompt', 'prompt: "${{ matrix.v }}"\nimages: x.png'],
    ['the prompt, as part of the id', 'prompt: "${{ edit.id }}"\nimages: x.png'],
    ['an image', 'prompt: x\nimages: ["${{ matrix.v }}.png"]'],
    ['the prompt file', 'prompt-file: p.txt\nimages: x.png'],
    ['the scale', 'prompt: x\nimages: x.png\nscale: ${{ matrix.v }}'],
  ])('none where the axis is used by %s', async (_name, keys) => {
    const { problems } = await read(hero(`${keys}\nmatrix: { v: [0, 1] }`), { 'p.txt': '${{ matrix.v }}' });
    expect(problems).toEqual([]);
  });

  test('none of a budget: it counts', async () => {
    const { problems } = await read(
      hero('prompt: x\nimages: x.png', 'budget: { max-edits: 3, max-cost: 0.5 }\n'),
    );
    expect(problems).toEqual([]);
  });

  test('an unknown tag', async () => {
    const { problems } = await read(hero('prompt: !magic x\nimages: x.png'));
    expect(problems).toEqual(['warning: edits.yml:4:13: Not valid YAML: Unresolved tag: !magic.']);
  });
});
