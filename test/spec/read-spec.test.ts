import { symlink } from 'node:fs/promises';
import path from 'node:path';

import { describe, expect, test } from 'vitest';

import { readSpec } from '../../src/spec/read-spec.ts';
import { createSpecStage, read, textPorts } from './spec-stage.ts';

const WHOLE = `\uFEFF# yaml-language-server: $schema=../schema/edits.schema.json
version: 1
vars: { brand: Acme }
defaults: { size: 2048x2048, scale: 0.5, timeout: 15m }
budget: { max-edits: 40, max-cost: 5.00 }
edits:
  cutout:
    prompt: Cut the mug out on plain white.
    images: [shots/mug.png]
  hero:
    description: Home page hero, \${{ matrix.scene }}
    prompt: "Put the mug on the \${{ matrix.scene }}; the sign reads “\${{ vars.brand }}”."
    images:
      - edit: cutout
      - https://cdn.example.com/scenes/\${{ matrix.scene }}.jpg
    matrix:
      scene: [beach, studio]
      exclude: [{ scene: Studio }]
    size: 2560x1440
    force-single: true
    output: banners/\${{ matrix.scene }}
`.replaceAll('\n', '\r\n');

test('a whole spec, with a byte order mark and line ends of Windows', async () => {
  await using workspace = await createSpecStage({ 'specs/edits.yml': WHOLE });
  const at = (line: number, column: number): object => ({ file: 'specs/edits.yml', line, column });
  const expected = {
    spec: {
      path: 'specs/edits.yml',
      budget: { maxEdits: 40, maxCostUsd: 5, at: { maxEdits: at(5, 22), maxCostUsd: at(5, 36) } },
      edits: [
        {
          id: 'cutout',
          key: 'cutout',
          matrix: {},
          prompt: 'Cut the mug out on plain white.',
          images: [{ kind: 'file', pattern: 'shots/mug.png', at: at(9, 14) }],
          size: { width: 2048, height: 2048, wire: '2048x2048(1:1)' },
          scale: 0.5,
          forceSingle: false,
          timeoutMs: 900_000,
          output: 'cutout',
          frozen: false,
          model: 'bytedance/dreamina-4-0/edit',
          options: {},
          at: at(7, 3),
        },
        {
          id: 'hero@beach',
          key: 'hero',
          matrix: { scene: 'beach' },
          description: 'Home page hero, beach',
          prompt: 'Put the mug on the beach; the sign reads “Acme”.',
          images: [
            { kind: 'edit', id: 'cutout', at: at(14, 9) },
            { kind: 'url', url: 'https://cdn.example.com/scenes/beach.jpg', at: at(15, 9) },
          ],
          size: { width: 2560, height: 1440, wire: '2560x1440(16:9)' },
          scale: 0.5,
          forceSingle: true,
          timeoutMs: 900_000,
          output: 'banners/beach',
          frozen: false,
          model: 'bytedance/dreamina-4-0/edit',
          options: {},
          at: at(10, 3),
        },
      ],
    },
    warnings: [],
  };
  expect(await readSpec('specs/edits.yml', textPorts(workspace.root))).toEqual({ ok: true, value: expected });
  expect(await readSpec('./specs/../specs/edits.yml', textPorts(workspace.root))).toEqual({
    ok: true,
    value: expected,
  });
  expect(await readSpec(path.join(workspace.root, 'specs/edits.yml'), textPorts(workspace.root))).toEqual({
    ok: true,
    value: expected,
  });
});

