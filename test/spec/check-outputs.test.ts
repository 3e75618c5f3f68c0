import { describe, expect, test } from 'vitest';

import { hero, read } from './spec-stage.ts';

describe('output paths', () => {
  test('paths that only other systems take for one', async () => {
    const { problems } = await read(`version: 1
edits:
  a: { prompt: x, images: x.png, output: "Banners/É" }
  b: { prompt: x, images: x.png, output: "banners/e\u0301" }
`);
    expect(problems).toEqual([
      'edits.yml:4:42: The output path `banners/é` is already used by `a` (line 3, column 42). Give one of them another `output`. (`b`)',
    ]);
  });

  test('a default for all of a matrix that does not distinguish them', async () => {
    const { problems } = await read(
      hero('prompt: "${{ matrix.v }}"\nimages: x.png\noutput: same\nmatrix: { v: [1, 2, 3] }'),
    );
    expect(problems).toEqual([
      'edits.yml:6:13: The output path `same` is the same for several combinations of the matrix. Add `${{ matrix.v }}` to `output`. (`hero@2` and 1 more)',
    ]);
  });

  test('the axis that is missing from the path is named', async () => {
    const { problems } = await read(
      hero(
        'prompt: "${{ matrix.v }} ${{ matrix.w }}"\nimages: x.png\noutput: x/${{ matrix.v }}\nmatrix: { v: [1, 2], w: [3, 4] }',
      ),
    );
    expect(problems).toEqual([
      'edits.yml:6:13: The output path `x/1` is the same for several combinations of the matrix. Add `${{ matrix.w }}` to `output`. (`hero@1+4` and 1 more)',
    ]);
  });

  test('a number behind a path is free when its owner makes a single image', async () => {
    const { problems } = await read(`version: 1
edits:
  hero: { prompt: x, images: x.png, force-single: true }
  hero-2: { prompt: x, images: x.png }
  hero-02: { prompt: x, images: x.png }
`);
    expect(problems).toEqual([]);
  });
});
