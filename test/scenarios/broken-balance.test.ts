import { expect, test } from 'vitest';

import { createStage, readStates, submitsOf } from '../support/stage.ts';

const spec = `
version: 1
defaults: { size: 1024x1024, force-single: true }
edits:
  first: { prompt: The first., images: [a.png] }
  second: { prompt: The second., images: [a.png] }
  third: { prompt: The third., images: [a.png] }
  fourth: { prompt: The fourth., images: [a.png] }
`;

test('the balance ends in the middle, told by an HTTP 400: no more submits, what runs is collected', async () => {
  await using stage = await createStage(
    { 'edits.yml': spec },
    // Enough for one of the two that are sent at once; which of them, is chance.
    { service: { balanceUsd: 0.05, serviceMs: 1500 }, inputs: { 'max-parallel': '2' } },
  );
  const main = await stage.job.main();

  expect(main.exitCode).toBe(1);
  expect(main.outputs).toMatchObject({ outcome: 'partial', succeeded: '1', failed: '1', 'cost-usd': '0.03' });
  const states = await readStates(main.outputs['results-file'] ?? '');
  expect(states).toMatchObject({ third: 'skipped', fourth: 'skipped' });
  expect(Object.values(states).toSorted()).toEqual(['failed', 'skipped', 'skipped', 'succeeded']);

  const submits = submitsOf(stage.emulator.requests);
  expect(submits.map(({ status }) => status).toSorted()).toEqual([200, 400]);
  expect(stage.emulator.ledger.map(({ state }) => state)).toEqual(['succeeded']);
  const pictures = [...(await stage.unpack()).keys()].filter((name) => name.endsWith('.jpg'));
  expect(pictures).toHaveLength(1);
  expect(main.stdout).toContain('Top up the balance at runcomfy.com, then run again.');
});
