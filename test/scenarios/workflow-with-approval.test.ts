import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';

import { readBranch } from '../support/bare-repository.ts';
import { createBranchStage, type BranchStage } from '../support/branch-stage.ts';
import { ALONE, BASE, specOf, UPON } from '../support/next-run.ts';
import { runWorkflow, type JobRecord } from '../support/run-workflow.ts';
import { makePicture } from '../support/stage.ts';

async function createStage(): Promise<BranchStage> {
  const files = { 'edits.yml': specOf(BASE, UPON, ALONE), 'b.png': await makePicture(90) };
  return await createBranchStage(files, { inputs: { deliver: 'artifact' } }); // as in action.yml
}

/** Runs the workflow for a push; `approve` is what a reviewer does when the plan is there. */
async function push(
  stage: BranchStage,
  approve: () => Promise<boolean>,
): Promise<ReadonlyMap<string, JobRecord>> {
  return await runWorkflow('approve-plan.yml', {
    step: { env: { GITHUB_EVENT_NAME: 'push' } },
    contexts: { 'secrets.RUNCOMFY_TOKEN': stage.emulator.token, 'runner.temp': stage.job.temp },
    job: stage.job,
    approve: async (environment) => environment === 'pictures' && (await approve()),
  });
}

test('the workflow of the docs: what is planned waits for an approval, and exactly that is paid for', async () => {
  await using stage = await createStage();
  const seen: number[] = [];
  const jobs = await push(stage, async () => {
    seen.push(stage.emulator.ledger.length);
    return await Promise.resolve(true);
  });
  expect(seen).toEqual([0]);
  expect(jobs.get('plan')?.actions[0]?.outputs).toMatchObject({ outcome: 'planned', planned: '3' });
  expect(jobs.get('apply')?.actions[0]?.outputs).toMatchObject({ outcome: 'success', succeeded: '3' });
  expect(stage.emulator.ledger).toHaveLength(3);
  expect([...(await readBranch(stage.repository)).keys()]).toContain('alone.jpg');

  const again = await push(stage, async () => await Promise.resolve(true));
  expect(again.get('apply')?.actions[0]?.outputs['outcome']).toBe('unchanged');
  expect(stage.emulator.ledger).toHaveLength(3);
});

test('without an approval nothing is sent', async () => {
  await using stage = await createStage();
  const jobs = await push(stage, async () => await Promise.resolve(false));
  expect([...jobs.keys()]).toEqual(['plan']);
  expect(stage.emulator.ledger).toEqual([]);
});

test('what is no longer what was approved is not sent', async () => {
  await using stage = await createStage();
  const jobs = await push(stage, async () => {
    const changed = specOf(BASE, UPON, ALONE.replace('Alone', 'Lonely'));
    await writeFile(path.join(stage.job.workspace, 'edits.yml'), changed);
    return true;
  });
  expect(jobs.get('apply')?.actions[0]).toMatchObject({ exitCode: 1, outputs: { outcome: 'failed' } });
  expect(stage.emulator.ledger).toEqual([]);
});

test('a plan with an error waits for no one', async () => {
  await using stage = await createStage();
  await writeFile(path.join(stage.job.workspace, 'edits.yml'), specOf(BASE, UPON.replace('base', 'gone')));
  const jobs = await push(stage, async () => await Promise.reject(new Error('asked for an approval')));
  expect([...jobs.keys()]).toEqual(['plan']);
  expect(jobs.get('plan')?.actions[0]).toMatchObject({ exitCode: 1 });
});
