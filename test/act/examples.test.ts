import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';

import { actionFolder } from '../../demo/action-metadata.ts';
import { commitByOther, readBranch } from '../support/bare-repository.ts';
import { pullRequest } from '../support/pull-request.ts';
import { listYamlBlocks } from '../support/yaml-blocks.ts';
import { createUsersStage } from './stage.ts';

test('on-push.yml makes the pictures, runs again without paying, and puts a mistake at its line', async () => {
  await using users = await createUsersStage();
  const { stage, run, write } = users;
  const first = await run('on-push.yml', 'push');
  expect(first.exitCode, first.log).toBe(0);
  expect(first.outputs).toMatchObject({ outcome: 'success', failed: '0' });
  const sent = stage.emulator.ledger.length;
  expect(sent).toBeGreaterThan(5);
  expect(first.log).toContain(`Changed in ${first.outputs['commit-sha'] ?? '?'}`);

  const again = await run('on-push.yml', 'push');
  expect(again.exitCode, again.log).toBe(0);
  expect(again.outputs).toMatchObject({ outcome: 'unchanged', succeeded: '0' });
  expect(again.log).not.toContain('Changed in');

  await write('edits.yml', 'version: 1\nedits:\n  hero: { promt: On the beach., images: shots/mug.png }\n');
  const wrong = await run('on-push.yml', 'push');
  expect(wrong.exitCode).toBe(1);
  expect(wrong.log).toContain('::error file=edits.yml,line=3,col=11::');
  expect(wrong.log).toContain('`prompt`');
  expect(stage.emulator.ledger).toHaveLength(sent);
});

test('on-demand.yml makes the edits that its inputs name, and prints their states', async () => {
  await using users = await createUsersStage();
  const { stage, run } = users;
  const named = await run('on-demand.yml', 'workflow_dispatch', { payload: { inputs: { only: 'hero' } } });
  expect(named.exitCode, named.log).toBe(0);
  const sent = stage.emulator.ledger.length;
  expect(named.log).toMatch(/^hero\tsucceeded$/m);

  const inputs = { only: 'hero', force: 'hero', 'on-unknown': 'hold' };
  const forced = await run('on-demand.yml', 'workflow_dispatch', { payload: { inputs } });
  expect(forced.outputs, forced.log).toMatchObject({ outcome: 'success', succeeded: '1' });
  expect(stage.emulator.ledger).toHaveLength(sent + 1);
});

test('on-schedule.yml makes one picture again each week, and uploads it beside the branch', async () => {
  await using users = await createUsersStage();
  const { stage, run } = users;
  const first = await run('on-schedule.yml', 'schedule');
  expect(first.exitCode, first.log).toBe(0);
  const sent = stage.emulator.ledger.length;
  const second = await run('on-schedule.yml', 'schedule');
  expect(second.outputs, second.log).toMatchObject({ outcome: 'success', succeeded: '1' });
  expect(stage.emulator.ledger).toHaveLength(sent + 1);
  expect(stage.artifacts.artifacts.map(({ name }) => name)).toContain('weekly-pictures');
});

test('preview-and-publish.yml previews on a pull request, and its merge publishes without paying', async () => {
  await using users = await createUsersStage();
  const { stage, github, run } = users;
  const { event } = pullRequest();
  const preview = await run('preview-and-publish.yml', 'pull_request', { payload: event });
  expect(preview.exitCode, preview.log).toBe(0);
  expect(preview.outputs).toMatchObject({ outcome: 'success', branch: 'assets-pr-7' });
  expect(github.state.comments).toHaveLength(1);
  const sent = stage.emulator.ledger.length;

  const published = await run('preview-and-publish.yml', 'push');
  expect(published.exitCode, published.log).toBe(0);
  expect(Number(published.outputs['adopted'])).toBeGreaterThan(5);
  expect(published.log).toContain('Published in ');
  expect(stage.emulator.ledger).toHaveLength(sent);
});

test('propose-pictures.yml opens a pull request', async () => {
  await using users = await createUsersStage();
  const { stage, github, run } = users;
  await commitByOther(stage.repository, { 'code.js': 'x' }, 'main');
  const proposed = await run('propose-pictures.yml', 'push');
  expect(proposed.exitCode, proposed.log).toBe(0);
  expect(proposed.log).toContain('Review the pictures in https://github.com/acme/storefront/pull/');
  expect(github.state.pulls).toHaveLength(2);
});

test('the quick start of the README, as it is written there', async () => {
  const readme = await readFile(path.join(actionFolder, 'README.md'), 'utf8');
  const [spec = '', workflow = ''] = listYamlBlocks(readme);
  await using users = await createUsersStage({
    'edits.yml': spec,
    '.github/workflows/pictures.yml': workflow,
  });
  const { stage, run } = users;
  const first = await run('pictures.yml', 'push');
  expect(first.exitCode, first.log).toBe(0);
  expect((await readBranch(stage.repository)).has('hero.jpg')).toBe(true);
  const again = await run('pictures.yml', 'workflow_dispatch');
  expect(again.outputs, again.log).toMatchObject({ outcome: 'unchanged' });
  expect(stage.emulator.ledger).toHaveLength(1);
});

test('many-jobs.yml divides the work among jobs, and a last one reports on the whole', async () => {
  await using users = await createUsersStage();
  const { stage, run } = users;
  const first = await run('many-jobs.yml', 'push');
  expect(first.exitCode, first.log).toBe(0);
  const { jobs } = first;
  expect(jobs).toEqual(
    expect.arrayContaining([expect.stringContaining('shard'), expect.stringContaining('merge')]),
  );
  const sent = stage.emulator.ledger.length;
  expect(sent).toBeGreaterThan(5);
  expect(stage.artifacts.artifacts.map(({ name }) => name)).toEqual(['dreamina-edits']);

  const again = await run('many-jobs.yml', 'push');
  expect(again.exitCode, again.log).toBe(0);
  expect(again.jobs.filter((job) => job.includes('shard'))).toEqual([]);
  expect(stage.emulator.ledger).toHaveLength(sent);
});

test('plan-on-pull-request.yml comments the plan, and sends nothing', async () => {
  await using users = await createUsersStage();
  const { stage, github, run } = users;
  const planned = await run('plan-on-pull-request.yml', 'pull_request', { payload: pullRequest().event });
  expect(planned.exitCode, planned.log).toBe(0);
  expect(planned.outputs).toMatchObject({ outcome: 'planned' });
  expect(github.state.comments).toHaveLength(1);
  expect(stage.emulator.ledger).toHaveLength(0);
});

test('approve-plan.yml applies the plan that its first job made', async () => {
  await using users = await createUsersStage();
  const { stage, run } = users;
  const applied = await run('approve-plan.yml', 'push');
  expect(applied.exitCode, applied.log).toBe(0);
  expect(applied.outputs).toMatchObject({ outcome: 'success', failed: '0' });
  expect(stage.emulator.ledger.length).toBeGreaterThan(5);
});
