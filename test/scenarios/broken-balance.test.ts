import { expect, test } from 'vitest';

import { FOUR_EDITS } from '../support/four-edits.ts';
import { createStage, readStates, submitsOf } from '../support/stage.ts';

test('the balance ends in the middle, with an HTTP 400: no more submits, what runs is collected', async () => {
  await using stage = await createStage(
    { 'edits.yml': FOUR_EDITS },
    // Enough for one of the two that are sent at once; which of them, is chance.
    { service: { balanceUsd: 0.05, serviceMs: 1500 }, inputs: { 'max-parallel': '2' } },
  );
  const main = await stage.job.main();

  expect(main.exitCode).toBe(1);
  expect(main.outputs).toMatchObject({ outcome: 'partial', succeeded: '1', failed: '1', 'cost-usd': '0.03' });
  const states = await readStates(main.outputs['results-file'] ?? '');
  expect(Object.values(states).toSorted()).toEqual(['failed', 'skipped', 'skipped', 'succeeded']);

  const submits = submitsOf(stage.emulator.requests);
  expect(submits.map(({ status }) => status).toSorted()).toEqual([200, 400]);
  expect(stage.emulator.ledger.map(({ state }) => state)).toEqual(['succeeded']);
  const pictures = [...(await stage.unpack()).keys()].filter((name) => name.endsWith('.jpg'));
  expect(pictures).toHaveLength(1);
  expect(main.stdout).toContain('Top up the balance at runcomfy.com, then run again.');
});
