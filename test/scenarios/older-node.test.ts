import path from 'node:path';
import { expect, test } from 'vitest';

import { createStage } from '../support/stage.ts';

const OLDER = path.resolve(import.meta.dirname, '../support/older-node.cjs');

test('a runner that starts the action with an older Node: one sentence, the outcome is set, nothing is sent', async () => {
  await using stage = await createStage(
    { 'edits.yml': 'version: 1\nedits:\n  hero: { prompt: On the beach., images: a.png }\n' },
    { env: { NODE_OPTIONS: `--require ${OLDER}` } },
  );
  const main = await stage.job.main();
  expect(main.exitCode).toBe(1);
  expect(main.outputs).toEqual({ outcome: 'failed' });
  expect(main.stdout.trim().split('\n')).toEqual([
    '::error::This action needs Node 24, and this runner started it with Node 20.20.2. Nothing was sent. Update the runner, or put Node 24 first on its PATH.',
  ]);
  expect(main.stderr).toBe('');
  expect(stage.emulator.requests).toEqual([]);

  const post = await stage.job.post();
  expect(post.exitCode).toBe(0);
  expect(post.stdout + post.stderr).toBe('');
});
