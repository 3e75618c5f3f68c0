import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';

import { createStage, makePicture, readStates, submitsOf } from '../support/stage.ts';

const spec = `
version: 1
defaults: { size: 1024x1024, force-single: true }
edits:
  first: { prompt: The first one., images: [a.png] }
  changed: { prompt: Its file changes., images: [{ edit: first }, b.png] }
  third: { prompt: The third one., images: [a.png] }
`;

test('a file that another program changes between the plan and its submit fails its edit alone', async () => {
  await using stage = await createStage({ 'edits.yml': spec, 'b.png': await makePicture() });
  const { faults } = stage.emulator;
  // The first edit waits in the queue until the file of the second, which needs it, has changed.
  faults.add({ on: 'status', kind: 'word', word: 'in_queue', match: 'The first one' });
  const change = async (): Promise<void> => {
    await writeFile(path.join(stage.job.workspace, 'b.png'), 'not a picture anymore');
    faults.clear();
  };
  const changes: Promise<void>[] = [];
  const main = await stage.job.main({
    onLine: ({ text }) => {
      if (text.startsWith('first  submitted')) changes.push(change());
    },
  });
  await Promise.all(changes);

  expect(main.exitCode).toBe(1);
  expect(await readStates(main.outputs['results-file'] ?? '')).toEqual({
    first: 'succeeded',
    changed: 'failed',
    third: 'succeeded',
  });
  expect(submitsOf(stage.emulator.requests)).toHaveLength(2);
  expect(main.log.annotations[0]).toMatchObject({ file: 'edits.yml', line: 6 });
  expect(main.log.annotations[0]?.message).toContain('b.png');
});
