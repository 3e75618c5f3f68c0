import type { ChildProcess } from 'node:child_process';
import { expect, test } from 'vitest';

import { createStage } from '../support/stage.ts';

const spec = `
version: 1
defaults: { size: 1024x1024, force-single: true }
edits:
  slow: { prompt: A slow one., images: [a.png] }
  quick: { prompt: A quick one., images: [a.png], output: shots/quick }
`;

test('killed in the middle: the post step uploads what was made, and lists the request ids of the rest', async () => {
  await using stage = await createStage({ 'edits.yml': spec });
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
  expect(main.outputs).toMatchObject({ outcome: 'incomplete', planned: '2' });
  expect(stage.artifacts.artifacts).toEqual([]);

  const post = await stage.job.post();
  expect(post.exitCode).toBe(0);
  const files = await stage.unpack();
  expect([...files.keys()].toSorted()).toEqual(['results.json', 'shots/quick.jpg']);
  const open = stage.emulator.ledger.find(({ state }) => state === 'in_progress')?.requestId ?? '?';
  expect(post.summary).toContain('The pictures made so far: [dreamina-edits](https://github.com/');
  for (const text of [post.stdout, post.summary]) expect(text).toContain(open);
  expect(stage.emulator.ledger).toHaveLength(2);
});
