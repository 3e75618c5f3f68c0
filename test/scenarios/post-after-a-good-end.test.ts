import { expect, test } from 'vitest';

import { createStage } from '../support/stage.ts';

const spec = `
version: 1
defaults: { size: 1024x1024, force-single: true }
edits:
  hero: { prompt: A cat., images: [a.png] }
`;

test('after a good end the post step does nothing and says nothing', async () => {
  await using stage = await createStage({ 'edits.yml': spec });
  const main = await stage.job.main();
  expect(main.exitCode).toBe(0);
  const calls = stage.artifacts.requests.length + stage.emulator.requests.length;

  const post = await stage.job.post();
  expect(post).toMatchObject({ exitCode: 0, stdout: '', stderr: '', outputs: {}, summary: '' });
  expect(stage.artifacts.requests.length + stage.emulator.requests.length).toBe(calls);
});
