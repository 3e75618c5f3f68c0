import { describe, expect, test } from 'vitest';

import { MODEL } from '../../src/shared/model.ts';
import { modelOf, readWithModels } from './read-with-models.ts';

const text = { type: 'string' };

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

test('options that only the service’s own schema of the default model may have are not checked without it', async () => {
  const spec = 'version: 1\nedits:\n  a: { prompt: x, images: a.png, options: { tone: red } }\n';
  const unknown = { kind: 'unknown', why: 'there is no API token' } as const;
  const { edits, problems } = await readWithModels(spec, { [MODEL]: unknown });
  expect(problems).toEqual([
    `edits.yml:3:45: \`options.tone\` was not checked: the schema of \`${MODEL}\` that is built in does not have it, and the service's own is not known here.`,
  ]);
  expect(edits[0]?.options).toEqual({ tone: 'red' });
});
