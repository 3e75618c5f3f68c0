import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';

import { readBranch, runGit } from '../support/bare-repository.ts';
import { createBranchStage, TOKEN, type BranchStage } from '../support/branch-stage.ts';
import { pullOf } from '../support/github/sample-pulls.ts';
import { startGitHub, type GitHub } from '../support/github/start-github.ts';
import { ALONE, BASE, specOf, UPON } from '../support/next-run.ts';
import { pullRequest } from '../support/pull-request.ts';
import { runWorkflow, type JobRecord } from '../support/run-workflow.ts';
import { makePicture } from '../support/stage.ts';

const WEEK = 7 * 24 * 60 * 60 * 1000;

/** Runs the workflow for an event, with the spec as the checkout has it. */
async function start(
  stage: BranchStage,
  github: GitHub,
  name: 'pull_request' | 'push' | 'schedule' | 'workflow_dispatch',
  edits: readonly string[],
  ref = 'refs/heads/main',
): Promise<ReadonlyMap<string, JobRecord>> {
  await writeFile(path.join(stage.job.workspace, 'edits.yml'), specOf(...edits));
  const pull = pullRequest();
  const step = name === 'pull_request' ? { event: pull.event } : {};
  return await runWorkflow('preview-and-publish.yml', {
    step: { ...step, env: { GITHUB_EVENT_NAME: name, GITHUB_API_URL: github.url } },
    contexts: {
      'github.event_name': name,
      'github.ref': ref,
      'github.event.number': name === 'pull_request' ? 7 : null,
      'secrets.RUNCOMFY_TOKEN': stage.emulator.token,
    },
    job: stage.job,
    onJob: (_, permissions) => {
      github.state.permissions = permissions;
    },
  });
}

test('the workflow of the docs: previewed on a pull request, published by the merge, paid once, cleaned up', async () => {
  const files = { 'edits.yml': '', 'b.png': await makePicture(90) };
  await using stage = await createBranchStage(files, { inputs: { deliver: 'artifact' } }); // as in action.yml
  await using github = await startGitHub({ gitDir: stage.repository, token: TOKEN, pulls: [pullOf(7)] });
  const first = await start(stage, github, 'push', [BASE, UPON, ALONE]);
  expect([...first.keys()]).toEqual(['publish']);
  expect(first.get('publish')?.printed).toContain('base.jpg');
  expect(stage.emulator.ledger).toHaveLength(3);

  const changed = [BASE.replace('A base', 'Another base'), UPON, ALONE];
  const previewed = await start(stage, github, 'pull_request', changed);
  expect([...previewed.keys()]).toEqual(['preview']);
  expect(previewed.get('preview')?.actions[0]?.outputs).toMatchObject({
    outcome: 'success',
    branch: 'assets-pr-7',
    succeeded: '2',
    unchanged: '1',
  });
  expect(stage.emulator.ledger).toHaveLength(5);
  expect(github.state.comments).toHaveLength(1);
  const preview = await readBranch(stage.repository, 'assets-pr-7');

  const pushed = await start(stage, github, 'pull_request', [...changed.slice(0, 2), ALONE]);
  expect(pushed.get('preview')?.actions[0]?.outputs['outcome']).toBe('unchanged');
  expect(github.state.comments).toHaveLength(1);

  const [pull] = github.state.pulls;
  if (pull === undefined) throw new Error('no pull request');
  const closedAt = new Date(Date.now() - WEEK - 60_000).toISOString().replace(/\.\d+Z$/, 'Z');
  Object.assign(pull, { state: 'closed', isMerged: true, closedAt });
  const early = await start(stage, github, 'schedule', changed);
  expect(early.get('clean')?.actions[0]?.outputs).toMatchObject({
    outcome: 'cleaned',
    'removed-branches': '',
  });

  const merged = await start(stage, github, 'push', changed);
  expect(merged.get('publish')?.actions[0]?.outputs).toMatchObject({ outcome: 'success', adopted: '2' });
  expect(merged.get('publish')?.printed).toContain('base.jpg');
  expect((await readBranch(stage.repository)).get('base.jpg')).toEqual(preview.get('base.jpg'));
  expect(stage.emulator.ledger).toHaveLength(5);

  expect(await start(stage, github, 'workflow_dispatch', changed, 'refs/heads/new')).toEqual(new Map());
  const again = await start(stage, github, 'workflow_dispatch', changed);
  expect(again.get('publish')?.actions[0]?.outputs['outcome']).toBe('unchanged');

  const late = await start(stage, github, 'schedule', changed);
  expect([...late.keys()]).toEqual(['clean']);
  expect(late.get('clean')?.actions[0]?.outputs['removed-branches']).toBe('assets-pr-7');
  const heads = await runGit(stage.repository, ['for-each-ref', '--format=%(refname:short)', 'refs/heads']);
  expect(heads.toString().trim()).toBe('assets');
});
