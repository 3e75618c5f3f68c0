import { describe, expect, test } from 'vitest';

import { MODEL } from '../../src/shared/model.ts';
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

describe('options under defaults', () => {
  const answers = {
    'm/n': modelOf('m/n', { resolution: { type: 'string', enum: ['1K', '2K'] }, scale: { type: 'number' } }),
    'm/o': modelOf('m/o', { resolution: { type: 'string', enum: ['1k', '2k'] } }),
    [MODEL]: modelOf(MODEL, { scale: { type: 'number' } }),
  };
  const spec = (options: string, ...models: string[]) =>
    `version: 1\ndefaults: { options: { ${options} } }\nedits:\n${models
      .map((model, index) => `  e${index}: { prompt: x${index}, images: a.png, model: ${model} }\n`)
      .join('')}`;

  test('are for the models that have them: the others, the default one too, ignore them', async () => {
    const { edits, problems } = await readWithModels(spec('scale: 7', 'm/n', 'm/o', MODEL), answers);
    expect(problems).toEqual([]);
    expect(edits.map(({ options }) => options)).toEqual([{ scale: 7 }, {}, {}]);
  });

  test('that a model has with other values are an error that says what to do', async () => {
    const { problems } = await readWithModels(spec('resolution: 2K', 'm/n', 'm/o', 'm/o'), answers);
    expect(problems).toEqual([
      'edits.yml:2:36: `options.resolution` is `2K`, but it must be one of `1k`, `2k`. Did you mean `2k`? It comes from `defaults`. If other models need it so, set `options.resolution` in the edits by `m/o`.',
    ]);
  });

  test('that no model has are an error', async () => {
    const { problems } = await readWithModels(spec('resolutoin: 2K', 'm/n', MODEL), answers);
    expect(problems).toEqual([
      'edits.yml:2:24: No model of this spec has the key `options.resolutoin`. Did you mean `resolution`?',
    ]);
    const own = await readWithModels(spec('scale: 0.5', MODEL), answers);
    expect(own.problems).toEqual([
      'edits.yml:2:24: `options.scale` has a key of its own. Use `scale` instead.',
    ]);
  });
});

test('keys that only some of the compared models have can be in defaults, which is said', async () => {
  const answers = { 'm/n': modelOf('m/n', { ink: text }), 'm/o': modelOf('m/o', {}) };
  const { problems } = await readWithModels(
    'version: 1\nedits:\n  a: { prompt: x, images: a.png, model: "${{ matrix.m }}", size: 1024x1024, options: { ink: red }, matrix: { m: [m/n, m/o] } }\n',
    answers,
  );
  expect(problems.join('\n')).toContain('Or move it to `defaults`: other models ignore it there.');
  expect(problems.join('\n')).toContain(
    'Unknown key `options.ink` of the model `m/o`. It has none. If only some of the models have it, move it to `options` under `defaults`: the others ignore it there.',
  );
});

test('the default model’s own keys are never missing under options, whatever its schema requires', async () => {
  const answers = { [MODEL]: modelOf(MODEL, { 'width×height': text, tone: text }, 'width×height', 'tone') };
  const { problems } = await readWithModels(
    'version: 1\nedits:\n  a: { prompt: x, images: a.png, options: {} }\n',
    answers,
  );
  expect(problems).toEqual([
    `edits.yml:3:34: \`options.tone\` is missing, and \`${MODEL}\` requires it: text.`,
  ]);
});
