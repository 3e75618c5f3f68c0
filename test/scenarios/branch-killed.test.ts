import type { ChildProcess } from 'node:child_process';
import { expect, test } from 'vitest';

import { readCommits } from '../support/bare-repository.ts';
import { createBranchStage } from '../support/branch-stage.ts';

const spec = `version: 1
defaults: { size: 1024x1024, force-single: true }
edits:
  slow: { prompt: A slow one., images: a.png }
  quick: { prompt: A quick one., images: a.png }
`;

test('killed before it could push: the post step puts what was made in an artifact, and nothing of git beside it', async () => {
  await using stage = await createBranchStage({ 'edits.yml': spec });
  stage.emulator.faults.add({ on: 'job', kind: 'stuck', match: 'A slow one' });
  let child: ChildProcess | undefined;
  const main = await stage.job.main({
    onSpawn: (spawned) => {
      child = spawned;
    },
    onLine: ({ text }) => {
      if (text.startsWith('quick  succeeded')) child?.kill('SIGKILL');
    },
  });
  expect(main.signal).toBe('SIGKILL');

  const post = await stage.job.post();
  expect(post.exitCode).toBe(0);
  expect([...(await stage.unpack()).keys()].toSorted()).toEqual(['quick.jpg', 'results.json']);
  expect(await readCommits(stage.repository)).toEqual([]);
});
