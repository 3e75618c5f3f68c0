import { expect, test } from 'vitest';

import type { StepResult } from '../../demo/run-action.ts';
import { readBranch } from '../support/bare-repository.ts';
import { createBranchStage, type BranchStage } from '../support/branch-stage.ts';

const ids = ['a', 'b', 'c'];
const spec = `version: 1
defaults: { size: 1024x1024, force-single: true }
edits:
${ids.map((id) => `  ${id}: { prompt: Picture ${id}., images: a.png }`).join('\n')}
`;
const merging = { deliver: 'artifact, branch', 'artifact-contents': 'all' };

type RunPart = (shard: string, inputs?: Readonly<Record<string, string>>) => Promise<StepResult>;

async function divide(stage: BranchStage, planned: string, more = {}): Promise<RunPart> {
  const made = await stage.job.main({ inputs: { mode: 'plan', 'max-shards': '3', ...more } });
  expect(made.outputs, made.stdout).toMatchObject({ planned, shards: '["1/1"]' });
  const planFile = made.outputs['plan-file'] ?? '';
  return async (shard, inputs = {}) =>
    await stage.job.main({ inputs: { shard, 'plan-file': planFile, ...more, ...inputs } });
}

test.each([
  ['', '3'],
  ['a', '1'],
])(
  'an edit that the service failed to make is made when its job runs again (force: %j)',
  async (force, planned) => {
    await using stage = await createBranchStage({ 'edits.yml': spec });
    if (force !== '') expect((await stage.job.main()).exitCode).toBe(0);
    const before = stage.emulator.ledger.length;
    stage.emulator.faults.add({ on: 'job', kind: 'fails', match: 'Picture a', times: 1 });
    const run = await divide(stage, planned, { force });
    const part = await run('1/1');
    expect(part.outputs, part.stdout).toMatchObject({
      outcome: force === '' ? 'partial' : 'failed',
      failed: '1',
    });
    const merged = await run('merge', merging);
    expect(merged.exitCode, merged.stdout).toBe(1);
    expect(merged.outputs).toMatchObject({ outcome: 'incomplete', pending: '1' });

    const again = await run('1/1');
    expect(again.outputs, again.stdout).toMatchObject({ outcome: 'success', succeeded: '1', failed: '0' });
    const last = await run('merge', merging);
    expect(last.outputs, last.stdout).toMatchObject({ outcome: 'success', pending: '0', succeeded: planned });
    expect(stage.emulator.ledger).toHaveLength(before + Number(planned) + 1);
  },
);

test('an edit that uses one that is to be made again waits for it, and is not made from the old one', async () => {
  const uses = `${spec}  leaf: { prompt: A leaf., images: [{ edit: a }] }\n`;
  await using stage = await createBranchStage({ 'edits.yml': uses });
  expect((await stage.job.main()).outputs).toMatchObject({ succeeded: '4' });
  stage.emulator.faults.add({ on: 'job', kind: 'fails', match: 'Picture a', times: 1 });
  const run = await divide(stage, '2', { force: 'a leaf' });
  expect((await run('0/1')).outputs).toMatchObject({ outcome: 'failed', failed: '1' });
  const part = await run('1/1');
  expect(part.outputs, part.stdout).toMatchObject({ outcome: 'failed', succeeded: '0' });
  expect(part.stdout).toContain('the job with `shard: 0/1`');
  expect(stage.emulator.ledger).toHaveLength(5);

  const made = await run('0/1');
  expect(made.outputs, made.stdout).toMatchObject({ outcome: 'success', succeeded: '1' });
  const again = await run('1/1');
  expect(again.outputs, again.stdout).toMatchObject({ outcome: 'success', succeeded: '1' });
  expect((await run('merge', merging)).outputs).toMatchObject({ outcome: 'success', succeeded: '2' });
  expect(stage.emulator.ledger).toHaveLength(7);
});

test('work that the plan was to collect fails at the service: its job makes the rest, and the last one reports on the whole', async () => {
  await using stage = await createBranchStage({ 'edits.yml': spec });
  stage.emulator.faults.add({ on: 'job', kind: 'lasts', ms: 6000, match: 'Picture a' });
  stage.emulator.faults.add({ on: 'job', kind: 'fails', match: 'Picture a', times: 1 });
  const stop = new AbortController();
  const first = await stage.job.main({
    inputs: { only: 'a' },
    signal: stop.signal,
    onLine: ({ text }) => {
      if (text.startsWith('a  submitted')) stop.abort();
    },
  });
  expect(first.outputs, first.stdout).toMatchObject({ outcome: 'incomplete', pending: '1' });

  const run = await divide(stage, '2');
  const part = await run('1/1');
  expect(part.outputs, part.stdout).toMatchObject({ outcome: 'partial', succeeded: '2', failed: '1' });
  const merged = await run('merge', merging);
  expect(merged.outputs, merged.stdout).toMatchObject({
    outcome: 'incomplete',
    succeeded: '2',
    pending: '1',
  });
  expect(merged.stdout).toContain('Start the workflow again');
  expect([...(await stage.unpack()).keys()]).toEqual(
    expect.arrayContaining(['b.jpg', 'c.jpg', 'index.html']),
  );
  expect((await readBranch(stage.repository)).has('README.md')).toBe(true);

  // The plan has no submit for it, so its job does not send it either.
  const again = await run('1/1');
  expect(again.stdout).toContain('Start the workflow again');
  expect(stage.emulator.ledger).toHaveLength(3);
});
