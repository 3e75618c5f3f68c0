import { expect, test } from 'vitest';

import { commitByOther, readBranch, readCommits } from '../support/bare-repository.ts';
import { createBranchStage, readLock } from '../support/branch-stage.ts';

const spec = `version: 1
defaults: { size: 1024x1024, force-single: true }
edits:
  one: { prompt: One., images: a.png }
  two: { prompt: Two., images: a.png, size: 2048x2048 }
`;

test('somebody else pushes first, three times: the pictures are put on top each time, and nothing is lost', async () => {
  let left = 3;
  let repository = '';
  await using stage = await createBranchStage(
    { 'edits.yml': spec },
    {
      server: {
        // Between what the run saw of the branch and its push.
        beforeGit: async ({ method, service }) => {
          if (method !== 'POST' || service !== 'git-receive-pack' || left === 0) return;
          await commitByOther(repository, { [`notes-${left}.txt`]: 'mine' });
          left -= 1;
        },
      },
    },
  );
  ({ repository } = stage);
  const main = await stage.job.main();

  expect(main).toMatchObject({ exitCode: 0, outputs: { outcome: 'success', succeeded: '2' } });
  expect(left).toBe(0);
  expect([...(await readBranch(repository)).keys()].toSorted()).toEqual(
    [
      ...['notes-1.txt', 'notes-2.txt', 'notes-3.txt'],
      'README.md',
      'edits.lock.json',
      'one.jpg',
      'two.jpg',
    ].toSorted(),
  );
  const commits = await readCommits(repository);
  expect(commits.map(({ author }) => author.split(' ')[0])).toEqual([
    'github-actions[bot]',
    'Other',
    'Other',
    'Other',
  ]);
  expect(stage.emulator.ledger).toHaveLength(2);
});

test('the answer of a push is lost: the commit is known as our own, and made once', async () => {
  await using stage = await createBranchStage({ 'edits.yml': spec });
  stage.git.faults.push({
    match: /POST .*receive-pack/,
    kind: 'cut-response-after',
    bytes: 0,
    times: 9,
    latencyMs: 0,
  });
  const main = await stage.job.main({
    onLine: ({ text }) => {
      if (text.includes('tried again')) stage.git.faults.length = 0;
    },
  });
  expect(main).toMatchObject({ exitCode: 0, outputs: { outcome: 'success', succeeded: '2' } });
  const commits = await readCommits(stage.repository);
  expect(commits.map(({ id }) => id)).toEqual([main.outputs['commit-sha']]);
  expect(Object.keys(readLock(await readBranch(stage.repository)).edits)).toEqual(['one', 'two']);
});
