import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';

import { actionFolder } from '../../demo/action-metadata.ts';
import { shownComments } from '../support/github/github-beside.ts';
import { HEAD_SHA } from '../support/github/sample-pulls.ts';
import { pullRequest } from '../support/pull-request.ts';
import { listYamlBlocks } from '../support/yaml-blocks.ts';
import { createUsersStage } from './stage.ts';

const specOf = (edits: number): string => `version: 1
defaults: { size: 1024x1024, force-single: true }
edits:
  scene:
    prompt: Scene \${{ matrix.n }}.
    images: shots/mug.png
    matrix: { n: [${Array.from({ length: edits }, (_, index) => index + 1).join(', ')}] }
`;

test('many-jobs.yml with work for three jobs: each makes its part, the last one reports on all of it, and a job that follows has it', async () => {
  const page = async (file: string): Promise<string> => await readFile(path.join(actionFolder, file), 'utf8');
  const [follows = ''] = listYamlBlocks(await page('docs/shards.md'));
  await using users = await createUsersStage({
    'edits.yml': specOf(24),
    '.github/workflows/many.yml': `${await page('examples/workflows/many-jobs.yml')}\n${follows.replaceAll(/^(?=.)/gm, '  ')}`,
  });
  const { stage, run } = users;
  const made = await run('many.yml', 'push');
  expect(made.exitCode, made.log).toBe(0);
  const parts = made.jobs.filter((job) => job.includes('shard'));
  expect(parts, made.jobs.join(', ')).toHaveLength(3);
  // The outputs of the last job, which ran last.
  expect(made.outputs, made.log).toMatchObject({
    outcome: 'success',
    succeeded: '24',
    pending: '0',
    'cost-usd': '0.72',
    'artifact-name': 'dreamina-edits',
  });
  expect(made.log).toMatch(/^README\.md\s+edits\.lock\.json\s+scene$/m);
  expect(stage.emulator.ledger).toHaveLength(24);
  expect(stage.artifacts.artifacts.map(({ name }) => name)).toEqual(['dreamina-edits']);

  const again = await run('many.yml', 'push');
  expect(again.exitCode, again.log).toBe(0);
  expect(again.jobs.filter((job) => job.includes('site'))).toEqual([]);
  const files = [...(await stage.unpack()).keys()];
  expect(files.filter((file) => /^scene\/\d+\.jpg$/.test(file))).toHaveLength(24);
  expect(files).toEqual(expect.arrayContaining(['index.html', 'results.json']));
});

test('comment-for-forks.yml comments the plan that a run of a fork has left', async () => {
  const fork = 'someone/storefront';
  await using users = await createUsersStage({}, fork);
  const { stage, github, run } = users;
  github.state.permissions = { contents: 'read', 'pull-requests': 'read' };
  const planned = await run('plan-on-pull-request.yml', 'pull_request', {
    runId: '500',
    payload: pullRequest(fork).event,
    secrets: { RUNCOMFY_TOKEN: '' },
  });
  expect(planned.exitCode, planned.log).toBe(0);
  expect(github.state.comments).toEqual([]);

  github.state.permissions = { contents: 'read', 'pull-requests': 'write' };
  const after = async (id: number, head: string) =>
    await run('comment-for-forks.yml', 'workflow_run', {
      payload: {
        repository: { full_name: 'acme/storefront', private: true },
        workflow_run: {
          ...{ id, event: 'pull_request', head_branch: 'new-banners', head_sha: HEAD_SHA },
          head_repository: { full_name: head },
        },
      },
    });
  const commented = await after(500, fork);
  expect(commented.exitCode, commented.log).toBe(0);
  expect(commented.outputs).toMatchObject({ outcome: 'commented' });
  expect(shownComments(github)).toEqual([expect.stringMatching(/^## Plan: \d+ edits to make/)]);

  // A run that left no plan, and one of the repository itself, which has commented already.
  const without = await after(501, fork);
  expect(without.exitCode, without.log).toBe(0);
  const own = await after(500, 'acme/storefront');
  expect(own.exitCode, own.log).toBe(0);
  expect(github.state.comments).toHaveLength(1);
  expect(stage.emulator.ledger).toEqual([]);
});

test('on-push.yml, killed while it makes pictures: the post step records what is paid for, and the next run collects it', async () => {
  await using users = await createUsersStage({ 'edits.yml': specOf(4) });
  const { stage, run } = users;
  stage.emulator.faults.add({ on: 'job', kind: 'lasts', ms: 5000 });
  const running = run('on-push.yml', 'push');
  await users.untilSent(4);
  await users.killMain();
  const killed = await running;
  expect(killed.exitCode).toBe(1);
  expect(killed.log).toContain('The step was interrupted. 0 edits of 4 had succeeded.');
  expect(stage.emulator.ledger).toHaveLength(4);

  const next = await run('on-push.yml', 'push');
  expect(next.exitCode, next.log).toBe(0);
  expect(next.outputs).toMatchObject({ outcome: 'success', succeeded: '4' });
  expect(stage.emulator.ledger).toHaveLength(4);
});
