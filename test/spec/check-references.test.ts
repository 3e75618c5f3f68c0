import { describe, expect, test } from 'vitest';

import { read } from './spec-stage.ts';

describe('references between edits', () => {
  test('an expanded id, made by the matrix of the edit that uses it', async () => {
    const { edits, problems } = await read(`version: 1
edits:
  cut: { prompt: "cut \${{ matrix.v }}", images: x.png, matrix: { v: [a, b] } }
  use: { prompt: use, images: { edit: "cut@\${{ matrix.v }}" }, matrix: { v: [a, b] } }
`);
    expect(problems).toEqual([]);
    expect(edits.slice(2).map(({ images }) => images)).toMatchObject([
      [{ kind: 'edit', id: 'cut@a' }],
      [{ kind: 'edit', id: 'cut@b' }],
    ]);
  });

  test('one of many edits that has a mistake in its key', async () => {
    const { problems } = await read(`version: 1
edits:
  cut: { prompt: x, images: x.png }
  one: { prompt: x, images: { edit: cut@a } }
  two: { prompt: x, images: { edit: banana } }
  gone: { prompt: x, images: x.png, matrix: 5 }
  three: { prompt: x, images: [{ edit: gone }, { edit: gone@a }] }
`);
    expect(problems).toEqual([
      'edits.yml:4:37: There is no edit `cut@a`. Did you mean `cut`?',
      'edits.yml:5:37: There is no edit `banana`.',
      'edits.yml:6:45: `matrix` must be a map of keys and values, but it is `5`.',
    ]);
  });

  test('a circle through a matrix is reported once', async () => {
    const { problems } = await read(`version: 1
edits:
  a: { prompt: "\${{ matrix.v }}", images: { edit: "b@\${{ matrix.v }}" }, matrix: { v: [1, 2] } }
  b: { prompt: "\${{ matrix.v }}", images: { edit: "a@\${{ matrix.v }}" }, matrix: { v: [1, 2] } }
`);
    expect(problems).toEqual([
      'edits.yml:3:51: These edits depend on each other in a cycle: `a@1` -> `b@1` -> `a@1`. (`a@1` and 1 more)',
    ]);
  });
});
