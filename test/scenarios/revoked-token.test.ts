import { expect, test } from 'vitest';

import { FOUR_EDITS } from '../support/four-edits.ts';
import { createStage, readStates, submitsOf } from '../support/stage.ts';

test('a token that is revoked in the middle, with an HTTP 400, ends the submits, and what runs is collected', async () => {
  await using stage = await createStage({ 'edits.yml': FOUR_EDITS }, { inputs: { 'max-parallel': '2' } });
  const body = { code: 400004, error: 'UserAccountError', message: `No access for ${stage.emulator.token}` };
  stage.emulator.faults.add({ on: 'job', kind: 'lasts', ms: 3000, match: 'The first' });
  stage.emulator.faults.add({ on: 'submit', kind: 'status', status: 400, body, match: 'The third' });
  const main = await stage.job.main();

  expect(main.exitCode).toBe(1);
  expect(await readStates(main.outputs['results-file'] ?? '')).toEqual({
    first: 'succeeded',
    second: 'succeeded',
    third: 'failed',
    fourth: 'skipped',
  });
  expect(submitsOf(stage.emulator.requests)).toHaveLength(3);
  const advice =
    'Create a new API token in your RunComfy profile and update the secret given as `api-token`.';
  expect(main.stdout).toContain(advice);
  // The service repeated the token in its answer.
  expect(main.stdout.replace(/^::add-mask::.*$/gm, '')).not.toContain(stage.emulator.token);
  expect(main.summary).not.toContain(stage.emulator.token);
});
