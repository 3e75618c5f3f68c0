import { expect, test } from 'vitest';

import { readBranch } from '../support/bare-repository.ts';
import { createBranchStage } from '../support/branch-stage.ts';
import { submitsOf } from '../support/stage.ts';

const spec = `version: 1
defaults: { size: 1024x1024, force-single: true }
edits:
  paid: { prompt: Slow., images: a.png }
  fresh: { prompt: Fresh., images: a.png }
  upon: { prompt: Upon it., images: [{ edit: fresh }] }
`;

test('a limit of 0 collects and delivers what is paid for, sends nothing, and is green', async () => {
  await using stage = await createBranchStage({ 'edits.yml': spec });
  stage.emulator.faults.add({ on: 'job', kind: 'lasts', ms: 13_000, match: 'Slow' });
  const first = await stage.job.main({ inputs: { only: 'paid', timeout: '10s', 'on-timeout': 'leave' } });
  expect(first.outputs, first.stdout).toMatchObject({ outcome: 'incomplete', pending: '1' });

  const main = await stage.job.main({ facts: { runId: '4712' }, inputs: { 'max-edits': '0' } });
  expect(main.exitCode, main.stdout).toBe(0);
  expect(main.log.annotations).toEqual([]);
  expect(main.outputs).toMatchObject({ outcome: 'success', planned: '1', succeeded: '1', failed: '0' });
  expect(submitsOf(stage.emulator.requests)).toHaveLength(1);
  expect([...(await readBranch(stage.repository)).keys()]).toContain('paid.jpg');
  expect(main.summary).toMatch(/nothing is sent, because .*max-edits.* is 0/);

  const again = await stage.job.main({ facts: { runId: '4713' }, inputs: { 'max-cost': '0' } });
  expect(again.exitCode, again.stdout).toBe(0);
  expect(again.outputs).toMatchObject({ outcome: 'unchanged', planned: '0', unchanged: '1' });
  expect(again.summary).toMatch(/nothing is sent, because .*max-cost.* is 0/);
  expect(submitsOf(stage.emulator.requests)).toHaveLength(1);
});

test('a budget of 0 in the spec sends nothing either', async () => {
  await using stage = await createBranchStage({
    'edits.yml': spec.replace('edits:\n', 'budget: { max-edits: 0 }\nedits:\n'),
  });
  const main = await stage.job.main();
  expect(main.exitCode, main.stdout).toBe(0);
  expect(main.outputs).toMatchObject({ outcome: 'unchanged', planned: '0' });
  expect(stage.emulator.ledger).toEqual([]);
});
