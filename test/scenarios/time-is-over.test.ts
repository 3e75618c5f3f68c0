import { expect, test } from 'vitest';

import { stableText } from '../support/stable-text.ts';
import { createStage, readStates } from '../support/stage.ts';

const spec = `
version: 1
defaults: { size: 1024x1024, force-single: true }
edits:
  quick: { prompt: A quick one., images: [a.png] }
  in-queue: { prompt: Stuck in the queue., images: [a.png] }
  at-work: { prompt: Stuck at work., images: [a.png] }
  late: { prompt: A late one., images: [a.png] }
  later: { prompt: It needs another., images: [{ edit: at-work }] }
`;

test('the deadline drops nothing that was paid for: done edits are delivered, running ones pending, queued ones cancelled', async () => {
  await using stage = await createStage(
    { 'edits.yml': spec },
    { inputs: { timeout: '15s', 'max-parallel': '2' } },
  );
  stage.emulator.faults.add({ on: 'job', kind: 'stuck', at: 'queue', match: 'in the queue' });
  stage.emulator.faults.add({ on: 'job', kind: 'stuck', at: 'run', match: 'at work' });
  const main = await stage.job.main();

  expect(main.exitCode).toBe(1);
  expect(main.outputs).toMatchObject({ outcome: 'incomplete', succeeded: '1', failed: '0', pending: '1' });
  expect(await readStates(main.outputs['results-file'] ?? '')).toEqual({
    quick: 'succeeded',
    'in-queue': 'cancelled',
    'at-work': 'pending',
    late: 'skipped',
    later: 'skipped',
  });
  const { ledger } = stage.emulator;
  expect(ledger.map(({ state, costUsd }) => `${state}: ${costUsd}`).toSorted()).toEqual([
    'cancelled: 0',
    'in_progress: 0.03',
    'succeeded: 0.03',
  ]);
  const pending = ledger.find(({ state }) => state === 'in_progress')?.requestId ?? '?';
  // Its place in the queue depends on when it was last asked for.
  expect(stableText(main.summary).replaceAll(/ at position \d+/g, '')).toMatchSnapshot();
  for (const text of [main.stdout, main.summary]) expect(text).toContain(pending);
  expect([...(await stage.unpack()).keys()]).toContain('quick.jpg');
});
