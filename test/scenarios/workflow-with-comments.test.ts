import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';

import type { BranchStage } from '../support/branch-stage.ts';
import { shownComments, startGitHubBeside } from '../support/github/github-beside.ts';
import { HEAD_SHA, pullOf } from '../support/github/sample-pulls.ts';
import type { GitHub } from '../support/github/start-github.ts';
import { afterFirstRun, ALONE, BASE, specOf, UPON } from '../support/next-run.ts';
import { pullRequest } from '../support/pull-request.ts';
import { runWorkflow, type JobRecord } from '../support/run-workflow.ts';

const OWN = 'acme/storefront';
const FORK = 'someone/storefront';

/** Runs the workflow that plans, on pull request 7 from `head`; one of a fork has no secret and may only read. */
async function plan(
  stage: BranchStage,
  github: GitHub,
  head: string,
): Promise<ReadonlyMap<string, JobRecord>> {
  const isFork = head === FORK;
  const { env, event } = pullRequest(head);
  return await runWorkflow('plan-on-pull-request.yml', {
    step: { event, env: { ...env, GITHUB_API_URL: github.url } },
    contexts: { 'github.event.number': 7, 'secrets.RUNCOMFY_TOKEN': isFork ? '' : stage.emulator.token },
    job: stage.job,
    onJob: (_, permissions) => {
      github.state.permissions = isFork ? { contents: 'read', 'pull-requests': 'read' } : permissions;
    },
  });
}

/** Runs the workflow that starts after it. */
async function commentAfter(stage: BranchStage, github: GitHub, head: string): Promise<readonly string[]> {
  const jobs = await runWorkflow('comment-for-forks.yml', {
    step: {
      event: {
        repository: { full_name: OWN, private: true },
        workflow_run: {
          ...{ event: 'pull_request', head_branch: 'new-banners', head_sha: HEAD_SHA },
          head_repository: { full_name: head },
        },
      },
      env: { GITHUB_EVENT_NAME: 'workflow_run', GITHUB_API_URL: github.url },
    },
    contexts: {
      'github.event.workflow_run.event': 'pull_request',
      'github.event.workflow_run.head_repository.full_name': head,
      'github.event.workflow_run.id': 4711,
      'github.repository': OWN,
      'github.token': 'ghs_any',
      'runner.temp': stage.job.temp,
    },
    job: stage.job,
    onJob: (_, permissions) => {
      github.state.permissions = permissions;
    },
  });
  return [...jobs].flatMap(([name, { actions }]) => [
    name,
    ...actions.map(({ outputs }) => outputs['outcome'] ?? ''),
  ]);
}

async function setSpec(stage: BranchStage, ...edits: readonly string[]): Promise<void> {
  await writeFile(path.join(stage.job.workspace, 'edits.yml'), specOf(...edits));
}

test('the workflows of the docs: a pull request of the repository itself is commented by the first one', async () => {
  await using stage = await afterFirstRun();
  await using github = await startGitHubBeside(stage);
  await setSpec(stage, BASE, UPON, ALONE.replace('Alone', 'Lonely'));
  await plan(stage, github, OWN);
  expect(shownComments(github)).toEqual([expect.stringMatching(/^## Plan: 1 edit to make/)]);
  expect(await commentAfter(stage, github, OWN)).toEqual([]);
});

test('one of a fork is commented by the second one, and updated by the next push', async () => {
  await using stage = await afterFirstRun();
  await using github = await startGitHubBeside(stage, { pulls: [pullOf(7, FORK)] });
  await setSpec(stage, BASE, UPON, ALONE.replace('Alone', 'Lonely'));
  await plan(stage, github, FORK);
  expect(github.state.comments).toEqual([]);
  expect(await commentAfter(stage, github, FORK)).toEqual(['comment', 'commented']);

  // A plan with an error has a file too.
  await setSpec(stage, BASE.replace('a.png', 'gone.png'), UPON, ALONE);
  await plan(stage, github, FORK);
  expect(await commentAfter(stage, github, FORK)).toEqual(['comment', 'commented']);
  expect(shownComments(github)).toEqual([expect.stringMatching(/^## ✗ Plan with 1 error/)]);
});

test('a spec of a fork that cannot be read has no plan: the second workflow has nothing to do, and is green', async () => {
  await using stage = await afterFirstRun();
  await using github = await startGitHubBeside(stage, { pulls: [pullOf(7, FORK)] });
  await setSpec(stage, 'odd: [');
  await plan(stage, github, FORK);
  expect(await commentAfter(stage, github, FORK)).toEqual(['comment']);
  expect(github.state.comments).toEqual([]);
});
