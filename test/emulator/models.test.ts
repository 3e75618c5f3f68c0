import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createEmulator, type Emulator } from '../../emulator/emulator.ts';
import { createModels, SHIPPED_DOCUMENTS } from '../../emulator/models.ts';
import { dataUri, finished, submit } from './client.ts';

const FLUX = 'blackforestlabs/flux-1-kontext/pro/edit';
const BANANA = 'google/nano-banana-2/edit';
const GPT = 'openai/gpt-image-2/edit';
const QWEN = 'qwen/qwen-image-2.1/edit';
const SEEDREAM = 'bytedance/seedream-5.0-pro/image-to-image';
const WAN = 'wan-ai/wan-2.7/edit';

let emulator: Emulator;
let wide: string;
beforeAll(async () => {
  emulator = await createEmulator({ serviceMs: 1, render: 'flat', seed: 3 });
  wide = await dataUri('#3366cc', 480, 240);
});
afterAll(async () => {
  await emulator.close();
});

/** Runs an input to its end: its pictures, and what it cost. */
async function make(
  model: string,
  input: object,
): Promise<{ readonly pictures: readonly string[]; readonly cost: unknown }> {
  const { body } = await submit(emulator, input, model);
  expect(body).toHaveProperty('request_id');
  const result = await finished(emulator, String(body['request_id']));
  expect(result['error']).toBeUndefined();
  const { image, images = [image] } = result['output'] as { image?: string; images?: string[] };
  const pictures = await Promise.all(
    images.map(async (url) => {
      const bytes = Buffer.from(await (await fetch(String(url))).arrayBuffer());
      const { format, width, height, hasAlpha } = await sharp(bytes).metadata();
      return `${format} ${width}x${height}${hasAlpha ? ' alpha' : ''}`;
    }),
  );
  return { pictures, cost: result['cost'] };
}

