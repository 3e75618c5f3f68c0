import { expect, test } from 'vitest';

import { createStage } from '../support/stage.ts';

const spec = `
version: 1
defaults: { size: 1024x1024, force-single: true }
edits:
  only: { prompt: The only one., images: [a.png] }
`;

test('a summary that cannot be written, or that no one asked for, fails no step that has its pictures', async () => {
  await using stage = await createStage({ 'edits.yml': spec });
  const nowhere = await stage.job.main({ env: { GITHUB_STEP_SUMMARY: '/nowhere/at/all/summary.md' } });
  expect(nowhere.exitCode).toBe(0);
  expect(nowhere.outputs).toMatchObject({ outcome: 'success', succeeded: '1' });
  expect(nowhere.stdout).toMatch(/summary.*could not be/i);

  const folder = await stage.job.main({ env: { GITHUB_STEP_SUMMARY: stage.job.temp } });
  expect(folder.exitCode).toBe(0);
  const none = await stage.job.main({ env: { GITHUB_STEP_SUMMARY: '' } });
  expect(none.exitCode).toBe(0);
  expect(stage.artifacts.artifacts).toHaveLength(3);
});
