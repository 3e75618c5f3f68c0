import { describe, expect, test } from 'vitest';

import { fitOptions } from '../../src/models/fit-options.ts';
import type { ModelAnswer } from '../../src/models/types.ts';
import { modelOf, readWithModels } from './read-with-models.ts';

const image = { type: 'string', format: 'image_uri' };
const text = { type: 'string' };

function readOne(fields: string, answer: ModelAnswer, top = '') {
  const spec = `version: 1\n${top}edits:\n  a: { prompt: x, images: a.png, model: m/n, ${fields} }\n`;
  return readWithModels(spec, { 'm/n': answer });
}

describe('values of the matrix', () => {
  const types = [
    { type: 'float' },
    text,
    { type: 'float', enum: [0.5] },
    { type: 'string', enum: ['0.50'] },
    {},
  ];

  test('stay as the spec has them, whatever type the schema asks for by now, and are sent as it asks', async () => {
    const sent = await Promise.all(
      types.map(async (type) => {
        const answer = modelOf('m/n', { weight: type });
        const { edits, problems } = await readOne(
          'options: { weight: "${{ matrix.w }}" }, matrix: { w: [0.50] }',
          answer,
        );
        expect(problems.filter((each) => !each.includes('same pictures'))).toEqual([]);
        expect(edits[0]?.options).toEqual({ weight: '0.50' });
        return fitOptions(answer.model.options, edits[0]?.options ?? {})['weight'];
      }),
    );
    expect(sent).toEqual([0.5, '0.50', 0.5, '0.50', '0.50']);
  });

  test.each([
    [text, 'true', 'true'],
    [text, '7', '7'],
    [{ type: 'boolean' }, 'True', true],
    [{ type: 'boolean', enum: [true] }, 'True', true],
    [{ type: 'number' }, '.5', 0.5],
    [{ type: 'number' }, '+0.5', 0.5],
    [{ type: 'string', enum: ['1', '2'] }, '1', '1'],
    [{ type: 'array', items: text }, '7', '7'],
  ])('for %j, %s is sent as %j', async (type, written, expected) => {
    const isList = 'items' in type;
    const answer = modelOf('m/n', { key: type });
    const value = isList ? '["${{ matrix.v }}"]' : '"${{ matrix.v }}"';
    const { edits, problems } = await readOne(
      `options: { key: ${value} }, matrix: { v: [${written}] }`,
      answer,
    );
    expect(problems).toEqual([]);
    const sent = fitOptions(answer.model.options, edits[0]?.options ?? {})['key'];
    expect(sent).toEqual(isList ? [expected] : expected);
  });

  test('that cannot be of the type are errors', async () => {
    const answer = modelOf('m/n', { key: { type: 'boolean' } });
    const { problems } = await readOne('options: { key: "${{ matrix.v }}" }, matrix: { v: [ja] }', answer);
    expect(problems.join('\n')).toContain('`options.key` must be `true` or `false`, but it is `ja`.');
  });
});

test.each<[fields: string, properties: Record<string, unknown>, problem: string]>([
  [
    'options: { mask_url: [] }',
    { mask_url: { type: 'array', items: image } },
    'edits.yml:3:67: `options.mask_url` is empty. Name a picture, or remove it.',
  ],
  [
    'options: { label: true }',
    { label: text },
    'edits.yml:3:64: `options.label` must be text, but it is `true`. Put it in quotes.',
  ],
  [
    'options: { pose: { image: masks/a.png } }',
    { pose: { type: 'object', properties: { image } } },
    'edits.yml:3:72: `options.pose.image` must be the https:// URL of a picture. A file of the repository or `edit: ID` can only be given directly under `options`.',
  ],
  [
    'options: { n: 3 }',
    { n: { type: 'string', enum: [1, 2] } },
    'edits.yml:3:60: `options.n` must be one of `1`, `2`, but it is `3`.',
  ],
  [
    'options: { n: "2" }',
    { n: { type: 'integer', enum: [1, 2] } },
    'edits.yml:3:60: `options.n` must be one of `1`, `2`, but it is `2` as text. Remove the quotes.',
  ],
  [
    'options: { pose: { images: ["https://a.example/1.png", b.png] } }',
    { pose: { type: 'object', properties: { images: { type: 'array', items: image } } } },
    'edits.yml:3:73: `options.pose.images` must be a list of https:// URLs of pictures. A file of the repository or `edit: ID` can only be given directly under `options`.',
  ],
])('options { %s } are checked', async (fields, properties, problem) => {
  const { problems } = await readOne(fields, modelOf('m/n', properties));
  expect(problems).toEqual([problem]);
});

