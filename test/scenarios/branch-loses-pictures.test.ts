import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';

import { commitByOther, readBranch, readCommits, runGit } from '../support/bare-repository.ts';
import { createBranchStage, readLock, type BranchStage } from '../support/branch-stage.ts';

const specOf = (one: string): string => `version: 1
defaults: { size: 1024x1024, force-single: true }
edits:
  one: { prompt: ${one}, images: a.png }
  two: { prompt: Two., images: a.png, size: 2048x2048 }
`;

interface TamperedStage extends AsyncDisposable {
  readonly stage: BranchStage;
  /** Runs the job with another prompt for the first edit. */
  readonly run: () => ReturnType<BranchStage['job']['main']>;
}

/** A stage on which both edits are made; `tamper` is done at the first push of the next run, which is that of its claims. */
async function createTamperedStage(tamper: (repository: string) => Promise<unknown>): Promise<TamperedStage> {
  let isArmed = false;
  let repository = '';
  const stage = await createBranchStage(
    { 'edits.yml': specOf('One.') },
    {
      server: {
        beforeGit: async ({ method, service }) => {
          if (!isArmed || method !== 'POST' || service !== 'git-receive-pack') return;
          isArmed = false;
          await tamper(repository);
        },
      },
    },
  );
  ({ repository } = stage);
  const first = await stage.job.main();
  expect(first.outputs).toMatchObject({ outcome: 'success', succeeded: '2' });
  return {
    stage,
    [Symbol.asyncDispose]: async () => {
      await stage[Symbol.asyncDispose]();
    },
    run: async () => {
      await writeFile(path.join(stage.job.workspace, 'edits.yml'), specOf('Another one.'));
      isArmed = true;
      return await stage.job.main();
    },
  };
}

test('somebody removes a picture during the run: it is put back from the history of the branch, and not paid for again', async () => {
  await using tampered = await createTamperedStage(
    async (repository) => await commitByOther(repository, { 'two.jpg': undefined, 'notes.txt': 'mine' }),
  );
  const { stage, run } = tampered;
  const before = (await readBranch(stage.repository)).get('two.jpg');
  const main = await run();

  expect(main.outputs, main.stdout).toMatchObject({ outcome: 'success', succeeded: '1', unchanged: '1' });
  expect(main.exitCode).toBe(0);
  expect(main.stdout).toContain('Put back on branch assets what was removed during the run: two');
  const files = await readBranch(stage.repository);
  expect(files.get('two.jpg')).toEqual(before);
  expect([...files.keys()]).toContain('notes.txt');
  expect((main.outputs['changed'] ?? '').split('\n')).toEqual(expect.arrayContaining(['one.jpg', 'two.jpg']));
  expect(stage.emulator.ledger).toHaveLength(3);
  const [tip] = await readCommits(stage.repository);
  expect(main.outputs['commit-sha']).toBe(tip?.id);
  expect(Object.keys(readLock(files).edits)).toEqual(['one', 'two']);

  const again = await stage.job.main();
  expect(again.outputs).toMatchObject({ outcome: 'unchanged' });
});

test('somebody replaces the history of the branch during the run: what it lacks is reported, and not put back', async () => {
  await using tampered = await createTamperedStage(async (repository) => {
    const tree = (await runGit(repository, ['mktree'], '')).toString().trim();
    const env = {
      GIT_AUTHOR_NAME: 'O',
      GIT_AUTHOR_EMAIL: 'o@e',
      GIT_COMMITTER_NAME: 'O',
      GIT_COMMITTER_EMAIL: 'o@e',
    };
    const commit = await runGit(repository, ['commit-tree', tree, '-m', 'Begin again'], '', env);
    await runGit(repository, ['update-ref', 'refs/heads/assets', commit.toString().trim()]);
  });
  const { stage, run } = tampered;
  const main = await run();

  expect(main.exitCode).toBe(1);
  expect(main.stdout).toContain('its picture `two.jpg` was removed from the branch during the run');
  expect([...(await readBranch(stage.repository)).keys()]).not.toContain('two.jpg');
  expect([...(await readBranch(stage.repository)).keys()]).toContain('one.jpg');
  expect(stage.emulator.ledger).toHaveLength(3);
});
