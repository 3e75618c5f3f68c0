import { expect, it } from 'vitest';

import flux from '../../emulator/models/flux-1-kontext-pro-edit.json' with { type: 'json' };
import gptImage from '../../emulator/models/gpt-image-2-edit.json' with { type: 'json' };
import nanoBanana from '../../emulator/models/nano-banana-2-edit.json' with { type: 'json' };
import qwenImage from '../../emulator/models/qwen-image-2.1-edit.json' with { type: 'json' };
import seedream from '../../emulator/models/seedream-5.0-pro-image-to-image.json' with { type: 'json' };
import wan from '../../emulator/models/wan-2.7-edit.json' with { type: 'json' };
import dreamina from '../../emulator/dreamina-4-0-edit.schema.json' with { type: 'json' };
import { DEFAULT_MODEL } from '../../src/models/default-model.ts';
import { readModel } from '../../src/models/read-model.ts';
import type { Model } from '../../src/models/types.ts';

function read(schema: unknown, id = 'a/b'): Model {
  const model = readModel(id, schema);
  if (!model.ok) throw new Error(model.error);
  return model.value;
}

/** A schema with these keys besides a prompt. */
function schemaOf(properties: Readonly<Record<string, unknown>>, required: readonly string[] = []) {
  return { type: 'object', required, properties: { prompt: { type: 'string' }, ...properties } };
}

const ONE = { type: 'string', format: 'image_uri' };
const LIST = { type: 'array', items: ONE };

it.each([
  [flux, 'image_url', false, 1, 1],
  [gptImage, 'images', true, 1, 10],
  [nanoBanana, 'image_urls', true, 1, 20],
  [qwenImage, 'image_urls', true, 1, 10],
  [seedream, 'image', true, 1, 10],
  [wan, 'image_urls', true, 1, Infinity],
])(
  'finds the reference key of $model_id by its format',
  ({ input_schema: schema }, key, isList, least, most) => {
    const model = read(schema);
    expect(model.references).toMatchObject({ key, isList, least, most });
    expect([...model.options.keys()]).toEqual(
      Object.keys(schema.properties)
        .filter((each) => each !== 'prompt' && each !== key)
        .toSorted(),
    );
  },
);

it.each([
  ['a mask that comes first', { mask: ONE, picture: ONE }, [], 'picture'],
  ['a list, and not another picture', { style_image: ONE, pictures: LIST }, [], 'pictures'],
  ['what is required, and not a list', { styles: LIST, picture: ONE }, ['picture'], 'picture'],
  [
    'a plain name before others, even required ones',
    { face_images: LIST, image_urls: LIST },
    ['face_images'],
    'image_urls',
  ],
  ['a plain name of a single picture', { control_image_url: ONE, image_url: ONE }, [], 'image_url'],
  ['a plain name by itself', { garment_image: ONE, image: ONE }, ['garment_image', 'image'], 'image'],
  ['an array that says it itself', { pictures: { type: 'array', format: 'image_uris' } }, [], 'pictures'],
])('takes as the references %s', (_what, properties, required, key) => {
  expect(read(schemaOf(properties, required)).references.key).toBe(key);
});

it('names the keys that might as well take the references', () => {
  expect(read(schemaOf({ body: ONE, face: ONE, mask: ONE }, [])).rivals).toEqual(['face']);
  expect(read(schemaOf({ image: ONE, face: ONE }, [])).rivals).toEqual([]);
});

it('reads limits in older schemas, and the least length of a prompt', () => {
  const model = read({
    ...{ type: 'object', required: [] },
    properties: {
      prompt: { type: 'string', minLength: 3 },
      image: ONE,
      n: { type: 'number', minimum: 0, exclusiveMinimum: true },
    },
  });
  expect(model.leastPromptLength).toBe(3);
  expect(model.options.get('n')).toMatchObject({ range: { least: { value: 0, isOpen: true } } });
});

it.each([
  [{ type: 'object', properties: { image: ONE } }, 'its published schema has no `prompt`'],
  [schemaOf({ size: { type: 'string' } }), 'its published schema has no key for reference images'],
  [{ type: 'object' }, 'its published schema has no keys'],
  ['no schema', 'its published schema has no keys'],
  [
    schemaOf({ image: ONE, big: { type: 'string', enum: ['x'.repeat(70_000)] } }),
    'its published schema is too large',
  ],
])('refuses what is not an edit model: %j', (schema, error) => {
  expect(readModel('a/b', schema)).toEqual({ ok: false, error });
});

it('reads the limits of pictures in every spelling, and names the rules that it does not know', () => {
  const rule = (validation_rule: string, validation_value: unknown) => ({
    validation_rule,
    validation_value,
  });
  const validations = [
    ...[rule('file_size_mb <=', '20'), rule('width_pixels≤', 4096), rule('WIDTH_PIXELS>', '13.5')],
    ...[
      rule('height_pixels=<', 100),
      rule('height_pixels<', 100),
      rule('width/height≥', 0.4),
      rule('width/height =>', 0.5),
    ],
    ...[rule('frames<=', 3), rule('width_pixels', 3), rule('file_size_mb<=', 'large'), 'odd'],
  ];
  const { references, unknownRules } = read(schemaOf({ image: { ...ONE, validations } }));
  const closed = (value: number) => ({ value, isOpen: false });
  const open = (value: number) => ({ value, isOpen: true });
  expect(references.limits).toEqual({
    fileBytes: { most: closed(20_000_000) },
    width: { least: open(13.5), most: closed(4096) },
    height: { most: open(100) },
    ratio: { least: closed(0.5) },
  });
  expect(unknownRules).toEqual([
    ...['image: frames<= 3', 'image: width_pixels 3', 'image: file_size_mb<= large'],
  ]);
});

it('has the default model as the service publishes it', () => {
  const published = read(dreamina, DEFAULT_MODEL.id);
  expect(published.digest).toBe(DEFAULT_MODEL.digest);
  expect({ ...published, references: { ...published.references, limits: {} } }).toEqual({
    ...DEFAULT_MODEL,
    references: { ...DEFAULT_MODEL.references, limits: {} },
  });
});

it('has a digest that follows what is valid, and not its texts, samples and order', () => {
  const { prompt, image_url: image, seed } = flux.input_schema.properties;
  const base = read(schemaOf({ image, seed })).digest;
  const same = [
    schemaOf({ seed, image }),
    schemaOf({ image: { ...image, default: 'https://x', description: 'Other.' }, seed }),
    {
      ...schemaOf({ image, seed }),
      title: 'Other',
      properties: { seed, image, prompt: { ...prompt, maxLength: undefined } },
    },
  ];
  for (const schema of same) expect(read(schema).digest).toBe(base);
  expect(read(schemaOf({ image, seed: { ...seed, maximum: 3 } })).digest).not.toBe(base);
  expect(read(schemaOf({ image, seed }, ['seed'])).digest).not.toBe(base);
  // What the lock file keeps reads as the same model.
  const model = read(nanoBanana.input_schema);
  expect(read(JSON.parse(JSON.stringify(model.schema)))).toEqual(model);
});