test.each<[fields: string, properties: Record<string, unknown>]>([
  [
    'options: { pose: { image: "https://a.example/b.png" } }',
    { pose: { type: 'object', properties: { image } } },
  ],
  ['options: { n: 2 }', { n: { type: 'string', enum: [1, 2] } }],
  [
    'options: { pose: { images: ["https://a.example/1.png"] } }',
    { pose: { type: 'object', properties: { images: { type: 'array', items: image } } } },
  ],
  ['options: { n: "2" }', { n: { type: 'integer', enum: ['1', '2'] } }],
])('options { %s } are fine', async (fields, properties) => {
  expect((await readOne(fields, modelOf('m/n', properties))).problems).toEqual([]);
});

test('choices that are nested very deeply are left to the service', async () => {
  const deep = JSON.parse(`${'['.repeat(50_000)}${']'.repeat(50_000)}`) as unknown;
  const { problems } = await readOne('options: { n: 2 }', modelOf('m/n', { n: { enum: [deep] } }));
  expect(problems).toEqual([]);
});

describe('what is missing has the position', () => {
  const camera = { type: 'object', required: ['angle'], properties: { angle: { type: 'number' } } };
  const answers = { 'm/n': modelOf('m/n', { camera, ink: text }, 'ink') };
  const read = async (spec: string) => (await readWithModels(spec, answers)).problems;

  test('of the map that lacks it, also in defaults', async () => {
    const defaults = 'version: 1\ndefaults:\n  options: { ink: red, camera: {} }\n';
    expect(await read(`${defaults}model: m/n\nedits:\n  a: { prompt: x, images: a.png }\n`)).toEqual([
      'edits.yml:3:24: `options.camera.angle` is missing, and `m/n` requires it: a number. It comes from `defaults`. If other models need it so, set `options.camera` in the edits by `m/n`.',
    ]);
  });

  test('of the edit, if its options are merged or behind an alias', async () => {
    const spec = (b: string) => `version: 1
edits:
  a: &a
    prompt: x
    images: a.png
    options: &o { camera: {} }
    frozen: true
  b: ${b}
`;
    expect(await read(spec('{ <<: *a, model: m/n, frozen: false }'))).toEqual([
      'edits.yml:8:3: `options.ink` is missing, and `m/n` requires it: text.',
      'edits.yml:8:3: `options.camera.angle` is missing, and `m/n` requires it: a number.',
    ]);
    expect(await read(spec('{ prompt: x, images: a.png, model: m/n, options: *o }'))).toEqual([
      'edits.yml:8:46: `options.ink` is missing, and `m/n` requires it: text.',
      'edits.yml:8:46: `options.camera.angle` is missing, and `m/n` requires it: a number.',
    ]);
  });
});

test.each<[Record<string, unknown>]>([[text], [{ type: 'array', items: text }], [{}]])(
  'a path under a key for pictures is a picture, also if the schema says no more than %j',
  async (rule) => {
    const { edits } = await readOne('options: { mask_url: masks/a.png }', modelOf('m/n', { mask_url: rule }));
    expect(edits[0]).toMatchObject({
      options: {},
      images: [{}, { pattern: 'masks/a.png', option: 'mask_url' }],
    });
  },
);

test('where a schema does not say which pictures are references, a warning does', async () => {
  const model = modelOf('m/n', { images: { type: 'array', items: image } }, 'images');
  const rivals = { ...model, model: { ...model.model, rivals: ['face'] } };
  expect((await readOne('options: { images: b.png }', rivals)).problems.join()).toContain('is sent as `');
});

test('prompts may have to have a length', async () => {
  const { model } = modelOf('m/n', {});
  const { problems } = await readOne('options: {}', {
    kind: 'known',
    model: { ...model, leastPromptLength: 3 },
  });
  expect(problems).toEqual([
    'edits.yml:3:16: `prompt` has 1 character; the model needs at least 3. Say more.',
  ]);
});
