import { mkdir, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, it } from 'vitest';

import type { ActionInputs } from '../../../src/inputs/types.ts';
import { renderPlanFile } from '../../../src/report/plan/plan-file.ts';
import type { PlanFile } from '../../../src/report/plan/types.ts';
import { runStep } from '../../../src/run/run-step.ts';
import { submitsOf } from '../../support/stage.ts';
import { samplePlan } from '../../report/plan/sample-plan.ts';
import { createRunStage, specOf, type RunStage } from '../run-stage.ts';
import { readPlanFile } from './read-plan-file.ts';

async function planOf(stage: RunStage, spec: string): Promise<PlanFile> {
  await using here = await stage.world(spec, '8');
  await runStep(stage.inputs({ mode: { kind: 'plan', because: 'asked' } }), here.world);
  const plan = await readPlanFile(here.outputs['plan-file']);
  if (plan === undefined) throw new Error('there is no plan');
  return plan;
}

/** A run that may apply only what the file `plan.json` says. */
async function apply(
  stage: RunStage,
  spec: string,
  prepare: (file: string) => Promise<unknown>,
  changes: Partial<ActionInputs> = {},
) {
  await using here = await stage.world(spec, '9');
  await prepare(path.join(here.world.workspace, 'plan.json'));
  const before = submitsOf(stage.emulator.requests).length;
  const { failure } = await runStep(stage.inputs({ planFile: 'plan.json', ...changes }), here.world);
  return {
    failure,
    said: here.annotations.map(({ message }) => message).join('\n'),
    sent: submitsOf(stage.emulator.requests).length - before,
    outcome: here.outputs['outcome'],
  };
}

it('an approved plan is applied, once, and a run that is started again goes on with what is left of it', async () => {
  await using stage = await createRunStage();
  const plan = await planOf(stage, specOf(3));
  const write = async (file: string): Promise<void> => {
    await writeFile(file, renderPlanFile(plan));
  };
  // One of the three is already there by then.
  expect(await apply(stage, specOf(3), write, { only: ['e1'] })).toMatchObject({ sent: 0 });
  await using here = await stage.world(specOf(1), '7');
  await runStep(stage.inputs(), here.world);
  expect(await apply(stage, specOf(3), write)).toMatchObject({ sent: 2, outcome: 'success' });
  expect(await apply(stage, specOf(3), write)).toMatchObject({ sent: 0, outcome: 'unchanged' });
});

it('a plan of an edit that is described at length is applied like any other', async () => {
  await using stage = await createRunStage();
  const spec = specOf(1).replace('prompt:', `description: ${'long '.repeat(3000)}., prompt:`);
  const plan = await planOf(stage, spec);
  const applied = await apply(stage, spec, async (file) => {
    await writeFile(file, renderPlanFile(plan));
  });
  expect(applied).toMatchObject({ sent: 1, outcome: 'success' });
});

it('nothing is sent if the spec goes on after the plan, and one message says what differs', async () => {
  await using stage = await createRunStage();
  const plan = await planOf(stage, specOf(2));
  const spec = specOf(3).replace('Number 2.', 'Number two.');
  const { failure, said, sent } = await apply(stage, spec, async (file) => {
    await writeFile(file, renderPlanFile(plan));
  });
  expect(sent).toBe(0);
  expect(failure).toContain('Nothing was sent');
  expect(said).toContain('`e2`: it is not what was planned (changed: prompt); `e3`: it is not in the plan.');
});

it.each<[string, (file: string) => Promise<unknown>, string]>([
  [
    'is missing',
    async () => {
      await Promise.resolve();
    },
    'is `plan.json`, which does not exist.',
  ],
  [
    'is a folder',
    async (file) => {
      await mkdir(file);
    },
    'which is not a file.',
  ],
  [
    'is a link',
    async (file) => {
      await symlink('/etc/passwd', file);
    },
    'which is a symbolic link.',
  ],
  [
    'was changed',
    async (file) => {
      await writeFile(file, renderPlanFile({ ...samplePlan(), destination: 'another' }));
    },
    'its digest does not fit',
  ],
  [
    'is no plan',
    async (file) => {
      await writeFile(file, '{}');
    },
    'The plan file has a fault in',
  ],
])('a plan file that %s is refused before anything is sent', async (_what, prepare, message) => {
  await using stage = await createRunStage();
  const { failure, said, sent } = await apply(stage, specOf(1), prepare);
  expect(sent).toBe(0);
  expect(failure).toContain('Nothing was sent');
  expect(said).toContain(message);
});
