import { expect, test } from 'vitest';

import { readCommits, runGit } from '../support/bare-repository.ts';
import { createBranchStage, TOKEN, type BranchStage } from '../support/branch-stage.ts';
import { readCommit } from '../support/github/objects.ts';
import { startGitHub, type GitHub } from '../support/github/start-github.ts';
import { afterFirstRun, runWith } from '../support/next-run.ts';
import { CHANGED, PREVIEWS } from '../support/previews.ts';
import { pullRequest } from '../support/pull-request.ts';
import { submitsOf } from '../support/stage.ts';

const spec = `version: 1
defaults: { size: 1024x1024, force-single: true }
edits:
  one: { prompt: One., images: a.png }
  two: { prompt: Two., images: a.png, output: shop/two }
`;

const inputs = { 'sign-commits': 'true' };

async function startApi(stage: BranchStage): Promise<GitHub> {
  return await startGitHub({ gitDir: stage.repository, repository: 'acme/storefront', token: TOKEN });
}

async function refs(stage: BranchStage): Promise<string> {
  return (
    await runGit(stage.repository, [
      'for-each-ref',
      '--format=%(refname)',
      'refs/heads',
      'refs/dreamina/staging',
    ])
  )
    .toString()
    .trim();
}

test('GitHub makes the commit and signs it', async () => {
  await using stage = await createBranchStage({ 'edits.yml': spec });
  await using github = await startApi(stage);
  const main = await stage.job.main({ inputs, env: { GITHUB_API_URL: github.url } });
  expect(main).toMatchObject({ exitCode: 0, outputs: { outcome: 'success', succeeded: '2' } });
  const [commit, ...others] = await readCommits(stage.repository);
  expect(others).toEqual([]);
  expect(commit?.id).toBe(main.outputs['commit-sha']);
  expect(commit?.author).toContain('github-actions[bot]');
  expect((await readCommit(stage.repository, commit?.id ?? ''))?.signature).toBeDefined();
  expect(await refs(stage)).toBe('refs/heads/assets');

  const later = await stage.job.main({ inputs, env: { GITHUB_API_URL: github.url } });
  expect(later).toMatchObject({ exitCode: 0, outputs: { outcome: 'unchanged', unchanged: '2' } });
});

test('GitHub refuses the commit after the pictures were made: they are in the artifact, and are not paid for again', async () => {
  await using stage = await createBranchStage({ 'edits.yml': spec });
  await using github = await startApi(stage);
  const env = { GITHUB_API_URL: github.url };
  github.state.faults.push({ match: /POST .*git\/commits/, status: 422, message: 'Rule violations found' });
  const main = await stage.job.main({ inputs, env });
  expect(main).toMatchObject({ exitCode: 1, outputs: { outcome: 'incomplete', succeeded: '2' } });
  expect([...(await stage.unpack()).keys()]).toEqual(
    expect.arrayContaining(['one.jpg', 'shop/two.jpg', 'index.html']),
  );
  const messages = main.log.annotations.map(({ message }) => message).join('\n');
  const said = 'cannot get a signed commit: GitHub did not make the commit: Rule violations found';
  for (const text of [messages, main.summary]) expect(text).toContain(said);
  expect(await refs(stage)).toBe('');

  github.state.faults.length = 0;
  const later = await stage.job.main({ inputs, env });
  expect(later).toMatchObject({ exitCode: 0, outputs: { outcome: 'success', succeeded: '2' } });
  expect(submitsOf(stage.emulator.requests)).toHaveLength(2);
});

test('a token without the right to commit by REST: nothing is sent', async () => {
  await using stage = await createBranchStage({ 'edits.yml': spec });
  await using github = await startApi(stage);
  const first = await stage.job.main({ inputs, env: { GITHUB_API_URL: github.url } });
  expect(first.exitCode).toBe(0);
  github.state.permissions = { ...github.state.permissions, contents: 'read' };
  const before = submitsOf(stage.emulator.requests).length;
  const main = await stage.job.main({
    inputs: { ...inputs, force: 'one' },
    env: { GITHUB_API_URL: github.url },
  });
  expect(main).toMatchObject({ exitCode: 1, outputs: { outcome: 'failed' } });
  expect(main.summary).toContain('GitHub did not make the commit: Resource not accessible by integration');
  expect(submitsOf(stage.emulator.requests)).toHaveLength(before);
});

test('previews are signed as well, and so is what is published of them; each picture is paid for once', async () => {
  await using stage = await afterFirstRun();
  await using github = await startApi(stage);
  const pull = pullRequest(undefined, undefined, 7);
  const asks = { ...pull, env: { ...pull.env, GITHUB_API_URL: github.url } };
  const signed = { ...inputs, ...PREVIEWS };
  const target = { mode: 'apply', branch: 'assets-pr-7', 'base-branch': 'assets' };
  const first = await runWith(stage, CHANGED, { ...signed, ...target }, asks);
  expect(first.submitted).toEqual(['Another base.', 'Upon it.']);
  const second = await runWith(stage, CHANGED, { ...signed, ...target }, asks);
  expect(second.main.outputs).toMatchObject({ outcome: 'unchanged', changed: '' });

  const published = await runWith(stage, CHANGED, signed, { env: { GITHUB_API_URL: github.url } });
  expect(published.submitted).toEqual([]);
  expect(published.main.outputs).toMatchObject({ outcome: 'success', adopted: '2', unchanged: '1' });
  for (const branch of ['assets', 'assets-pr-7']) {
    const [commit] = await readCommits(stage.repository, branch);
    expect((await readCommit(stage.repository, commit?.id ?? ''))?.signature).toBeDefined();
  }
  const idle = await runWith(stage, CHANGED, signed, { env: { GITHUB_API_URL: github.url } });
  expect(idle.main.outputs).toMatchObject({ outcome: 'unchanged', changed: '' });
});
