import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';

import { runGit } from '../support/bare-repository.ts';
import { commitAll } from '../support/checkout.ts';
import { createCheckout } from '../support/create-checkout.ts';
import { afterFirstRun, ALONE, BASE, specOf, UPON } from '../support/next-run.ts';
import { makePicture } from '../support/stage.ts';
import { runCommandLine } from '../support/run-command-line.ts';

test('at a desk there is other advice than in a workflow', async () => {
  const pointer = `version https://git-lfs.github.com/spec/v1\noid sha256:${'0'.repeat(64)}\nsize 12345\n`;
  const spec = `version: 1
edits:
  lfs: { prompt: A cat., images: lfs.png }
  gone: { prompt: A cat., images: gone.png }
`;
  await using here = await createCheckout({ 'edits.yml': spec, 'lfs.png': pointer, 'gone.png': 'x' });
  await rm(path.join(here.folder, 'gone.png'));
  const ended = await runCommandLine(here.folder, ['validate']);
  expect(ended.code).toBe(1);
  expect(ended.stdout).toContain(
    '`lfs.png` is a Git LFS pointer, not the picture itself. Run `git lfs pull`.',
  );
  expect(ended.stdout).toContain('`gone.png` is in the commit but not here: it was moved or deleted');
  const missing = await runCommandLine(here.folder, ['plan', 'other/spec.yaml']);
  expect(missing.stdout).toContain('write a first one with `dreamina-edits init`');
  for (const { stdout } of [ended, missing]) expect(stdout).not.toMatch(/actions\/checkout|[Ii]nput/);
});

test('a wrong option is called an option, and says nothing about the spec', async () => {
  await using here = await createCheckout({
    'edits.yml': specOf(ALONE),
    'b.png': await makePicture(),
  });
  const validate = await runCommandLine(here.folder, ['validate', '--only', 'hero']);
  expect(validate.code).toBe(1);
  expect(validate.stdout).toContain('error: Option `--only` has `hero`, which matches no edit of the spec.');
  expect(validate.stdout).toContain('✗ The choice of edits is not valid: 1 error.');
  const plan = await runCommandLine(here.folder, ['plan', '--force', 'hero']);
  expect(plan.code).toBe(1);
  expect(plan.stdout).toContain('error: Option `--force` has `hero`, which matches no edit of the spec.');
  expect(plan.stdout).not.toMatch(/[Ii]nput|not valid/);
});

test('`plan` says what is spent of the month, and what is moved', async () => {
  await using stage = await afterFirstRun();
  const { workspace } = stage.job;
  const spec = specOf(BASE, UPON, ALONE.replace(' }', ', output: other/place }'));
  await writeFile(path.join(workspace, 'edits.yml'), `${spec}budget: { per-month: 5 }\n`);
  await commitAll(workspace);
  await runGit(path.join(workspace, '.git'), [
    ...['fetch', '--quiet', stage.repository, '+refs/heads/assets:refs/remotes/origin/assets'],
  ]);
  const ended = await runCommandLine(workspace, ['plan']);
  expect(ended.code, ended.stdout).toBe(0);
  expect(ended.stdout).toContain('3 edits: 0 to make, 1 to move, 2 unchanged');
  expect(ended.stdout).toContain('Fetch the history with `git fetch`');
  expect(ended.stdout).not.toContain('actions/checkout');
  expect(ended.stdout).toMatch(/^alone {2}moved, from \S+ to other\/place\.\w+$/m);
  expect(ended.stdout).toMatch(
    /^this month: \d+\.\d\d USD of 5\.00 USD spent \(\d{4}-\d\d, as the lock file records it\)$/m,
  );
});
