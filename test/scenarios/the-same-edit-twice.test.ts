import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';

import { createStage, readStates, submitsOf } from '../support/stage.ts';

const spec = `
version: 1
defaults: { size: 1024x1024 }
edits:
  hero: { prompt: Make it blue., images: [a.png] }
  banner: { prompt: Make it blue., images: [a.png], output: banners/top }
  frame: { prompt: Put a frame around it., images: [{ edit: banner }] }
`;

test('two edits that are the same are paid for once: both have the picture, and others may use either', async () => {
  await using stage = await createStage({ 'edits.yml': spec });
  const main = await stage.job.main();

  expect(main.exitCode).toBe(0);
  expect(main.outputs).toMatchObject({ outcome: 'success', succeeded: '3' });
  expect(await readStates(main.outputs['results-file'] ?? '')).toEqual({
    hero: 'succeeded',
    banner: 'succeeded',
    frame: 'succeeded',
  });
  const prompts = submitsOf(stage.emulator.requests).map(({ body }) => (body as { prompt: string }).prompt);
  expect(prompts).toEqual(['Make it blue.', 'Put a frame around it.']);
  expect(main.stdout).toMatch(/^banner {2}succeeded .*, the same as hero$/m);

  const files = await stage.unpack();
  const digest = (name: string) =>
    createHash('sha256')
      .update(files.get(name) ?? '')
      .digest('hex');
  const pictures = [...files.keys()].filter((name) => name.startsWith('hero'));
  expect(pictures.length).toBeGreaterThan(0);
  for (const name of pictures) expect(digest(name.replace('hero', 'banners/top'))).toBe(digest(name));
});

test('the one that is submitted fails: the other is not sent instead, and is reported as not made', async () => {
  await using stage = await createStage({ 'edits.yml': spec });
  stage.emulator.faults.add({ on: 'job', kind: 'fails', match: 'Make it blue.' });
  const main = await stage.job.main();

  expect(main.exitCode).toBe(1);
  expect(await readStates(main.outputs['results-file'] ?? '')).toEqual({
    hero: 'failed',
    banner: 'skipped',
    frame: 'skipped',
  });
  expect(submitsOf(stage.emulator.requests)).toHaveLength(1);
  expect(main.stdout).toContain('banner  skipped: Its picture is that of hero, which ended as failed.');
});
