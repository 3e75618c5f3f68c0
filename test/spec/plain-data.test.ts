import { describe, expect, test } from 'vitest';

import { hero, read } from './spec-stage.ts';

const NUMBERS = [
  '1.10',
  '00123',
  '12345678901234567890',
  '0x10',
  '1e3',
  '0o17',
  '-0',
  '+5',
  '.5',
  '.inf',
  '.nan',
];
const FLAGS = ['TRUE', 'False'];

describe('a spec is sent as it is written', () => {
  test.each([...NUMBERS, ...FLAGS, '5', 'true', '2026-01-05', 'yes'])('vars: %s', async (written) => {
    const { edits, problems } = await read(
      hero('prompt: "<${{ vars.v }}>"\nimages: a.png', `vars: { v: ${written} }`),
    );
    expect(problems).toEqual([]);
    expect(edits[0]?.prompt).toBe(`<${written}>`);
  });

  test('values of a matrix, in prompts, ids and output paths', async () => {
    const { edits, problems } = await read(
      hero(
        'prompt: "${{ matrix.v }} ${{ matrix.w }}"\nimages: a.png\nmatrix: { v: [1.10, 1.1, 007], include: [{ v: 1.10, w: 0x1F }, { v: 007, w: 1e3 }, { v: 1.1, w: 5 }] }',
      ),
    );
    expect(problems).toEqual([]);
    expect(edits.map(({ id, output, prompt }) => [id, output, prompt])).toEqual([
      ['hero@1.10', 'hero/1.10', '1.10 5'],
      ['hero@1.1', 'hero/1.1', '1.1 5'],
      ['hero@007', 'hero/007', '007 1e3'],
    ]);
  });

  test.each(NUMBERS.filter((written) => !/inf|nan/.test(written)))(
    'texts of an edit: %s',
    async (written) => {
      const keys = `prompt: ${written}\ndescription: ${written}\nimages: [${written}]\noutput: x`;
      const { edits, problems } = await read(hero(keys));
      expect(problems).toEqual([]);
      expect(edits[0]).toMatchObject({
        prompt: written,
        description: written,
        images: [{ pattern: written }],
      });
    },
  );

  test('ids, also where another edit uses them', async () => {
    const { edits, problems } = await read(
      'version: 1\nedits:\n  007: { prompt: x, images: a.png }\n  7: { prompt: y, images: { edit: 007 }, output: 1.50 }\n',
    );
    expect(problems).toEqual([]);
    expect(edits.map(({ id, output, images }) => [id, output, images[0]])).toEqual([
      ['007', '007', expect.objectContaining({ pattern: 'a.png' })],
      ['7', '1.50', expect.objectContaining({ id: '007' })],
    ]);
  });

  test('an alias is read by what its place expects', async () => {
    const { edits, problems } = await read(
      `version: 1\nvars: { weight: &w 0.50 }\nedits:\n  hero: { prompt: "\${{ vars.weight }}", images: a.png, scale: *w }\n  b: { prompt: *w, images: a.png, scale: "\${{ vars.weight }}" }\n`,
    );
    expect(problems).toEqual([]);
    expect(edits.map(({ prompt, scale }) => [prompt, scale])).toEqual([
      ['0.50', 0.5],
      ['0.50', 0.5],
    ]);
  });

  test('settings keep their types', async () => {
    const { edits, problems } = await read(
      hero(
        'prompt: x\nimages: a.png\nscale: 1e0\nforce-single: TRUE\nfrozen: True',
        'budget: { max-edits: 0x10 }',
      ),
    );
    expect(problems).toEqual([]);
    expect(edits[0]).toMatchObject({ scale: 1, forceSingle: true, frozen: true });
  });

  test.each([
    ['timeout: 15', '`timeout` is `15`, but it must be a number with a unit'],
    ['frozen: 0', '`frozen` must be `true` or `false`, but it is `0`.'],
    ['scale: "0.5"', '`scale` is `0.5`, but it must be a number from 0 to 1'],
  ])('%s is still an error', async (key, message) => {
    expect((await read(hero(`prompt: x\nimages: a.png\n${key}`))).problems[0]).toContain(message);
  });
});
