import { expect, it } from 'vitest';

import { globOf } from '../../../src/cli/exact-glob.ts';
import type { ActionInputs } from '../../../src/inputs/types.ts';
import { run } from '../../../src/run/run.ts';
import { createRunStage, specOf, type RunStage } from '../run-stage.ts';

async function runOnce(stage: RunStage, edits: number, inputs: Partial<ActionInputs>) {
  const before = stage.emulator.ledger.length;
  await using here = await stage.world(specOf(edits));
  await run(stage.inputs(inputs), here.world);
  const warnings = here.annotations.filter(({ severity }) => severity === 'warning');
  return { warnings: warnings.map(({ message }) => message), paid: stage.emulator.ledger.length - before };
}

it('a preview with another branch directory is not seen: the run that pays again says so', async () => {
  await using stage = await createRunStage();
  const preview = { branch: 'assets-pr-7', baseBranch: 'assets', branchDirectory: 'art' };
  expect((await runOnce(stage, 1, preview)).paid).toBe(1);
  const adoptFrom = globOf('assets-pr-*');
  const published = await runOnce(stage, 1, { adoptFrom });
  expect(published).toEqual({
    paid: 1,
    warnings: [
      'No lock file at the root, so that the pictures of the branch are not seen: `assets-pr-7`. If it is a preview, give its workflow the same `branch-directory`; otherwise leave the branch out of `adopt-from`.',
    ],
  });
  // Nothing is to be made, so nothing is missed.
  expect(await runOnce(stage, 1, { adoptFrom })).toEqual({ paid: 0, warnings: [] });
});
