import { describe, expect, test } from 'vitest';

import { hero, read } from './spec-stage.ts';

describe('settings', () => {
  test('the edit’s own win over the defaults, and those over the model’s', async () => {
    const { edits } = await read(`version: 1
defaults: { size: 1024x1024, scale: 0.1, force-single: true, timeout: 90s, output: "out/\${{ edit.id }}" }
edits:
  a: { prompt: x, images: x.png }
  b: { prompt: x, images: x.png, size: 4096x4096(1:1), scale: 1, force-single: false, timeout: 1.5h, output: b, frozen: true }
`);
    const [a, b] = edits;
    expect(a).toMatchObject({
      size: { wire: '1024x1024(1:1)' },
      scale: 0.1,
      forceSingle: true,
      timeoutMs: 90_000,
      output: 'out/a',
      frozen: false,
    });
    expect(b).toMatchObject({
      size: { wire: '4096x4096(1:1)' },
      scale: 1,
      forceSingle: false,
      timeoutMs: 5_400_000,
      output: 'b',
      frozen: true,
    });
  });

  test('size and scale may come from the matrix, with their types', async () => {
    const { edits, problems } = await read(
      hero(
        'prompt: x\nimages: x.png\nsize: ${{ matrix.size }}\nscale: ${{ matrix.scale }}\nmatrix: { size: [1024x1024, 2560x1440], scale: [0, 0.8] }',
      ),
    );
    expect(problems).toEqual([]);
    expect(edits.map(({ id, size, scale, output }) => `${id} ${size?.wire} ${scale} ${output}`)).toEqual([
      'hero@1024x1024+0 1024x1024(1:1) 0 hero/1024x1024-0',
      'hero@1024x1024+0.8 1024x1024(1:1) 0.8 hero/1024x1024-0.8',
      'hero@2560x1440+0 2560x1440(16:9) 0 hero/2560x1440-0',
      'hero@2560x1440+0.8 2560x1440(16:9) 0.8 hero/2560x1440-0.8',
    ]);
  });

  test.each([
    [
      'size: ${{ matrix.v }}',
      'v: [2560x1441]',
      '6:11: `size` is `2560x1441`, which the model does not offer. Did you mean `2560x1440`? (`hero@2560x1441`)',
    ],
    [
      'size: ${{ matrix.v }}',
      'v: [huge]',
      '6:11: `size` is `huge`, which the model does not offer. Use one of 1024x1024(1:1), ',
    ],
    [
      'scale: ${{ matrix.v }}',
      'v: [0.5, 2, "0.7"]',
      '6:12: `scale` is `2`, but it must be a number from 0 to 1. (`hero@2`)',
    ],
    ['scale: ${{ matrix.w }}', 'v: [0.5]', '6:12: `matrix.w` is not defined.'],
    ['timeout: 121h', 'v: [1]', '6:14: `timeout` is longer than 120 h 00 m.'],
  ])('%s with %s', async (setting, axis, problem) => {
    const { problems } = await read(
      hero(`prompt: "\${{ matrix.v }}"\nimages: x.png\n${setting}\nmatrix: { ${axis} }`),
    );
    expect(problems[0]).toContain(`edits.yml:${problem}`);
  });
});
