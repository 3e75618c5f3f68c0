import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';

import { runGit } from '../support/bare-repository.ts';
import { commitAll } from '../support/checkout.ts';
import { createCheckout } from '../support/create-checkout.ts';
import { afterFirstRun, ALONE, specOf } from '../support/next-run.ts';
import { runCommandLine } from '../support/run-command-line.ts';
import { makePicture } from '../support/stage.ts';

test('`plan` works before the first commit, as `init` says', async () => {
  await using here = await createCheckout({ 'shots/mug.png': await makePicture() });
  await runGit(path.join(here.folder, '.git'), ['update-ref', '-d', 'HEAD']);
  const first = await runCommandLine(here.folder, ['init', 'shots']);
  expect(first.stdout).toContain('then run `dreamina-edits plan`.');
  const valid = await runCommandLine(here.folder, ['validate']);
  const planned = await runCommandLine(here.folder, ['plan']);
  for (const { code, stdout, stderr } of [valid, planned]) {
    expect(stderr).toBe('');
    expect(code, stdout).toBe(0);
    expect(stdout).toContain('warning: `edits.yml` is not known to be tracked');
  }
  expect(planned.stdout).toContain('1 edit: 1 to make');
  // Nothing is known of a branch that does not exist.
  expect(planned.stdout).not.toContain('0 B');
});

test.each(['blob:none', 'tree:0'])(
  '`plan` in a partial clone (%s) says what it lacks, and the commands that it prints fetch that',
  async (filter) => {
    await using stage = await afterFirstRun();
    const { workspace } = stage.job;
    await commitAll(workspace);
    const git = async (...args: readonly string[]) => await runGit(path.join(workspace, '.git'), args);
    for (const name of ['allowFilter', 'allowAnySHA1InWant'])
      await runGit(stage.repository, ['config', `uploadpack.${name}`, 'true']);
    const clone = { url: `file://${stage.repository}`, promisor: 'true', partialclonefilter: filter };
    for (const [name, value] of Object.entries(clone)) await git('config', `remote.origin.${name}`, value);
    const refs = ['+refs/heads/*:refs/remotes/origin/*', '+refs/dreamina/*:refs/dreamina/*'];
    await git('fetch', '--quiet', `--filter=${filter}`, 'origin', ...refs);
    const before = await runCommandLine(workspace, ['plan']);
    expect(before.code, before.stdout).toBe(0);
    expect(before.stdout).toContain('3 edits: 3 to make');
    const warnings = before.stdout.split('\n').filter((line) => line.startsWith('warning:'));
    expect(warnings).toHaveLength(2);
    expect(warnings[0]).toContain(
      'This partial clone has no `edits.lock.json` of `refs/remotes/origin/assets`, so every edit counts as new.',
    );
    expect(warnings[1]).toContain('`refs/dreamina/ledger`, so work in flight is not in this plan.');
    const commands = warnings.flatMap((line) => [...line.matchAll(/`git ([^`]+)`/g)]);
    for (const [, args = ''] of commands) await git(...args.split(' '));
    const after = await runCommandLine(workspace, ['plan']);
    expect(after.stdout).toContain('3 edits: 0 to make, 3 unchanged');
    expect(after.stdout).not.toMatch(/warning|Work in flight/);
  },
);

test.each(['plans', 'edits.yml/plan.json', '/proc/x/plan.json'])(
  'a plan that cannot be written to `--out %s` is printed all the same, and the command exits with 2',
  async (out) => {
    await using here = await createCheckout({ 'edits.yml': specOf(ALONE), 'b.png': await makePicture() });
    await mkdir(path.join(here.folder, 'plans'));
    for (const form of [[], ['--json']]) {
      const ended = await runCommandLine(here.folder, ['plan', '--out', out, ...form]);
      expect(ended.code, ended.stdout).toBe(2);
      expect(ended.stdout).toContain(form.length === 0 ? '1 edit: 1 to make' : '"action": "submit"');
      expect(ended.stderr).toMatch(
        /^Option `--out` is `[^`]+`, and the plan cannot be written there: [^.\n]+\.\n$/,
      );
    }
  },
  15_000,
);

test('a spec in another folder is found by its name', async () => {
  await using here = await createCheckout({
    'shop/edits.yml': specOf(ALONE),
    'shop/notes/a.txt': 'x',
    'b.png': await makePicture(),
  });
  const above = await runCommandLine(here.folder, ['plan']);
  expect(above.code).toBe(1);
  expect(above.stdout).toContain(
    'error: There is no spec at `edits.yml`. There is one at `shop/edits.yml`: name that path as the argument.',
  );
  const below = path.join(here.folder, 'shop/notes');
  const beside = await runCommandLine(below, ['validate']);
  expect(beside.stdout).toContain('There is one at `../edits.yml`');
  expect((await runCommandLine(below, ['plan', '../edits.yml'])).code).toBe(0);
});
