import { expect, test } from 'vitest';

import { commitByOther, readCommits } from '../support/bare-repository.ts';
import { createBranchStage } from '../support/branch-stage.ts';
import { readCommit } from '../support/github/objects.ts';
import { HEAD, inputs, specOf, startApi } from '../support/pull-stage.ts';
import { submitsOf } from '../support/stage.ts';

test('the token may not open pull requests: the branch is pushed, the step is green and says where to open it', async () => {
  await using stage = await createBranchStage({ 'edits.yml': specOf('One.') });
  await using github = await startApi(stage);
  const env = { GITHUB_API_URL: github.url };
  await commitByOther(stage.repository, { 'code.js': 'x' }, 'main');
  github.state.mayOpenPulls = false;
  const main = await stage.job.main({ inputs, env });
  expect(main).toMatchObject({
    exitCode: 0,
    outputs: { outcome: 'success', 'pull-request-url': '', branch: HEAD },
  });
  const compare = `/acme/storefront/compare/main...${HEAD}?expand=1`;
  const messages = main.log.annotations.map(({ message }) => message).join('\n');
  expect(messages).toContain(compare);
  expect(messages).toContain('GitHub Actions is not permitted to create or approve pull requests');
  expect(main.summary).toContain(compare);

  github.state.mayOpenPulls = true;
  const later = await stage.job.main({ inputs, env });
  expect(later).toMatchObject({
    exitCode: 0,
    outputs: { outcome: 'unchanged', 'pull-request-url': 'https://github.com/acme/storefront/pull/1' },
  });
  expect(submitsOf(stage.emulator.requests)).toHaveLength(2);
});

test('signed: each commit of the head is', async () => {
  await using stage = await createBranchStage({ 'edits.yml': specOf('One.') });
  await using github = await startApi(stage);
  const step = { inputs: { ...inputs, 'sign-commits': 'true' }, env: { GITHUB_API_URL: github.url } };
  await commitByOther(stage.repository, { 'code.js': 'x' }, 'main');
  expect((await stage.job.main(step)).exitCode).toBe(0);
  const base = await commitByOther(stage.repository, { 'code.js': 'y' }, 'main');
  expect((await stage.job.main(step)).exitCode).toBe(0);
  const commits = await readCommits(stage.repository, HEAD);
  expect(commits[0]?.parents).toContain(base);
  for (const { id, author } of commits.filter(({ author: name }) => !name.startsWith('Other')))
    expect((await readCommit(stage.repository, id))?.signature, author).toBeDefined();
});

test('a plan counts what the head has, and writes nothing', async () => {
  await using stage = await createBranchStage({ 'edits.yml': specOf('One.') });
  await using github = await startApi(stage);
  const env = { GITHUB_API_URL: github.url };
  await commitByOther(stage.repository, { 'code.js': 'x' }, 'main');
  const plan = { ...inputs, mode: 'plan' };
  const first = await stage.job.main({ inputs: plan, env });
  expect(first).toMatchObject({ exitCode: 0, outputs: { outcome: 'planned', planned: '2' } });
  expect(await readCommits(stage.repository, HEAD)).toEqual([]);
  expect((await stage.job.main({ inputs, env })).exitCode).toBe(0);
  await commitByOther(stage.repository, { 'code.js': 'y' }, 'main');
  const before = await readCommits(stage.repository, HEAD);
  const second = await stage.job.main({ inputs: plan, env });
  expect(second).toMatchObject({ exitCode: 0, outputs: { outcome: 'planned', planned: '0' } });
  expect(await readCommits(stage.repository, HEAD)).toEqual(before);
  expect(github.state.pulls).toHaveLength(1);
});

test('there is no such base: nothing is sent', async () => {
  await using stage = await createBranchStage({ 'edits.yml': specOf('One.') });
  await using github = await startApi(stage);
  const main = await stage.job.main({ inputs, env: { GITHUB_API_URL: github.url } });
  expect(main).toMatchObject({ exitCode: 1, outputs: { outcome: 'failed' } });
  expect(main.summary).toContain('There is no branch');
  expect(submitsOf(stage.emulator.requests)).toHaveLength(0);
});
