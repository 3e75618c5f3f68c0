import { chmod, mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';

import { readCommits } from '../support/bare-repository.ts';
import { createBranchStage } from '../support/branch-stage.ts';

const spec = `version: 1
defaults: { size: 1024x1024, force-single: true }
edits:
  one: { prompt: One., images: a.png }
  two: { prompt: Two., images: a.png, output: shop/two }
`;

test('a protected branch: the pictures are in the artifact, and the message says what is missing', async () => {
  await using stage = await createBranchStage({ 'edits.yml': spec });
  const hook = path.join(stage.repository, 'hooks', 'pre-receive');
  await mkdir(path.dirname(hook), { recursive: true });
  await writeFile(
    hook,
    '#!/bin/sh\necho "error: GH006: Protected branch update failed for refs/heads/assets." >&2\nexit 1\n',
  );
  await chmod(hook, 0o755);
  const main = await stage.job.main();

  expect(main.exitCode).toBe(1);
  expect(main.outputs).toMatchObject({ outcome: 'incomplete', succeeded: '2' });
  expect(main.outputs['artifact-url']).toContain('/artifacts/');
  expect([...(await stage.unpack()).keys()]).toEqual(
    expect.arrayContaining(['one.jpg', 'shop/two.jpg', 'index.html']),
  );
  const told = main.log.annotations.map(({ message }) => message).join('\n');
  expect(told).toContain('GH006: Protected branch update failed');
  for (const text of [told, main.summary]) expect(text).toContain('`assets`');
  expect(await readCommits(stage.repository)).toEqual([]);
});
