import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';

import { commitByOther, readBranch, readCommits } from '../support/bare-repository.ts';
import { createBranchStage, type BranchStage } from '../support/branch-stage.ts';
import type { GitHub } from '../support/github/start-github.ts';
import { HEAD, specOf, squashHead, startApi } from '../support/pull-stage.ts';
import { runWorkflow, type JobRecord } from '../support/run-workflow.ts';

/** Runs the workflow for a push to main with the spec as the checkout has it. */
async function push(stage: BranchStage, github: GitHub, spec: string): Promise<JobRecord> {
  await writeFile(path.join(stage.job.workspace, 'edits.yml'), spec);
  const jobs = await runWorkflow('propose-pictures.yml', {
    step: { env: { GITHUB_EVENT_NAME: 'push', GITHUB_API_URL: github.url } },
    contexts: { 'secrets.RUNCOMFY_TOKEN': stage.emulator.token },
    job: stage.job,
    onJob: (_, permissions) => {
      github.state.permissions = permissions;
    },
  });
  const done = jobs.get('propose');
  if (done === undefined) throw new Error('The job did not run');
  return done;
}

test('the workflow of the docs: one pull request adds the pictures beside the code, and each is paid for once', async () => {
  const files = { 'edits.yml': specOf('One.') };
  await using stage = await createBranchStage(files, { inputs: { deliver: 'artifact' } }); // as in action.yml
  await using github = await startApi(stage);
  const base = await commitByOther(stage.repository, { 'code.js': 'x' }, 'main');
  const first = await push(stage, github, specOf('One.'));
  expect(first.actions[0]?.outputs).toMatchObject({ outcome: 'success', succeeded: '2', branch: HEAD });
  expect(first.printed).toBe('Review the pictures in https://github.com/acme/storefront/pull/1\n');
  expect((await readCommits(stage.repository, 'main'))[0]?.id).toBe(base);

  const second = await push(stage, github, specOf('Another.'));
  expect(second.actions[0]?.outputs).toMatchObject({ succeeded: '1', unchanged: '1' });
  expect(second.printed).toContain('/pull/1');
  expect(github.state.pulls).toHaveLength(1);

  await squashHead(stage);
  Object.assign(github.state.pulls[0] ?? {}, { state: 'closed', isMerged: true });
  const merged = await push(stage, github, specOf('Another.'));
  expect(merged.actions[0]?.outputs['outcome']).toBe('unchanged');
  expect((await readBranch(stage.repository, 'main')).has('assets/one.jpg')).toBe(true);
  expect(stage.emulator.ledger).toHaveLength(3);
});
