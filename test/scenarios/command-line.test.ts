import { existsSync } from 'node:fs';
import { execFile } from 'node:child_process';
import { cp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';

import { parsePlanFile } from '../../src/report/plan/plan-file.ts';
import { repository } from '../contract/source-tree.ts';
import { runGit } from '../support/bare-repository.ts';
import { COMMAND_LINE, runCommandLine } from '../support/run-command-line.ts';
import { commitAll } from '../support/checkout.ts';
import { createCheckout } from '../support/create-checkout.ts';
import { createJob } from '../support/job.ts';
import { afterFirstRun, ALONE, BASE, specOf, UPON } from '../support/next-run.ts';
import { makePicture } from '../support/stage.ts';

const WRONG = `version: 1
defaults: { size: 1024x1024 }
edits:
  hero: { promt: A cat., images: a.png }
  upon: { prompt: 'Upon \${{ vars.x }}.', images: gone.png }
`;

test('`validate` has the messages of the action, word for word, and exits with 1', async () => {
  const picture = await makePicture();
  await using job = await createJob(
    { 'edits.yml': WRONG, 'a.png': picture },
    { inputs: { mode: 'validate', 'api-token': '' } },
  );
  const main = await job.main({});
  await using here = await createCheckout({ 'edits.yml': WRONG, 'a.png': picture });
  const ended = await runCommandLine(here.folder, ['validate']);
  expect(ended.stderr).toBe('');
  expect(ended.code).toBe(1);
  const said = main.log.annotations
    .filter(({ file }) => file !== undefined)
    .map(({ message }) => `error: ${message}`);
  expect(said.length).toBeGreaterThan(1);
  expect(
    ended.stdout
      .split('\n')
      .filter((line) => line.startsWith('error: '))
      .toSorted(),
  ).toEqual(said.toSorted());
  expect(ended.stdout).toContain('error: edits.yml:4:11: Unknown key `promt`. Did you mean `prompt`?');

  const json = await runCommandLine(here.folder, ['validate', '--json']);
  expect(json.code).toBe(1);
  expect(JSON.parse(json.stdout)).toMatchObject({
    version: 1,
    command: 'validate',
    isValid: false,
    problems: expect.arrayContaining([
      expect.objectContaining({ severity: 'error', at: { file: 'edits.yml', line: 4, column: 11 } }),
    ]) as unknown,
  });
});

test('colors are for terminals, and text of the spec never becomes an escape sequence', async () => {
  const spec = WRONG.replace('promt', '"pro\\e[31mmt"');
  await using here = await createCheckout({ 'edits.yml': spec, 'a.png': await makePicture() });
  expect((await runCommandLine(here.folder, ['validate'])).stdout).not.toContain('\u001b');
  expect((await runCommandLine(here.folder, ['validate'], { FORCE_COLOR: '1' })).stdout).toContain(
    '\u001b[31merror:\u001b[39m',
  );
  expect(
    (await runCommandLine(here.folder, ['validate', '--no-color'], { FORCE_COLOR: '1' })).stdout,
  ).not.toContain('\u001b');
});

test('`plan` reads what was fetched, and says what changed; without the branch it prints the line that fetches it', async () => {
  await using stage = await afterFirstRun();
  const { workspace } = stage.job;
  const changed = [BASE.replace('A base', 'Another base'), UPON, ALONE];
  await writeFile(path.join(workspace, 'edits.yml'), specOf(...changed));
  await commitAll(workspace);
  const alone = await runCommandLine(workspace, ['plan']);
  expect(alone.stdout).toContain('This checkout has no remote `origin`');
  expect(alone.stdout).not.toContain('git fetch');
  await runGit(path.join(workspace, '.git'), ['config', 'remote.origin.url', stage.repository]);
  const without = await runCommandLine(workspace, ['plan']);
  expect(without).toMatchObject({ stderr: '', left: [] });
  expect(without.code, without.stdout).toBe(0);
  expect(without.stdout).toContain('3 edits: 3 to make');
  expect(without.stdout).toContain('git fetch origin +refs/heads/assets:refs/remotes/origin/assets');

  await runGit(path.join(workspace, '.git'), [
    'fetch',
    '--quiet',
    stage.repository,
    '+refs/heads/assets:refs/remotes/origin/assets',
  ]);
  const ended = await runCommandLine(workspace, ['plan', '--fail-on-changes', '--out', 'plans/plan.json']);
  expect(ended.code, ended.stdout).toBe(3);
  expect(ended.stdout).toContain('3 edits: 2 to make, 1 unchanged');
  expect(ended.stdout).toContain('    prompt: [-A-]{+Another+} base.');
  expect(ended.stdout).not.toContain('refs/heads/assets');
  expect(ended.stdout).toContain('Planned as with `deliver: branch`; the destination is branch assets.');
  expect(ended.stdout).toContain('git fetch origin +refs/dreamina/ledger:refs/dreamina/ledger');
  const file = parsePlanFile(await readFile(path.join(workspace, 'plans/plan.json'), 'utf8'), 'plan.json');
  expect(file.ok && file.value.edits.map(({ action }) => action)).toEqual(['submit', 'submit', 'unchanged']);

  // The spec gets another name, and that is not committed yet.
  await rename(path.join(workspace, 'edits.yml'), path.join(workspace, 'pictures.yml'));
  const renamed = await runCommandLine(workspace, ['plan', 'pictures.yml']);
  expect(renamed.stdout).not.toContain('of another spec');
  expect(renamed.stdout).toContain('3 edits: 2 to make, 1 unchanged');
  expect(renamed.code, renamed.stdout).toBe(0);
  await rename(path.join(workspace, 'pictures.yml'), path.join(workspace, 'edits.yml'));

  // It is the plan of the action, which may apply just that.
  const applied = await stage.job.main({ inputs: { mode: 'apply', 'plan-file': 'plans/plan.json' } });
  expect(applied.exitCode, applied.stdout).toBe(0);
  expect(applied.outputs).toMatchObject({ outcome: 'success', succeeded: '2' });
});

test('`init` writes a spec that is valid, and never overwrites one', async () => {
  const picture = await makePicture();
  await using here = await createCheckout({ 'shots/mug.png': picture, 'shots/my cup.png': picture });
  const ended = await runCommandLine(path.join(here.folder, 'shots'), [
    'init',
    '.',
    '--spec',
    '../edits.yml',
  ]);
  expect(ended).toMatchObject({ code: 0, stderr: '' });
  expect(ended.stdout).toContain('Wrote edits.yml with 2 edits.');
  expect(ended.stdout).toContain('then run `dreamina-edits plan ../edits.yml`.');
  const text = await readFile(path.join(here.folder, 'edits.yml'), 'utf8');
  expect(text).toContain('images: shots/mug.png');
  const valid = await runCommandLine(here.folder, ['validate']);
  expect(valid.code).toBe(0);
  expect(valid.stdout).toContain('warning: `edits.yml` is not tracked by the commit.');

  const again = await runCommandLine(here.folder, ['init', 'shots']);
  expect(again.code).toBe(1);
  expect(again.stdout).toContain('`edits.yml` exists already, and is left as it is.');
  expect(await readFile(path.join(here.folder, 'edits.yml'), 'utf8')).toBe(text);

  const outside = await runCommandLine(here.folder, ['init', 'shots', '--spec', '../outside.yml']);
  expect(outside.code).toBe(1);
  expect(outside.stdout).toContain('`../outside.yml` is outside of the repository');
  expect(existsSync(path.join(here.folder, '../outside.yml'))).toBe(false);
});

test.each([
  [['--version'], 0, '1.0.0'],
  [['--help'], 0, 'Usage'],
])('%j', async (args, code, text) => {
  const ended = await runCommandLine(repository, args);
  expect(ended).toMatchObject({ code, stderr: '' });
  expect(ended.stdout).toContain(text);
});

test('a wrong command exits with 2 and prints nothing to the standard output', async () => {
  const ended = await runCommandLine(repository, ['plan', '--brunch']);
  expect(ended).toEqual({
    code: 2,
    left: [],
    stdout: '',
    stderr: "Unknown option '--brunch'. See `dreamina-edits --help`.\n",
  });
});

test('the packed files run without anything else', async () => {
  await using here = await createCheckout({ 'edits.yml': WRONG.replace('promt', 'prompt') });
  const alone = path.join(here.folder, '..', `alone-${path.basename(here.folder)}`);
  await cp(path.dirname(COMMAND_LINE), alone, { recursive: true });
  const ended = Promise.withResolvers<number>();
  execFile(process.execPath, [path.join(alone, 'index.js'), 'validate'], { cwd: here.folder }, (error) => {
    ended.resolve(Number(error?.code ?? 0));
  });
  expect(await ended.promise).toBe(1);
  await rm(alone, { recursive: true, maxRetries: 5 });
});
