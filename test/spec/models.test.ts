import { describe, expect, test } from 'vitest';

import nanoBanana from '../../emulator/models/nano-banana-2-edit.json' with { type: 'json' };
import qwenImage from '../../emulator/models/qwen-image-2.1-edit.json' with { type: 'json' };
import { readModel } from '../../src/models/read-model.ts';
import type { LookUpModels, ModelAnswer } from '../../src/models/types.ts';
import { formatProblem } from '../../src/shared/problem.ts';
import { readSpec } from '../../src/spec/read-spec.ts';
import { createSpecStage, hero, read, textPorts } from './spec-stage.ts';

function answerOf(document: { readonly model_id: string; readonly input_schema: unknown }): ModelAnswer {
  const model = readModel(document.model_id, document.input_schema);
  if (!model.ok) throw new Error(model.error);
  return { kind: 'known', model: model.value };
}

const KNOWN: Readonly<Record<string, ModelAnswer>> = {
  'google/nano-banana-2/edit': answerOf(nanoBanana),
  'qwen/qwen-image-2.1/edit': answerOf(qwenImage),
  'a/strict': answerOf({
    model_id: 'a/strict',
    input_schema: {
      type: 'object',
      required: ['image', 'style'],
      properties: {
        prompt: { type: 'string', maxLength: 5 },
        image: {
          ...{ type: 'string', format: 'image_uri' },
          validations: [{ validation_rule: 'moons<=', validation_value: 2 }],
        },
        style: { type: 'string', enum: ['ink', 'oil'] },
      },
    },
  }),
};

async function readWith(spec: string, lookUpModels?: LookUpModels) {
  await using workspace = await createSpecStage({ 'edits.yml': spec });
  const asked: string[][] = [];
  const lookUp: LookUpModels = async (ids) => {
    asked.push([...ids]);
    await Promise.resolve();
    return new Map(
      ids.map((id) => [id, KNOWN[id] ?? { kind: 'refused', why: 'the service has no such model' }]),
    );
  };
  const reading = await readSpec('edits.yml', {
    ...textPorts(workspace.root),
    lookUpModels: lookUpModels ?? lookUp,
  });
  const problems = reading.ok ? reading.value.warnings : reading.error;
  return { asked, edits: reading.ok ? reading.value.spec.edits : [], problems: problems.map(formatProblem) };
}

const spec = (edits: string, top = ''): string => `version: 1\n${top}edits:\n${edits}`;

