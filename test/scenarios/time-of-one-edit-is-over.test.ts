import { expect, test } from 'vitest';

import { createStage, readStates } from '../support/stage.ts';

const spec = `
version: 1
defaults: { size: 1024x1024, force-single: true }
edits:
  in-queue: { prompt: Stuck in the queue., images: [a.png], timeout: 2s }
  at-work: { prompt: Stuck at work., images: [a.png], timeout: 2s }
  fine: { prompt: A quick one., images: [a.png] }
  slow: { prompt: A slow one., images: [a.png] }
`;

test('one edit whose time is up ends alone: the others go on', async () => {
  await using stage = await createStage({ 'edits.yml': spec });
  stage.emulator.faults.add({ on: 'job', kind: 'stuck', at: 'queue', match: 'in the queue' });
  stage.emulator.faults.add({ on: 'job', kind: 'stuck', at: 'run', match: 'at work' });
  stage.emulator.faults.add({ on: 'job', kind: 'lasts', ms: 4000, match: 'A slow one' });
  const main = await stage.job.main();

  expect(main.exitCode).toBe(1);
  expect(main.outputs['outcome']).toBe('incomplete');
  expect(await readStates(main.outputs['results-file'] ?? '')).toEqual({
    'in-queue': 'cancelled',
    'at-work': 'pending',
    fine: 'succeeded',
    slow: 'succeeded',
  });
  expect(main.stdout).toContain('It ran out of time: it was not done within 2.0 s.');
  // No request is sent for an edit after it ended.
  const cancelled = stage.emulator.ledger.find(({ state }) => state === 'cancelled')?.requestId ?? '?';
  const last = stage.emulator.requests.filter(({ path }) => path.includes(cancelled)).at(-1);
  expect(last).toMatchObject({ method: 'POST', path: `/v1/requests/${cancelled}/cancel`, status: 202 });
});
