import { expect, test } from 'vitest';

import { createStage } from '../support/stage.ts';

const spec = `
version: 1
defaults: { size: 1024x1024, force-single: true }
edits:
  one: { prompt: The first one., images: [a.png] }
  other: { prompt: The other one., images: [a.png] }
`;

test.concurrent.each([
  { fails: 'none', failOn: 'any', exitCode: 0, outcome: 'success' },
  { fails: 'some', failOn: 'any', exitCode: 1, outcome: 'partial' },
  { fails: 'some', failOn: 'all', exitCode: 0, outcome: 'partial' },
  { fails: 'some', failOn: 'never', exitCode: 0, outcome: 'partial' },
  { fails: 'all', failOn: 'any', exitCode: 1, outcome: 'failed' },
  { fails: 'all', failOn: 'all', exitCode: 1, outcome: 'failed' },
  { fails: 'all', failOn: 'never', exitCode: 0, outcome: 'failed' },
])('where $fails fail, `fail-on: $failOn` exits $exitCode with outcome $outcome', async (row) => {
  await using stage = await createStage({ 'edits.yml': spec }, { inputs: { 'fail-on': row.failOn } });
  if (row.fails !== 'none') {
    const match = row.fails === 'some' ? 'The other' : 'one.';
    stage.emulator.faults.add({ on: 'job', kind: 'fails', error: 'No.', match });
  }
  const main = await stage.job.main();

  expect(main.exitCode).toBe(row.exitCode);
  expect(main.outputs['outcome']).toBe(row.outcome);
  // Reported in any case: only the end of the step differs.
  const messages = main.log.annotations.filter(({ file }) => file === 'edits.yml');
  expect(messages).toHaveLength({ none: 0, some: 1, all: 2 }[row.fails] ?? 0);
  expect(stage.artifacts.artifacts).toHaveLength(row.fails === 'all' ? 0 : 1);
});
