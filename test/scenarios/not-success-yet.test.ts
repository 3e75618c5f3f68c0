import { expect, test } from 'vitest';

import { createStage, readStates } from '../support/stage.ts';

const spec = `
version: 1
defaults: { size: 1024x1024, force-single: true }
edits:
  processing: { prompt: Called processing., images: [a.png] }
  early: { prompt: An early empty output., images: [a.png] }
  strange: { prompt: A strange word., images: [a.png] }
  nothing: { prompt: Nothing to show., images: [a.png] }
  blank: { prompt: Blank addresses., images: [a.png] }
  fine: { prompt: All is well., images: [a.png] }
`;

test('`processing`, or an output that is still empty, is not success: polled on; ended with no output: failed', async () => {
  await using stage = await createStage({ 'edits.yml': spec }, { service: { serviceMs: 300 } });
  const { faults } = stage.emulator;
  faults.add({ on: 'status', kind: 'word', word: 'processing', match: 'Called processing', times: 1 });
  faults.add({ on: 'result', kind: 'no-output', status: 'processing', match: 'Called processing', times: 2 });
  faults.add({
    on: 'result',
    kind: 'no-output',
    status: 'in_progress',
    output: { images: [] },
    match: 'An early',
    times: 2,
  });
  // While it runs, by whichever address it is read first.
  faults.add({ on: 'job', kind: 'lasts', ms: 3000, match: 'A strange word' });
  for (const on of ['status', 'result'] as const)
    faults.add({ on, kind: 'word', word: 'polishing', match: 'A strange word', times: 1 });
  faults.add({ on: 'job', kind: 'no-output', match: 'Nothing to show' });
  faults.add({
    on: 'result',
    kind: 'no-output',
    status: 'succeeded',
    output: { image: '', images: [] },
    match: 'Blank',
  });
  const main = await stage.job.main();

  expect(await readStates(main.outputs['results-file'] ?? '')).toEqual({
    processing: 'succeeded',
    early: 'succeeded',
    strange: 'succeeded',
    nothing: 'failed',
    blank: 'failed',
    fine: 'succeeded',
  });
  expect(main.exitCode).toBe(1);
  expect(main.outputs['outcome']).toBe('partial');
  const pictures = [...(await stage.unpack()).keys()].filter((name) => /^\w+\.jpg$/.test(name));
  expect(pictures.toSorted()).toEqual(['early.jpg', 'fine.jpg', 'processing.jpg', 'strange.jpg']);
  expect(main.stdout).toContain('polishing');
  for (const id of ['nothing', 'blank'])
    expect(main.summary).toMatch(new RegExp(`\`${id}\`.*names no output`));
  expect(stage.emulator.ledger).toHaveLength(6);
});
