import { expect, test } from 'vitest';

import { createStage, readStates, submitsOf } from '../support/stage.ts';

const spec = `
version: 1
defaults: { size: 1024x1024, force-single: true }
edits:
  at-submit: { prompt: Wrong at the submit., images: [a.png] }
  at-status: { prompt: Wrong at the status., images: [a.png] }
  at-result: { prompt: Wrong at the result., images: [a.png] }
  fine: { prompt: All is well., images: [a.png] }
`;

test('HTTP 200 with `error_code` is an error: of a submit, a status and a result', async () => {
  await using stage = await createStage({ 'edits.yml': spec });
  const { faults } = stage.emulator;
  faults.add({
    on: 'submit',
    kind: 'error-body',
    code: 'PromptRejected',
    message: 'Not this.',
    match: 'the submit',
  });
  faults.add({
    on: 'status',
    kind: 'error-body',
    code: 500001,
    message: 'Later.',
    match: 'the status',
    times: 2,
  });
  faults.add({
    on: 'result',
    kind: 'error-body',
    code: 400004,
    message: 'Who are you?',
    match: 'the result',
  });
  const main = await stage.job.main();

  expect(main.exitCode).toBe(1);
  expect(await readStates(main.outputs['results-file'] ?? '')).toEqual({
    'at-submit': 'failed',
    'at-status': 'succeeded',
    // It was accepted and paid for, and no one may say how it ended.
    'at-result': 'pending',
    fine: 'succeeded',
  });
  expect(main.outputs['outcome']).toBe('incomplete');
  expect(submitsOf(stage.emulator.requests)).toHaveLength(4);
  expect(stage.emulator.ledger).toHaveLength(3);
  expect(main.stdout).toContain('answered 200 (code PromptRejected): Not this.');
  expect(main.stdout).toContain('answered 200 (code 400004): “Who are you?”.');
});