describe('the models that ship', () => {
  it('are of different shapes', () => {
    const shapes = [...createModels(0.03, []).values()].map(({ id, pictureKeys, input }) => {
      const { type, maxItems } = input.properties?.[pictureKeys[0] ?? ''] ?? {};
      return `${id}: ${pictureKeys.join(' and ')}, ${type ?? ''}${type === 'array' ? ` up to ${maxItems ?? 'any number'}` : ''}`;
    });
    expect(shapes).toEqual([
      'bytedance/dreamina-4-0/edit: image_urls, array up to 10',
      `${FLUX}: image_url, string`,
      `${SEEDREAM}: image, array up to 10`,
      `${BANANA}: image_urls, array up to 20`,
      `${GPT}: images, array up to 10`,
      `${QWEN}: image_urls and mask_url, array up to 10`,
      `${WAN}: image_urls, array up to any number`,
    ]);
  });

  it.each<[string, (picture: string) => object, readonly string[], number]>([
    [FLUX, (image_url) => ({ image_url }), ['jpeg 1456x720'], 0.04],
    [FLUX, (image_url) => ({ image_url, aspect_ratio: '9:16' }), ['jpeg 768x1360'], 0.04],
    [SEEDREAM, (url) => ({ image: [url], resolution: '1K' }), ['jpeg 1024x1024'], 0.045],
    [SEEDREAM, (url) => ({ image: [url], output_format: 'png' }), ['png 2048x2048'], 0.0675],
    [
      BANANA,
      (url) => ({ image_urls: [url], resolution: '0.5K', aspect_ratio: '1:1' }),
      ['png 512x512'],
      0.045,
    ],
    [
      BANANA,
      (url) => ({ image_urls: [url, url], number_of_images: 2, output_format: 'webp' }),
      ['webp 1456x720', 'webp 1456x720'],
      0.135,
    ],
    [GPT, (url) => ({ images: [url], quality: 'low' }), ['png 1024x1024'], 0.02],
    [
      GPT,
      (url) => ({ images: [url], quality: 'high', resolution: '2k', aspect_ratio: '3:2' }),
      ['png 2512x1680'],
      0.0675,
    ],
    [QWEN, (url) => ({ image_urls: [url], mask_url: url, guidance: 2.5 }), ['jpeg 1024x1024'], 0.03],
    [
      WAN,
      (url) => ({ image_urls: [url], image_size: 'portrait_16_9', num_images: 2 }),
      ['jpeg 768x1360', 'jpeg 768x1360'],
      0.06,
    ],
  ])('%s', async (model, input, pictures, cost) => {
    expect(await make(model, { prompt: 'A mug', ...input(wide) })).toEqual({ pictures, cost });
  });

  it('leave pixels out when the background is to be transparent, in formats that can', async () => {
    const document = SHIPPED_DOCUMENTS.find(({ model_id }) => model_id === QWEN);
    await using png = await createEmulator({ serviceMs: 1, render: 'flat', format: 'png' });
    const input = { prompt: 'A mug', image_urls: [wide], background: 'transparent' };
    const { body } = await submit(png, input, document?.model_id);
    const { output } = await finished(png, String(body['request_id']));
    const bytes = await (await fetch((output as { image: string }).image)).arrayBuffer();
    const corner = await sharp(bytes).extract({ left: 0, top: 0, width: 1, height: 1 }).raw().toBuffer();
    expect(corner[3]).toBe(0);
    expect((await make(QWEN, input)).pictures).toEqual(['jpeg 1024x1024']);
  });

  it.each([
    [FLUX, { image_url: ['https://a.example/b.png'] }, ['input.image_url must be a string']],
    [FLUX, {}, ['input.image_url is required']],
    [
      BANANA,
      { image_urls: ['https://a.example/b.png'], number_of_images: 5 },
      ['number_of_images must be one of 1, 2, 3, 4'],
    ],
    [GPT, { images: ['b.png'] }, ['input.images[0] must be an http(s) URL or a data: URI']],
    [
      GPT,
      { images: ['https://a.example/b.png'], resolution: '2K' },
      ['input.resolution must be one of 1k, 2k, 4k'],
    ],
    [
      QWEN,
      { image_urls: ['https://a.example/b.png'], mask_url: 'b.png', guidance: '4' },
      ['mask_url must', 'guidance must be a number'],
    ],
    [
      WAN,
      { image_urls: ['https://a.example/b.png'], 'width×height': '1024x1024(1:1)' },
      ['width×height is not an input'],
    ],
  ])('%s refuses %j, and charges nothing', async (model, input, problems) => {
    const before = emulator.ledger.length;
    const { status, body } = await submit(emulator, { prompt: 'A mug', ...input }, model);
    expect(status).toBe(422);
    expect(body['problems']).toEqual(problems.map((problem): unknown => expect.stringContaining(problem)));
    expect(emulator.ledger).toHaveLength(before);
  });

  it('fail a job whose mask or reference breaks the rules for pictures, and name it', async () => {
    const small = await dataUri('#000000', 40, 40);
    const { body } = await submit(emulator, { prompt: 'A mug', image_urls: [wide, small] }, WAN);
    expect(await finished(emulator, String(body['request_id']))).toMatchObject({
      status: 'failed',
      error: { message: 'image_urls[1]: Each image must be at least 240 px wide.' },
      cost: 0,
    });
    const masked = { prompt: 'A mug', image_urls: [wide], mask_url: 'http://127.0.0.1:9/mask.png' };
    const { body: second } = await submit(emulator, masked, QWEN);
    expect(await finished(emulator, String(second['request_id']))).toMatchObject({
      error: { message: expect.stringMatching(/^Could not fetch mask_url: /) as unknown },
    });
  });

  it('make pictures of their own of the same prompt, under ids of their own', async () => {
    const input = { prompt: 'The same', image_urls: [wide] };
    const made = await Promise.all(
      [QWEN, WAN, BANANA].map(async (model) => {
        const { body } = await submit(emulator, { ...input }, model);
        const { output } = await finished(emulator, String(body['request_id']));
        return { id: body['request_id'], model, url: (output as { image: string }).image };
      }),
    );
    expect(new Set(made.map(({ id }) => id)).size).toBe(3);
    for (const { id, model } of made)
      expect(emulator.ledger.find(({ requestId }) => requestId === id)?.model).toBe(model);
  });
});