describe('the model of an edit', () => {
  test('is asked about once, whichever edits it is for, and the default one never', async () => {
    const { asked, edits, problems } = await readWith(
      spec(
        `  a: { prompt: x, images: a.png, model: "\${{ matrix.model }}", matrix: { model: [google/nano-banana-2/edit, bytedance/dreamina-4-0/edit] } }
  b: { prompt: x, images: a.png }
  c: { prompt: x, images: a.png, size: 1024x1024, model: bytedance/dreamina-4-0/edit }
`,
        'model: google/nano-banana-2/edit\ndefaults: { size: 2560x1440, force-single: true }\n',
      ),
    );
    expect(problems).toEqual([]);
    expect(asked).toEqual([['google/nano-banana-2/edit']]);
    expect(edits.map(({ id, model, size, forceSingle }) => [id, model, size?.wire, forceSingle])).toEqual([
      ['a@google-nano-banana-2-edit', 'google/nano-banana-2/edit', undefined, false],
      ['a@bytedance-dreamina-4-0-edit', 'bytedance/dreamina-4-0/edit', '2560x1440(16:9)', true],
      ['b', 'google/nano-banana-2/edit', undefined, false],
      ['c', 'bytedance/dreamina-4-0/edit', '1024x1024(1:1)', true],
    ]);
  });

  test('has its own options: typed, of the matrix, and of the defaults as far as it has them', async () => {
    const { edits, problems } = await readWith(
      spec(
        `  a:
    prompt: x
    images: a.png
    model: google/nano-banana-2/edit
    options: { seed: "\${{ matrix.n }}", number_of_images: 2, aspect_ratio: "\${{ vars.ratio }}" }
    matrix: { n: [1, 2] }
  b: { prompt: x, images: a.png, model: qwen/qwen-image-2.1/edit, options: { mask_url: { edit: a@1 } } }
`,
        'vars: { ratio: "16:9" }\ndefaults: { options: { resolution: 2K, background: opaque } }\n',
      ),
    );
    expect(problems).toEqual([]);
    expect(edits.map(({ options }) => options)).toEqual([
      { resolution: '2K', seed: 1, number_of_images: 2, aspect_ratio: '16:9' },
      { resolution: '2K', seed: 2, number_of_images: 2, aspect_ratio: '16:9' },
      { resolution: '2K', background: 'opaque' },
    ]);
    expect(edits[2]?.images).toMatchObject([
      { kind: 'file', pattern: 'a.png' },
      { kind: 'edit', id: 'a@1', option: 'mask_url' },
    ]);
  });

  test.each([
    ['model: nano', 'edits.yml:3:43: `nano` is not the id of a model.'],
    [
      'model: google/nano-banana-2/edt',
      '`google/nano-banana-2/edt` cannot be used: the service has no such model. Did you mean `google/nano-banana-2/edit`?',
    ],
    [
      'model: a/strict, options: { style: ink }',
      'edits.yml:3:43: The schema of `a/strict` has the rule `image: moons<= 2`, which this version does not know',
    ],
    [
      'model: a/strict',
      'edits.yml:3:3: `options.style` is missing, and `a/strict` requires it: one of `ink`, `oil`.',
    ],
    [
      'model: a/strict, options: { style: ik }',
      '`options.style` is `ik`, but it must be one of `ink`, `oil`. Did you mean `ink`?',
    ],
    [
      'model: google/nano-banana-2/edit, scale: 0.5',
      '`scale` belongs to the model `bytedance/dreamina-4-0/edit`. Remove it: `google/nano-banana-2/edit` has no such key.',
    ],
    ['model: google/nano-banana-2/edit, force-single: true', 'Use `options.number_of_images`.'],
    [
      'model: google/nano-banana-2/edit, options: { prompt: y }',
      '`options.prompt` has a key of its own. Use `prompt` instead.',
    ],
    [
      'model: google/nano-banana-2/edit, options: { seed: }',
      '`options.seed` is empty. Give it a value, or remove it.',
    ],
    [
      'model: google/nano-banana-2/edit, options: { seed: .inf }',
      '`options.seed` must be a number that JSON has.',
    ],
    [
      'model: qwen/qwen-image-2.1/edit, options: { mask_url: [a.png] }',
      '`options.mask_url` takes a single picture, but it is a list.',
    ],
    [
      'model: qwen/qwen-image-2.1/edit, options: { mask_url: 5 }',
      '`options.mask_url` must be a file of the repository, an https:// URL, or `edit: ID`.',
    ],
    [
      'options: { width×height: 1024x1024(1:1) }',
      '`options.width×height` has a key of its own. Use `size` instead.',
    ],
    ['options: [seed]', '`options` must be a map of keys and values, but it is a list.'],
  ])('is checked by its schema: %s', async (fields, message) => {
    const { problems } = await readWith(spec(`  a: { prompt: x, images: [a.png], ${fields} }\n`));
    expect(problems.join('\n')).toContain(message);
  });

  test('has a limit for its prompt', async () => {
    const options = 'options: { style: ink }';
    const { problems } = await readWith(
      spec(`  a: { prompt: x x x x, images: a.png, model: a/strict, ${options} }\n`),
    );
    expect(problems.join('\n')).toContain(
      '`prompt` has 7 characters; the model accepts at most 5. Shorten it.',
    );
  });

  test('that nothing is known of is not checked, which is said, and its pictures are still found', async () => {
    const unknown: LookUpModels = async (ids) =>
      await Promise.resolve(
        new Map(ids.map((id) => [id, { kind: 'unknown', why: 'there is no API token' }])),
      );
    const { edits, problems } = await readWith(
      spec(
        '  a: { prompt: x, images: a.png, model: b/c, options: { sede: 7, mask_url: b.png, image_size: square } }\n',
      ),
      unknown,
    );
    expect(problems).toEqual([
      'edits.yml:3:41: `options` and reference images were not checked for `b/c`, because its schema is not known here: there is no API token.',
    ]);
    expect(edits).toMatchObject([
      { options: { sede: 7, image_size: 'square' }, images: [{}, { pattern: 'b.png', option: 'mask_url' }] },
    ]);
  });
});

test.each(['18446744073709551615', '9007199254740993', '-9007199254740993'])(
  'a whole number that would be rounded is an error: %s',
  async (seed) => {
    const own = `model: google/nano-banana-2/edit\nprompt: A.\nimages: a.png\noptions: { seed: ${seed} }`;
    const { problems } = await read(hero(own));
    expect(problems.join('\n')).toContain(
      'edits.yml:7:22: `options.seed` is larger than a number can be without being rounded. Use at most 9007199254740991.',
    );
  },
);
