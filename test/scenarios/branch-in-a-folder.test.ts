import { expect, test } from 'vitest';

import { commitByOther, readBranch, readCommits } from '../support/bare-repository.ts';
import { createBranchStage, readLock } from '../support/branch-stage.ts';

const spec = `version: 1
defaults: { size: 1024x1024, force-single: true }
edits:
  one: { prompt: One., images: a.png, output: "big one/one" }
`;

test('a folder of a branch that others use, with a commit message of its own', async () => {
  const branch = 'art/work';
  const inputs = {
    branch,
    'branch-directory': '/shop/für alle/',
    'commit-message': '{files} of {edits}: "{spec}"\n\n{run}',
  };
  await using stage = await createBranchStage({ 'edits.yml': spec }, { inputs });
  const tip = await commitByOther(
    stage.repository,
    { 'README.md': '# Mine', 'shop/notes.txt': 'mine' },
    branch,
  );
  const main = await stage.job.main();

  expect(main).toMatchObject({ exitCode: 0, outputs: { outcome: 'success', branch } });
  const folder = 'shop/für alle';
  const own = [`${folder}/README.md`, `${folder}/big one/one.jpg`, `${folder}/edits.lock.json`];
  expect(main.outputs['changed']?.split('\n').toSorted()).toEqual(own);
  const files = await readBranch(stage.repository, branch);
  expect([...files.keys()].toSorted()).toEqual(['README.md', ...own, 'shop/notes.txt'].toSorted());
  expect(files.get('README.md')?.toString()).toBe('# Mine');
  expect(readLock(files, `${folder}/edits.lock.json`).edits['one']?.files[0]?.path).toBe('big one/one.jpg');
  const [commit] = await readCommits(stage.repository, branch);
  expect(commit).toMatchObject({
    id: main.outputs['commit-sha'],
    parents: [tip],
    message: `1 file of 1 edit: "edits.yml"\n\n${stage.git.url}/acme/storefront/actions/runs/4711`,
  });
  expect(main.summary).toContain(`blob/${commit?.id ?? ''}/shop/f%C3%BCr%20alle/big%20one/one.jpg?raw=true`);

  expect((await stage.job.main()).outputs).toMatchObject({ outcome: 'unchanged', 'commit-sha': commit?.id });
});
