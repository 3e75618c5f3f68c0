import { expect, test } from 'vitest';

import { readBranch } from '../support/bare-repository.ts';
import { createBranchStage, readLock } from '../support/branch-stage.ts';

const spec = `version: 1
defaults: { size: 1024x1024, force-single: true }
edits:
  large: { prompt: Large., images: a.png }
`;

test('a file that no push may hold goes to the artifact, and the step says so', async () => {
  const minOutputBytes = 100 * 1024 * 1024;
  await using stage = await createBranchStage({ 'edits.yml': spec }, { service: { minOutputBytes } });
  const main = await stage.job.main();

  expect(main).toMatchObject({ exitCode: 1, outputs: { outcome: 'incomplete', succeeded: '1' } });
  expect((await stage.unpack()).get('large.jpg')?.length).toBeGreaterThanOrEqual(minOutputBytes);
  expect(await readBranch(stage.repository)).toEqual(new Map());
  const messages = main.log.annotations.map(({ message }) => message).join('\n');
  expect(messages).toMatch(/`?large`?.*100 MiB/);
});

test('a file of 50 MiB is committed, with a warning', async () => {
  const minOutputBytes = 50 * 1024 * 1024;
  await using stage = await createBranchStage({ 'edits.yml': spec }, { service: { minOutputBytes } });
  const main = await stage.job.main();

  expect(main).toMatchObject({ exitCode: 0, outputs: { outcome: 'success', succeeded: '1' } });
  const files = await readBranch(stage.repository);
  expect(files.get('large.jpg')).toHaveLength(readLock(files).edits['large']?.files[0]?.bytes ?? 0);
  expect(main.summary).toMatch(/large\.jpg.*50/);
});
