import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';

import {
  startArtifactService,
  type ArtifactService,
} from '../../demo/artifact-service/start-artifact-service.ts';
import { run } from '../../src/run/run.ts';
import { createRunStage, specOf, type RunStage } from './run-stage.ts';
import { readBranch } from '../support/bare-repository.ts';
import type { WorldStage } from '../support/world-stage.ts';

let storage: string;
let artifacts: ArtifactService;
beforeEach(async () => {
  storage = await mkdtemp(path.join(tmpdir(), 'run-targets-'));
  artifacts = await startArtifactService({ storage });
  // The artifact client reads these of its own accord.
  Object.assign(process.env, artifacts.env, { GITHUB_SERVER_URL: 'https://github.com' });
});
afterEach(async () => {
  delete process.env['ACTIONS_RESULTS_URL'];
  delete process.env['ACTIONS_RUNTIME_TOKEN'];
  await artifacts[Symbol.asyncDispose]();
  await rm(storage, { recursive: true });
});

/** A world of that run, with an artifact service. */
async function worldOf(stage: RunStage, count: number, name: string): Promise<WorldStage> {
  const here = await stage.world(specOf(count), name);
  return { ...here, world: { ...here.world, env: { ...here.world.env, ...artifacts.env } } };
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
  expect(artifacts.artifacts).toHaveLength(1);
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
  expect(artifacts.artifacts).toHaveLength(2);
  expect(stage.emulator.ledger).toHaveLength(2);

  await using later = await worldOf(stage, 2, '9');
  expect(await run(inputs, later.world), later.lines.join('\n')).toEqual({});
  expect(later.outputs).toMatchObject({ succeeded: '2' });
  expect(stage.emulator.ledger).toHaveLength(4);
});