test('every problem at once, each at its place', async () => {
  const { problems } = await read(
    `version: 1
vars: { brand: Acme, sneaky: "\${{ vars.brand }}" }
edits:
  a: { prompt: "x \${{ vars.brnd }} \${{ secrets.X }}", images: [{ edit: b }, { edit: hro }] }
  b: { prompt: x, images: [{ edit: a }, ../x.png, "https://me:secret@example.com/?token=t"] }
  c: { prompt: x, images: { edit: c }, output: ../x }
  hero:
    prompt: |
      Hello
      \${{ matrix.scen }} and \${{ matrix.scene
    images: x.png
    matrix: { scene: [one, two, three] }
  d: { prompt: x, images: [{ edit: hero }, { edit: hero@ones }], output: A, prompt: y }
  e: { prompt: x, images: x.png, output: CON, scael: 5, frozen: 5 }
  a-1: { prompt: x, images: x.png, timeout: 0s }
  f: { prompt-file: none.txt, images: x.png }
`,
  );
  expect(problems).toEqual([
    'edits.yml:2:30: `${{ }}` does not work in the values of `vars` and `matrix`. Use it in the texts of an edit.',
    'edits.yml:4:19: `vars.brnd` is not defined. Did you mean `brand`?',
    'edits.yml:4:36: `${{ secrets.X }}` is not a valid expression. Use `${{ matrix.NAME }}`, `${{ vars.NAME }}` or `${{ edit.id }}`.',
    'edits.yml:4:72: These edits depend on each other in a cycle: `a` -> `b` -> `a`.',
    'edits.yml:4:85: There is no edit `hro`. Did you mean `hero`?',
    'edits.yml:5:41: The image `../x.png` leads out of the repository.',
    'edits.yml:5:51: The image `https://…@example.com/?…` contains a user name or password. Use a public or pre-signed URL.',
    'edits.yml:6:35: `c` uses its own output as an image.',
    'edits.yml:6:48: The output path `../x` contains `..`. It must stay in the output folder.',
    'edits.yml:10:7: `matrix.scen` is not defined. Did you mean `scene`? (`hero@one` and 2 more)',
    'edits.yml:10:30: This `${{` has no closing `}}`. (`hero@one` and 2 more)',
    'edits.yml:13:36: `hero` has a matrix. Name one of its edits: `hero@one`, `hero@two`, `hero@three`.',
    'edits.yml:13:52: There is no edit `hero@ones`. Did you mean `hero@one`?',
    'edits.yml:13:74: The output path `A` is already used by `a` (line 4, column 3). Give one of them another `output`. (`d`)',
    'edits.yml:13:77: The key `prompt` is defined twice. Remove one.',
    'edits.yml:14:42: The output path `CON` has `CON` as a part, which Windows keeps for a device.',
    'edits.yml:14:47: Unknown key `scael`. Did you mean `scale`?',
    'edits.yml:14:65: `frozen` must be `true` or `false`, but it is `5`.',
    'edits.yml:15:3: The output path `a-1` would be used for one of several images of `a` (line 4, column 3). Give that edit `force-single: true`, or one of them another `output`. (`a-1`)',
    'edits.yml:15:45: `timeout` is zero, which leaves no time for the edit.',
    'edits.yml:16:21: The prompt file `none.txt` does not exist.',
  ]);
});

describe('the file', () => {
  test.each<readonly [string, string | Uint8Array, string]>([
    ['is empty', '', 'edits.yml:1:1: The spec is empty. Begin with `version: 1` and `edits`.'],
    ['is a comment', '# later', 'edits.yml:1:1: The spec is empty. Begin with `version: 1` and `edits`.'],
    [
      'is no UTF-8',
      Uint8Array.of(0xff, 0xfe, 0x41, 0),
      'The spec `edits.yml` is not UTF-8 text. Save it as UTF-8.',
    ],
    [
      'is too large',
      ' '.repeat(5 * 1024 * 1024),
      'The spec `edits.yml` is too large: 5.0 MiB. The limit is 4.0 MiB.',
    ],
    ['is no YAML', 'a: [', 'edits.yml:1:5: Not valid YAML: '],
  ])('%s', async (_name, text, problem) => {
    const { problems } = await read(text);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(problem);
  });

  test.each([
    ['none.yml', 'does not exist. Check the input `spec`,'],
    ['edits.yml', 'does not exist. Did you mean `edit.yaml`?'],
    ['specs/shop.yaml', 'does not exist. Did you mean `specs/shop.yml`?'],
    ['../edits.yml', 'leads out of the repository.'],
    ['folder', 'is not a regular file.'],
    ['link.yml', 'is a symbolic link that leads out of the repository.'],
  ])('%s cannot be read', async (specPath, why) => {
    await using workspace = await createSpecStage({
      'folder/x': '',
      'edit.yaml': '',
      'edits.txt': '',
      'specs/shop.yml': '',
    });
    await using other = await createSpecStage({ 'edits.yml': WHOLE });
    await symlink(path.join(other.root, 'edits.yml'), path.join(workspace.root, 'link.yml'));
    expect(await readSpec(specPath, textPorts(workspace.root))).toEqual({
      ok: false,
      error: [
        { severity: 'error', message: expect.stringContaining(`The spec \`${specPath}\` ${why}`) as string },
      ],
      imageUsers: [],
    });
  });
});

test('edits stay in the order of the file, also those whose names are numbers', async () => {
  const edit = '{ prompt: x, images: x.png }';
  const { edits } = await read(
    `version: 1\nedits:\n  b: ${edit}\n  2: ${edit}\n  a: ${edit}\n  1: ${edit}\n`,
  );
  expect(edits.map(({ id }) => id)).toEqual(['b', '2', 'a', '1']);
});

test('5,000 edits are read', async () => {
  const lines = Array.from({ length: 500 }, (_, index) => {
    const matrix = 'matrix: { n: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] }';
    return `  e${index}: { prompt: "\${{ matrix.n }}", images: x.png, ${matrix} }`;
  });
  const { edits, problems } = await read(`version: 1\nedits:\n${lines.join('\n')}\n`);
  expect(problems).toEqual([]);
  expect(edits).toHaveLength(5000);
  expect(new Set(edits.map(({ output }) => output)).size).toBe(5000);
});
