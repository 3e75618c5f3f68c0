import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';

import { actionFolder } from '../../demo/action-metadata.ts';
import { readBranch } from '../support/bare-repository.ts';
import { shownComments } from '../support/github/github-beside.ts';
import { HEAD_SHA } from '../support/github/sample-pulls.ts';
import { pullRequest } from '../support/pull-request.ts';
import { listYamlBlocks } from '../support/yaml-blocks.ts';
import { createUsersStage, type UsersStage } from './stage.ts';

const page = async (file: string): Promise<string> => await readFile(path.join(actionFolder, file), 'utf8');

const specOf = (edits: number): string => `version: 1
defaults: { size: 1024x1024, force-single: true }
edits:
  scene:
    prompt: Scene \${{ matrix.n }}.
    images: shots/mug.png
    matrix: { n: [${Array.from({ length: edits }, (_, index) => index + 1).join(', ')}] }
`;

test('many-jobs.yml with work for three jobs: each makes its part, and the last one reports on all of it', async () => {
  await using users = await createUsersStage({ 'edits.yml': specOf(24) });
  const { stage, run } = users;
  const made = await run('many-jobs.yml', 'push');
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
  expect(stage.emulator.ledger).toHaveLength(24);
  expect(stage.artifacts.artifacts.map(({ name }) => name)).toEqual(['dreamina-edits']);
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

/** The workflow of the quick start, with other steps for the action's. */
async function quickStartWith(steps: string): Promise<string> {
  const [, workflow = ''] = listYamlBlocks(await page('README.md'));
  const at = workflow.indexOf('      - uses: OWNER/');
  expect(at).toBeGreaterThan(0);
  return workflow.slice(0, at) + steps.replaceAll(/^(?=.)/gm, '      ');
}

test('the recipe for several specs: each has a folder of its own on one branch, and a bad one does not stop the other', async () => {
  const recipe =
    listYamlBlocks(await page('docs/recipes.md')).find((block) => block.includes('shop/edits.yml')) ?? '';
  const spec = (prompt: string): string =>
    `version: 1\nedits:\n  hero: { prompt: ${prompt}, images: shots/mug.png, size: 1024x1024, force-single: true }\n`;
  await using users = await createUsersStage({
    'shop/edits.yml': spec('In the shop.'),
    'docs/edits.yml': spec('In the docs.'),
    '.github/workflows/pictures.yml': await quickStartWith(recipe),
  });
  const { stage, run, write } = users;
  const first = await run('pictures.yml', 'push');
  expect(first.exitCode, first.log).toBe(0);
  const files = [...(await readBranch(stage.repository)).keys()];
  expect(files).toEqual(expect.arrayContaining(['shop/hero.jpg', 'docs/hero.jpg']));

  await write('shop/edits.yml', 'edits: [');
  await write('docs/edits.yml', spec('In other docs.'));
  const second = await run('pictures.yml', 'push');
  expect(second.exitCode).toBe(1);
  expect(second.log).toMatch(/::error file=shop\/edits\.yml,line=1/);
  expect(second.outputs).toMatchObject({ outcome: 'success', succeeded: '1' });
  expect(stage.emulator.ledger).toHaveLength(3);
});

/** Waits until the service has accepted so many edits. */
async function untilSent({ stage }: UsersStage, count: number): Promise<void> {
  while (stage.emulator.ledger.length < count) await new Promise((resolve) => setTimeout(resolve, 50));
}

test('on-push.yml, killed while it makes pictures: the post step records what is paid for, and the next run collects it', async () => {
  await using users = await createUsersStage({ 'edits.yml': specOf(4) });
  const { stage, run } = users;
  stage.emulator.faults.add({ on: 'job', kind: 'lasts', ms: 5000 });
  const running = run('on-push.yml', 'push');
  await untilSent(users, 4);
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
