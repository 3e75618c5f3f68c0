import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';

import { commitByOther, readBranch, readCommits, runGit } from '../support/bare-repository.ts';
import { createBranchStage, readLock, type BranchStage } from '../support/branch-stage.ts';
import { HEAD, inputs, specOf, squashHead, startApi } from '../support/pull-stage.ts';
import { submitsOf } from '../support/stage.ts';

async function branches({ repository }: BranchStage): Promise<readonly string[]> {
  const listed = await runGit(repository, ['for-each-ref', '--format=%(refname:short)', 'refs/heads']);
  return listed.toString().trim().split('\n');
}

test('a pull request is opened, and a second run without anything to make leaves it as it is', async () => {
  await using stage = await createBranchStage({ 'edits.yml': specOf('One.') });
  await using github = await startApi(stage);
  const env = { GITHUB_API_URL: github.url };
  const base = await commitByOther(stage.repository, { 'code.js': 'x' }, 'main');
  const main = await stage.job.main({ inputs, env });

  const url = 'https://github.com/acme/storefront/pull/1';
  expect(main).toMatchObject({
    exitCode: 0,
    outputs: { outcome: 'success', succeeded: '2', branch: HEAD, 'pull-request-url': url },
  });
  expect(main.summary).toContain(url);
  expect(await branches(stage)).toEqual([HEAD, 'main']);
  expect((await readCommits(stage.repository, HEAD))[0]).toMatchObject({ parents: [base] });
  expect((await readCommits(stage.repository, 'main'))[0]?.id).toBe(base);
  const files = await readBranch(stage.repository, HEAD);
  expect([...files.keys()]).toEqual(
    expect.arrayContaining(['code.js', 'assets/one.jpg', 'assets/shop/two.jpg']),
  );
  const [pull] = github.state.pulls;
  expect(pull).toMatchObject({ title: 'Update pictures (edits.yml)', base: 'main', head: { branch: HEAD } });
  const sha = main.outputs['commit-sha'] ?? '';
  expect(pull?.body).toContain(`/blob/${sha}/assets/one.jpg?raw=true`);
  expect(pull?.body).toContain('0.06');

  const later = await stage.job.main({ inputs, env });
  expect(later).toMatchObject({
    exitCode: 0,
    outputs: { outcome: 'unchanged', unchanged: '2', 'commit-sha': sha, 'pull-request-url': url },
  });
  expect(github.state.pulls).toHaveLength(1);
  expect(github.state.pulls[0]?.body).toContain(`/blob/${sha}/assets/one.jpg?raw=true`);
  expect(submitsOf(stage.emulator.requests)).toHaveLength(2);
});

test('the base moved, and one edit changed: the base is merged into the head, what people wrote stays, one edit is paid for', async () => {
  await using stage = await createBranchStage({ 'edits.yml': specOf('One.') });
  await using github = await startApi(stage);
  const env = { GITHUB_API_URL: github.url };
  await commitByOther(stage.repository, { 'code.js': 'x' }, 'main');
  expect((await stage.job.main({ inputs, env })).exitCode).toBe(0);
  const [pull] = github.state.pulls;
  if (pull !== undefined) pull.body = `Please look.\n\n${pull.body}`;
  const [head] = await readCommits(stage.repository, HEAD);
  const base = await commitByOther(stage.repository, { 'code.js': 'y' }, 'main');

  const merged = await stage.job.main({ inputs, env });
  expect(merged).toMatchObject({ exitCode: 0, outputs: { outcome: 'unchanged' } });
  expect((await readCommits(stage.repository, HEAD))[0]).toMatchObject({
    parents: [head?.id, base],
    message: `Merge branch 'main' into ${HEAD}`,
  });
  expect((await readBranch(stage.repository, HEAD)).get('code.js')?.toString()).toBe('y');

  await writeFile(path.join(stage.job.workspace, 'edits.yml'), specOf('Another.'));
  const changed = await stage.job.main({ inputs, env });
  expect(changed).toMatchObject({
    exitCode: 0,
    outputs: { outcome: 'success', succeeded: '1', unchanged: '1' },
  });
  expect(submitsOf(stage.emulator.requests)).toHaveLength(3);
  expect(github.state.pulls[0]?.body).toMatch(/^Please look\./);
  const sha = changed.outputs['commit-sha'] ?? '';
  // What is on the head and not on the base is shown, whichever run made it.
  for (const file of ['assets/one.jpg', 'assets/shop/two.jpg'])
    expect(github.state.pulls[0]?.body).toContain(`/blob/${sha}/${file}?raw=true`);
});

