import { expect, test } from 'vitest';

import { createModelsStage, FIVE_MODELS } from '../support/models-stage.ts';
import { submitsOf } from '../support/stage.ts';

const MISTAKES: readonly (readonly [from: string, to: string, message: RegExp])[] = [
  [
    'aspect_ratio: "16:9"',
    'aspect_ration: "16:9"',
    /^edits\.yml:9:16: Unknown key `options\.aspect_ration` of the model `google\/nano-banana-2\/edit`\. Did you mean `aspect_ratio`\?/,
  ],
  [
    'resolution: 1K',
    'resolution: 1k',
    /^edits\.yml:9:\d+: `options\.resolution` is `1k`, but it must be one of .* Did you mean `1K`\?/,
  ],
  [
    'number_of_images: 2',
    'number_of_images: 5',
    /^edits\.yml:9:\d+: `options\.number_of_images` is `5`, but it must be one of `1`, `2`, `3`, `4`\./,
  ],
  [
    'seed: 7',
    'seed: -7',
    /^edits\.yml:9:\d+: `options\.seed` must be from 0 to 2147483647, but it is `-7`\./,
  ],
  [
    'output_format: webp',
    'output_format: true',
    /^edits\.yml:9:\d+: `options\.output_format` must be one of `png`, `jpeg`, `webp`, but it is `true`\.$/,
  ],
  [
    'model: blackforestlabs/flux-1-kontext/pro/edit',
    'model: blackforestlabs/flux-1-kontext/pro/edit\n    size: 2048x2048',
    /^edits\.yml:12:5: `size` belongs to the model `bytedance\/dreamina-4-0\/edit`\. Use `options\.aspect_ratio`\./,
  ],
  [
    'images: b.png',
    'images: [a.png, b.png]',
    /^edits\.yml:14:14: This edit has 2 reference images; the model accepts 1\./,
  ],
  [
    'mask_url: masks/mug.png',
    'mask_url: masks/mugs.png',
    /^edits\.yml:19:\d+: `masks\/mugs\.png` does not exist\. Did you mean `masks\/mug\.png`\?/,
  ],
  [
    'guidance: 2.5',
    'guidance: "2.5"',
    /^edits\.yml:19:\d+: `options\.guidance` must be a number from 1 to 20, but it is `2\.5`\./,
  ],
  [
    'background: transparent',
    'background: transparent, image_urls: a.png',
    /^edits\.yml:19:\d+: `options\.image_urls` has a key of its own\. Use `images` instead\./,
  ],
  [
    'model: openai/gpt-image-2/edit',
    'model: openai/gpt-image-3/edit',
    /^edits\.yml:21:12: `openai\/gpt-image-3\/edit` cannot be used: the service has no such model\. Did you mean `openai\/gpt-image-2\/edit`\?/,
  ],
  [
    'prompt: The default model.',
    'prompt: The default model., options: { sede: 7 }',
    /^edits\.yml:4:\d+: Unknown key `options\.sede` of the model `bytedance\/dreamina-4-0\/edit`\. It has none\./,
  ],
];

test('twelve mistakes in it: twelve messages with their positions, before anything is sent', async () => {
  const spec = MISTAKES.reduce((text, [from, to]) => text.replace(from, to), FIVE_MODELS);
  await using stage = await createModelsStage(spec);
  const main = await stage.job.main();
  expect(main.exitCode).toBe(1);
  expect(submitsOf(stage.emulator.requests)).toEqual([]);
  // A step may have ten annotations; the log has all messages.
  const messages = main.stdout.split('\n').flatMap((line) => /edits\.yml:\d+:\d+: .*/.exec(line) ?? []);
  for (const [, , message] of MISTAKES)
    expect(
      messages.filter((each) => message.test(each)),
      `${String(message)} in\n${main.stdout}`,
    ).toHaveLength(1);
  expect(messages).toHaveLength(12);
});
