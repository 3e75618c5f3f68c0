import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';

import { readBranch } from '../support/bare-repository.ts';
import type { BranchStage } from '../support/branch-stage.ts';
import { createModelsStage, FIVE_MODELS } from '../support/models-stage.ts';
import { submitsOf } from '../support/stage.ts';

/** The inputs as they were sent, pictures by where they came from, by prompt. */
function inputsOf({ emulator }: Pick<BranchStage, 'emulator'>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    emulator.ledger.map(({ input }) => {
      const shown = JSON.parse(
        JSON.stringify(input, (_, value: unknown) =>
          typeof value === 'string'
            ? value.replace(/^(?:data:image\/(\w+);.*|https?:.*\.(\w+))$/, 'a $1$2')
            : value,
        ),
      ) as { readonly prompt: string };
      return [shown.prompt, shown];
    }),
  );
}

test('a spec of five models: each request is as its schema wants it, to the artifact and the branch', async () => {
  await using stage = await createModelsStage(FIVE_MODELS, { deliver: 'branch, artifact' });
  const main = await stage.job.main();
  expect(main.exitCode, main.stdout).toBe(0);
  expect(main.log.annotations).toEqual([]);
  expect(main.outputs).toMatchObject({ outcome: 'success', succeeded: '6' });
  expect(inputsOf(stage)).toEqual({
    'The default model.': {
      image_urls: ['a png'],
      prompt: 'The default model.',
      'width×height': '1024x1024(1:1)',
      scale: 0.5,
      force_single: true,
    },
    'Wide, twice.': {
      image_urls: ['a png', 'a png'],
      prompt: 'Wide, twice.',
      aspect_ratio: '16:9',
      resolution: '1K',
      number_of_images: 2,
      output_format: 'webp',
      seed: 7,
    },
    'One picture in, one out.': { image_url: 'a png', prompt: 'One picture in, one out.' },
    'Only where the mask is white.': {
      image_urls: ['a png'],
      prompt: 'Only where the mask is white.',
      background: 'transparent',
      guidance: 2.5,
      mask_url: 'a png',
    },
    "Upon the default model's.": {
      images: ['a jpg', 'a png'],
      prompt: "Upon the default model's.",
      quality: expect.stringMatching(/low|high/) as string,
      output_format: 'jpeg',
    },
  });
  const looked = stage.emulator.requests.filter(
    ({ method, path: where }) => method === 'GET' && /^\/v1\/models\/./.test(where),
  );
  expect(looked.map(({ path: where }) => where).toSorted()).toEqual(
    [
      ...[
        'blackforestlabs/flux-1-kontext/pro/edit',
        'bytedance/dreamina-4-0/edit',
        'google/nano-banana-2/edit',
      ],
      ...['openai/gpt-image-2/edit', 'qwen/qwen-image-2.1/edit'],
    ].map((id) => `/v1/models/${id}`),
  );

  const made = [
    'masked.jpg',
    'one.jpg',
    'ours.jpg',
    'upon/high.jpg',
    'upon/low.jpg',
    'wide-1.webp',
    'wide-2.webp',
  ];
  const branch = await readBranch(stage.repository);
  const isPicture = (name: string): boolean =>
    /\.(?:jpg|png|webp)$/.test(name) && !name.startsWith('references/');
  expect([...branch.keys()].filter(isPicture).toSorted()).toEqual(made);
  expect([...(await stage.unpack()).keys()].filter(isPicture).toSorted()).toEqual(made);
  const lock = JSON.parse(String(branch.get('edits.lock.json'))) as {
    readonly models: Readonly<Record<string, { readonly digest: string }>>;
    readonly edits: Readonly<Record<string, { readonly model_schema?: string; readonly input: object }>>;
  };
  expect(Object.keys(lock.models)).not.toContain('bytedance/dreamina-4-0/edit');
  expect(lock.edits['wide']?.model_schema).toBe(lock.models['google/nano-banana-2/edit']?.digest);
  expect(lock.edits['ours']?.model_schema).toBeUndefined();

  // An unchanged spec sends nothing, and commits nothing.
  const submits = submitsOf(stage.emulator.requests).length;
  const again = await stage.job.main();
  expect(again.outputs, again.stdout).toMatchObject({ outcome: 'unchanged', unchanged: '6' });
  expect(submitsOf(stage.emulator.requests)).toHaveLength(submits);
  // Without a token, the lock file knows the schemas.
  const spec = FIVE_MODELS.replace('resolution: 1K', 'resolution: 3K').replace(
    'guidance: 2.5',
    'guidance: 3',
  );
  await writeFile(path.join(stage.job.workspace, 'edits.yml'), spec);
  const planned = await stage.job.main({ inputs: { mode: 'plan', 'api-token': '' } });
  expect(planned.log.annotations[0]?.message).toBe(
    'edits.yml:9:50: `options.resolution` is `3K`, but it must be one of `0.5K`, `1K`, `2K`, `4K`. Did you mean `1K`?',
  );
});