test('squashed on GitHub, and its branch not deleted: nothing is paid again, and the next pull request starts from the base', async () => {
  await using stage = await createBranchStage({ 'edits.yml': specOf('One.') });
  await using github = await startApi(stage);
  const env = { GITHUB_API_URL: github.url };
  await commitByOther(stage.repository, { 'code.js': 'x' }, 'main');
  expect((await stage.job.main({ inputs, env })).exitCode).toBe(0);
  await squashHead(stage);
  const [pull] = github.state.pulls;
  Object.assign(pull ?? {}, { state: 'closed', isMerged: true });
  const [base] = await readCommits(stage.repository, 'main');
  const before = await readCommits(stage.repository, HEAD);

  const after = await stage.job.main({ inputs, env });
  expect(after).toMatchObject({
    exitCode: 0,
    outputs: { outcome: 'unchanged', unchanged: '2', 'commit-sha': base?.id, 'pull-request-url': '' },
  });
  expect(await readCommits(stage.repository, HEAD)).toEqual(before);

  const next = await stage.job.main({ inputs: { ...inputs, force: 'one' }, env });
  expect(next).toMatchObject({ exitCode: 0, outputs: { succeeded: '1', unchanged: '1' } });
  expect(github.state.pulls).toHaveLength(2);
  expect(github.state.pulls[1]?.body).not.toContain('two.jpg');
  expect(github.state.pulls[1]?.body).toContain(`/blob/${base?.id ?? ''}/assets/one.jpg?raw=true`);
  expect(submitsOf(stage.emulator.requests)).toHaveLength(3);
  const lock = readLock(await readBranch(stage.repository, HEAD), 'assets/edits.lock.json');
  expect(Object.keys(lock.edits)).toEqual(['one', 'two']);
});

test('someone puts files of their own at our paths of the base: a page gives way, and a picture is not laid over theirs', async () => {
  await using stage = await createBranchStage({ 'edits.yml': specOf('One.') });
  await using github = await startApi(stage);
  const env = { GITHUB_API_URL: github.url };
  await commitByOther(stage.repository, { 'code.js': 'x' }, 'main');
  expect((await stage.job.main({ inputs, env })).exitCode).toBe(0);
  await commitByOther(stage.repository, { 'assets/README.md': '# Mine' }, 'main');
  expect((await stage.job.main({ inputs, env })).exitCode).toBe(0);
  const joined = await readBranch(stage.repository, HEAD);
  expect(joined.get('assets/README.md')?.toString()).toBe('# Mine');
  expect([...joined.keys()]).toContain('assets/one.jpg');

  const [head] = await readCommits(stage.repository, HEAD);
  await commitByOther(stage.repository, { 'assets/one.jpg': 'Mine' }, 'main');
  const refused = await stage.job.main({ inputs, env });
  expect(refused.exitCode).toBe(1);
  expect(refused.stdout).toContain('because `assets/one.jpg` changed there and on branch `main`');
  expect((await readCommits(stage.repository, HEAD))[0]).toEqual(head);

  await commitByOther(stage.repository, { 'assets/one.jpg': undefined }, 'main');
  const { outputs } = await stage.job.main({ inputs, env });
  expect(outputs).toMatchObject({ outcome: 'unchanged', unchanged: '2' });
  expect(submitsOf(stage.emulator.requests)).toHaveLength(2);
});
