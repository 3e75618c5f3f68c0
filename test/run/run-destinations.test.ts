import { expect, it } from 'vitest';

import { run } from '../../src/run/run.ts';
import { orAborted } from '../../src/shared/or-aborted.ts';
import { createRunStage, specOf, type RunStage } from './run-stage.ts';
import { readBranch } from '../support/bare-repository.ts';
import { useArtifactService } from './use-artifact-service.ts';
import type { WorldStage } from '../support/world-stage.ts';

const artifacts = useArtifactService();

/** A world of that run, with an artifact service. */
async function worldOf(stage: RunStage, count: number, name: string): Promise<WorldStage> {
  const here = await stage.world(specOf(count), name);
  return artifacts.leadTo(here);
}

async function entriesOf(stage: RunStage): Promise<readonly string[]> {
  return (await stage.ledger()).map(({ state, destination }) => `${state} to ${destination}`);
}

it('a run for an artifact collects what a run for the branch paid for, and leaves it to the next one for the branch', async () => {
  await using stage = await createRunStage();
  stage.emulator.faults.add({ on: 'result', kind: 'no-output', status: 'succeeded' });
  await using first = await worldOf(stage, 1, '7');
  await run(stage.inputs(), first.world);
  expect(first.outputs).toMatchObject({ outcome: 'failed' });
  expect(await entriesOf(stage)).toEqual(['accepted to branch assets']);
  stage.emulator.faults.clear();

  const deliver = ['artifact'] as const;
  await using second = await worldOf(stage, 1, '8');
  expect(await run(stage.inputs({ deliver }), second.world), second.lines.join('\n')).toEqual({});
  expect(second.outputs).toMatchObject({ outcome: 'success', succeeded: '1' });
  expect(artifacts.service.artifacts).toHaveLength(1);
  expect(await entriesOf(stage)).toEqual(['accepted to branch assets']);

  await using third = await worldOf(stage, 1, '9');
  expect(await run(stage.inputs(), third.world), third.lines.join('\n')).toEqual({});
  expect([...(await readBranch(stage.repository)).keys()]).toContain('e1.jpg');
  expect(await entriesOf(stage)).toEqual([]);
  expect(stage.emulator.ledger).toHaveLength(1);
});

it('runs for an artifact at once pay once, and each has its own; a later one pays for new pictures', async () => {
  await using stage = await createRunStage({ serviceMs: 1500 });
  const inputs = stage.inputs({ deliver: ['artifact'] });
  await using one = await worldOf(stage, 2, '7');
  await using two = await worldOf(stage, 2, '8');
  const ends = await Promise.all([run(inputs, one.world), run(inputs, two.world)]);
  expect(ends, [...one.lines, '---', ...two.lines].join('\n')).toEqual([{}, {}]);
  expect(artifacts.service.artifacts).toHaveLength(2);
  expect(stage.emulator.ledger).toHaveLength(2);

  await using later = await worldOf(stage, 2, '9');
  expect(await run(inputs, later.world), later.lines.join('\n')).toEqual({});
  expect(later.outputs).toMatchObject({ succeeded: '2' });
  expect(stage.emulator.ledger).toHaveLength(4);
});

it('a slow run takes what another one delivered meanwhile, though a third run was forced to make it again and failed', async () => {
  await using stage = await createRunStage();
  const inputs = stage.inputs({ deliver: ['artifact'], maxParallel: 1 });
  await using slow = await worldOf(stage, 3, '7');
  const reached = Promise.withResolvers<undefined>();
  const released = Promise.withResolvers<undefined>();
  const { clock } = slow.world;
  // It does not look at its first job until it is released.
  const sleep: typeof clock.sleep = async (ms, signal) => {
    if (stage.emulator.ledger.length > 0) {
      reached.resolve(undefined);
      await orAborted(released.promise, signal ?? new AbortController().signal);
    }
    await clock.sleep(ms, signal);
  };
  const end = run(inputs, { ...slow.world, clock: { ...clock, sleep } });
  await Promise.race([reached.promise, end]);

  const only = ['e3'];
  await using quick = await worldOf(stage, 3, '8');
  expect(await run({ ...inputs, only }, quick.world), quick.lines.join('\n')).toEqual({});
  expect(quick.outputs).toMatchObject({ succeeded: '1' });
  stage.emulator.faults.add({ on: 'job', kind: 'fails' });
  await using forced = await worldOf(stage, 3, '9');
  await run({ ...inputs, only, force: only }, forced.world);
  expect(forced.outputs, forced.lines.join('\n')).toMatchObject({ outcome: 'failed', failed: '1' });
  stage.emulator.faults.clear();
  const made = stage.emulator.ledger.length;

  released.resolve(undefined);
  expect(await end, slow.lines.join('\n')).toEqual({});
  expect(slow.outputs).toMatchObject({ outcome: 'success', succeeded: '3' });
  // Only its own second edit was left to pay for.
  expect([made, stage.emulator.ledger.length]).toEqual([3, 4]);
  expect(await entriesOf(stage)).toEqual([]);
});
