import { expect, test } from 'vitest';

import { readBranch, readCommits, runGit } from '../support/bare-repository.ts';
import { createBranchStage, readLock, TOKEN } from '../support/branch-stage.ts';
import { createJob } from '../support/job.ts';
import { makePicture } from '../support/stage.ts';

function specOf(...ids: readonly string[]): string {
  const edits = ids.map((id) => `  ${id}: { prompt: Make ${id}., images: a.png }`);
  return ['version: 1', 'defaults: { size: 1024x1024, force-single: true }', 'edits:', ...edits, ''].join(
    '\n',
  );
}

test('two runs at once on one branch, each with edits of its own: all of them are there', async () => {
  await using stage = await createBranchStage({ 'edits.yml': specOf('a1', 'a2', 'a3') });
  const { emulator, git } = stage;
  await using other = await createJob(
    { 'edits.yml': specOf('b1', 'b2', 'b3'), 'a.png': await makePicture() },
    {
      secrets: [emulator.token],
      facts: { token: TOKEN, runId: '4712' },
      inputs: {
        deliver: 'branch',
        'api-token': emulator.token,
        'api-url': emulator.apiUrl,
        'output-hosts': emulator.outputsHost,
      },
      env: { GITHUB_SERVER_URL: git.url },
    },
  );
  const ends = await Promise.all([stage.job.main(), other.main()]);

  for (const { exitCode, outputs } of ends) {
    expect(exitCode).toBe(0);
    expect(outputs).toMatchObject({ outcome: 'success', succeeded: '3' });
  }
  const files = await readBranch(stage.repository);
  const ids = ['a1', 'a2', 'a3', 'b1', 'b2', 'b3'];
  expect(Object.keys(readLock(files).edits)).toEqual(ids);
  for (const id of ids) expect(files.has(`${id}.jpg`)).toBe(true);
  const commits = await readCommits(stage.repository);
  expect(commits.map(({ parents }) => parents)).toEqual([[commits[1]?.id], []]);
  expect(ends.map(({ outputs }) => outputs['commit-sha']).toSorted()).toEqual(
    commits.map(({ id }) => id).toSorted(),
  );
  await runGit(stage.repository, ['fsck', '--full', '--strict']);
});
