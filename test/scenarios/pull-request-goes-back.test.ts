import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';

import { commitByOther, readBranch, readCommits, runGit } from '../support/bare-repository.ts';
import { createBranchStage, readLock, type BranchStage } from '../support/branch-stage.ts';
import { HEAD, inputs, specOf, squashHead, startApi } from '../support/pull-stage.ts';
import { submitsOf } from '../support/stage.ts';

async function writeSpec({ job }: BranchStage, one: string): Promise<void> {
  await writeFile(path.join(job.workspace, 'edits.yml'), specOf(one));
}

/** The request and the bytes of the first edit on a branch. */
async function pictureOn({ repository }: BranchStage, branch: string) {
  const files = await readBranch(repository, branch);
  const { request_id: request } = readLock(files, 'assets/edits.lock.json').edits['one'] ?? {};
  return { request, bytes: files.get('assets/one.jpg')?.toString('base64') };
}

test('the spec goes back to what the base has while the pull request is open: the picture is copied from there', async () => {
  await using stage = await createBranchStage({ 'edits.yml': specOf('One.') });
  await using github = await startApi(stage);
  const env = { GITHUB_API_URL: github.url };
  await commitByOther(stage.repository, { 'code.js': 'x' }, 'main');
  expect((await stage.job.main({ inputs, env })).exitCode).toBe(0);
  await squashHead(stage);
  Object.assign(github.state.pulls[0] ?? {}, { state: 'closed', isMerged: true });
  const published = await pictureOn(stage, 'main');

  await writeSpec(stage, 'Another.');
  expect(await stage.job.main({ inputs, env })).toMatchObject({ outputs: { succeeded: '1' } });
  expect(await pictureOn(stage, HEAD)).not.toEqual(published);
  expect(submitsOf(stage.emulator.requests)).toHaveLength(3);

  await writeSpec(stage, 'One.');
  const planned = await stage.job.main({ inputs: { ...inputs, mode: 'plan' }, env });
  expect(planned.outputs).toMatchObject({ planned: '0' });
  const back = await stage.job.main({ inputs, env });
  expect(back).toMatchObject({ exitCode: 0, outputs: { adopted: '1', unchanged: '1', succeeded: '0' } });
  expect(submitsOf(stage.emulator.requests)).toHaveLength(3);
  expect(await pictureOn(stage, HEAD)).toEqual(published);
  // Three requests were paid for: the one that came back is not counted twice.
  const lock = (await readBranch(stage.repository, HEAD)).get('assets/edits.lock.json')?.toString() ?? '';
  expect(Object.values((JSON.parse(lock) as { spending: object }).spending)).toMatchObject([
    { cost_usd: 0.09, edits: 3 },
  ]);

  const later = await stage.job.main({ inputs, env });
  expect(later).toMatchObject({ exitCode: 0, outputs: { outcome: 'unchanged', unchanged: '2' } });
});

test('squashed and reverted, and its branch not deleted: what the base has again is not paid again', async () => {
  await using stage = await createBranchStage({ 'edits.yml': specOf('One.') });
  await using github = await startApi(stage);
  const env = { GITHUB_API_URL: github.url };
  await commitByOther(stage.repository, { 'code.js': 'x' }, 'main');
  expect((await stage.job.main({ inputs, env })).exitCode).toBe(0);
  await runGit(stage.repository, ['branch', '-f', 'main', HEAD]);
  const [before] = await readCommits(stage.repository, 'main');
  const published = await pictureOn(stage, 'main');

  await writeSpec(stage, 'Another.');
  expect((await stage.job.main({ inputs, env })).exitCode).toBe(0);
  await squashHead(stage);
  for (const pull of github.state.pulls) Object.assign(pull, { state: 'closed', isMerged: true });
  await squashHead(stage, before?.id);
  expect(await pictureOn(stage, 'main')).toEqual(published);

  await writeSpec(stage, 'One.');
  const back = await stage.job.main({ inputs, env });
  expect(back).toMatchObject({ exitCode: 0, outputs: { adopted: '1', unchanged: '1' } });
  expect(submitsOf(stage.emulator.requests)).toHaveLength(3);
  expect(await pictureOn(stage, HEAD)).toEqual(published);
});

test('squashed, and its branch deleted: what the base had before is copied from its history', async () => {
  await using stage = await createBranchStage({ 'edits.yml': specOf('One.') });
  await using github = await startApi(stage);
  const env = { GITHUB_API_URL: github.url };
  await commitByOther(stage.repository, { 'code.js': 'x' }, 'main');
  expect((await stage.job.main({ inputs, env })).exitCode).toBe(0);
  await squashHead(stage);
  await runGit(stage.repository, ['branch', '-D', HEAD]);
  const published = await pictureOn(stage, 'main');

  await writeSpec(stage, 'Another.');
  expect((await stage.job.main({ inputs, env })).exitCode).toBe(0);
  await squashHead(stage);
  await runGit(stage.repository, ['branch', '-D', HEAD]);
  for (const pull of github.state.pulls) Object.assign(pull, { state: 'closed', isMerged: true });
  expect(await pictureOn(stage, 'main')).not.toEqual(published);

  await writeSpec(stage, 'One.');
  const back = await stage.job.main({ inputs, env });
  expect(back, back.stdout).toMatchObject({ exitCode: 0, outputs: { adopted: '1', unchanged: '1' } });
  expect(submitsOf(stage.emulator.requests)).toHaveLength(3);
  expect(await pictureOn(stage, HEAD)).toEqual(published);
});

test('merged with a merge commit and reverted as a whole: the pictures come back from the merged branch, unpaid', async () => {
  await using stage = await createBranchStage({ 'edits.yml': specOf('One.') });
  await using github = await startApi(stage);
  const env = { GITHUB_API_URL: github.url };
  const { repository } = stage;
  await commitByOther(repository, { 'code.js': 'x' }, 'main');
  const [before] = await readCommits(repository, 'main');
  expect((await stage.job.main({ inputs, env })).exitCode).toBe(0);
  await runGit(repository, ['branch', '-f', 'main', HEAD]);
  for (const pull of github.state.pulls) Object.assign(pull, { state: 'closed', isMerged: true });
  const published = await pictureOn(stage, HEAD);
  // The revert: what was before the pull request, on top of all.
  await squashHead(stage, before?.id);
  expect([...(await readBranch(repository, 'main')).keys()]).toEqual(['code.js']);

  const back = await stage.job.main({ inputs, env });
  expect(back).toMatchObject({ exitCode: 0, outputs: { adopted: '2', succeeded: '0' } });
  expect(submitsOf(stage.emulator.requests)).toHaveLength(2);
  expect(await pictureOn(stage, HEAD)).toEqual(published);
});
