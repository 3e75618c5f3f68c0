import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createEmulator, type Emulator } from '../../emulator/emulator.ts';
import { parseModel } from '../../emulator/model.ts';
import { SHIPPED_DOCUMENTS } from '../../emulator/models.ts';
import { call, dataUri, finished, submit } from './client.ts';

const QWEN = 'qwen/qwen-image-2.1/edit';
const WAN = 'wan-ai/wan-2.7/edit';

let emulator: Emulator;
beforeAll(async () => {
  emulator = await createEmulator({ serviceMs: 1, render: 'flat' });
});
afterAll(async () => {
  await emulator.close();
});

describe('the catalog', () => {
  it.each([
    ['', 7],
    ['?search=EDIT', 6],
    ['?search=nano%20google', 1],
    ['?search=qwen&category=image-to-image', 1],
    ['?category=text-to-video', 0],
  ])('%s', async (query, total) => {
    const { body } = await call(emulator, 'GET', `/v1/models${query}`);
    expect(body).toMatchObject({ total });
    expect(JSON.stringify(body)).not.toContain('input_schema');
  });

  it('comes in pages, with schemas if they are asked for', async () => {
    const page = await call(emulator, 'GET', '/v1/models?limit=2&offset=5&include_schema=true');
    expect(page.body).toMatchObject({
      total: 7,
      models: [{ model_id: QWEN, input_schema: { required: ['image_urls', 'prompt'] } }, { model_id: WAN }],
    });
    expect((await call(emulator, 'GET', '/v1/models?limit=101')).status).toBe(422);
  });

  it.each(SHIPPED_DOCUMENTS.map((document) => [document.model_id, document] as const))(
    '%s is shown as published',
    async (id, document) => {
      expect((await call(emulator, 'GET', `/v1/models/${id}`)).body).toEqual(document);
    },
  );
});

describe('a model from a published document', () => {
  const document = {
    model_id: 'acme/brush',
    base_price_usd: 0.5,
    price_unit: 'output',
    input_schema: {
      type: 'object',
      required: ['photo'],
      properties: {
        photo: { type: 'string', format: 'image_uri' },
        strength: { type: 'float', minimum: 0, maximum: 1 },
      },
    },
  };

  it('is served, and takes the place of one with the same id', async () => {
    const wan = { ...document, model_id: WAN };
    await using own = await createEmulator({ serviceMs: 1, render: 'flat', models: [document, wan] });
    const { body } = await submit(own, { photo: await dataUri('#3366cc'), strength: 1 }, 'acme/brush');
    expect(await finished(own, String(body['request_id']))).toMatchObject({ status: 'succeeded', cost: 0.5 });
    expect((await call(own, 'GET', `/v1/models/${WAN}`)).body).toEqual(wan);
    expect((await call(own, 'GET', '/v1/models')).body).toMatchObject({ total: 8 });
  });

  it.each([
    [{ ...document, model_id: '../x' }, 'model_id'],
    [{ ...document, model_id: 'one' }, 'model_id'],
    [{ ...document, base_price_usd: '0.5' }, 'base_price_usd'],
    [{ ...document, input_schema: { type: 'tensor' } }, 'input_schema'],
    [
      { ...document, input_schema: { type: 'object', properties: { photo: { type: 'tensor' } } } },
      'Not an input schema',
    ],
    [{ ...document, input_schema: { type: 'object', properties: {} } }, 'takes no pictures'],
    [undefined, 'Not a published model'],
  ])('%j is refused', async (wrong, message) => {
    expect(() => parseModel(wrong)).toThrow(message);
    await expect(createEmulator({ models: [wrong] })).rejects.toThrow(RangeError);
  });
});
