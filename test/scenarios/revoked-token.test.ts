import { expect, test } from 'vitest';

import { createStage, readStates, submitsOf } from '../support/stage.ts';

const spec = `version: 1
defaults: { size: 1024x1024, force-single: true }
edits:
  first: { prompt: The first., images: a.png }
  second: { prompt: The second., images: a.png }
  third: { prompt: The third., images: [{ edit: second }] }
  fourth: { prompt: The fourth., images: [{ edit: second }] }
`;

test('a token that is revoked in the middle, with an HTTP 400, ends the submits, and what runs is collected', async () => {
  await using stage = await createStage({ 'edits.yml': spec }, { inputs: { 'max-parallel': '2' } });
  const body = { code: 400004, error: 'UserAccountError', message: `No access for ${stage.emulator.token}` };
  stage.emulator.faults.add({ on: 'job', kind: 'lasts', ms: 12_000, match: 'The first' });
  // Which of them is ready first, is chance.
  for (const match of ['The third', 'The fourth'])
    stage.emulator.faults.add({ on: 'submit', kind: 'status', status: 400, body, match });
  const main = await stage.job.main();

  expect(main.exitCode).toBe(1);
  const { first, second, ...others } = await readStates(main.outputs['results-file'] ?? '');
  expect([first, second]).toEqual(['succeeded', 'succeeded']);
  expect(Object.values(others).toSorted()).toEqual(['failed', 'skipped']);
  expect(submitsOf(stage.emulator.requests)).toHaveLength(3);
  const advice =
    'Create a new API token in your RunComfy profile and update the secret given as `api-token`.';
  expect(main.stdout).toContain(advice);
  // The service repeated the token in its answer.
  expect(main.stdout.replace(/^::add-mask::.*$/gm, '')).not.toContain(stage.emulator.token);
  expect(main.summary).not.toContain(stage.emulator.token);
});
