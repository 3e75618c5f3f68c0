import { expect, test } from 'vitest';

import { createStage } from '../support/stage.ts';

test('delivery to a branch, which cannot be had yet, is refused by name before anything is sent', async () => {
  await using stage = await createStage(
    { 'edits.yml': 'version: 1' },
    { inputs: { deliver: 'artifact, branch' } },
  );
  const main = await stage.job.main();

  expect(main.exitCode).toBe(1);
  expect(main.log.annotations.map(({ message }) => message)).toEqual([
    'Input `deliver` asks for `branch`, which this version cannot do yet. Use `artifact`.',
    'The inputs are wrong, see above. Nothing was sent.',
  ]);
  expect(stage.emulator.requests).toEqual([]);
});
