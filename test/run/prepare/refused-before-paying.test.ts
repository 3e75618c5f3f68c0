import { execFile } from 'node:child_process';
import { readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

import type { Env } from '../../../src/shared/ports.ts';
import type { ActionInputs } from '../../../src/inputs/types.ts';
import { run } from '../../../src/run/run.ts';
import { commitByOther, readBranch } from '../../support/bare-repository.ts';
import { createRunStage, specOf, type RunStage } from '../run-stage.ts';

async function runOnce(stage: RunStage, count = 1, env: Env = {}, changes: Partial<ActionInputs> = {}) {
  await using here = await stage.world(specOf(count));
  const end = await run(stage.inputs(changes), { ...here.world, env: { ...here.world.env, ...env } });
  const said = here.annotations.map(({ message }) => message).join('\n');
  return { end, outputs: here.outputs, said, log: here.lines.join('\n') };
}

it.each([
  ['*.jpg filter=lfs diff=lfs merge=lfs -text', 'lfs'],
  ['* filter=git-crypt diff=git-crypt', 'git-crypt'],
])(
  'a branch whose `.gitattributes` says `%s` is refused before anything is paid for',
  async (rule, filter) => {
    await using stage = await createRunStage();
    await commitByOther(stage.repository, { '.gitattributes': `${rule}\n` });
    const { end, said } = await runOnce(stage);
    expect(end.failure).toContain('Nothing was sent');
    expect(said).toContain(`has the filter \`${filter}\``);
    expect(said).toContain('`.gitattributes`');
    expect(stage.emulator.ledger).toEqual([]);
    expect([...(await readBranch(stage.repository)).keys()]).toEqual(['.gitattributes']);
  },
);

it('a `.gitattributes` that leaves pictures as they are is no obstacle', async () => {
  await using stage = await createRunStage();
  await commitByOther(stage.repository, { '.gitattributes': '*.psd filter=lfs -text\n*.jpg binary\n' });
  const { outputs, log } = await runOnce(stage);
  expect(outputs, log).toMatchObject({ outcome: 'success' });
});

it('a repository in SHA-256 is used as any other, also if it has no branch yet', async () => {
  await using stage = await createRunStage();
  const settings = path.join(stage.repository, 'config');
  const served = (await readFile(settings, 'utf8')).replace(/^[^]*?(?=\[http\])/, '');
  await rm(stage.repository, { recursive: true, maxRetries: 5 });
  await promisify(execFile)('git', ['init', '-q', '--bare', '--object-format=sha256', stage.repository]);
  await writeFile(settings, `${await readFile(settings, 'utf8')}${served}`);

  const { outputs, log } = await runOnce(stage, 1, { GITHUB_SHA: 'a'.repeat(64) });
  expect(outputs, log).toMatchObject({ outcome: 'success' });
  expect(outputs['commit-sha']).toMatch(/^[0-9a-f]{64}$/);
  expect(await stage.ledger()).toEqual([]);
  // Without the job's commit, the branch itself shows its hash.
  const again = await runOnce(stage);
  expect(again.outputs, again.log).toMatchObject({ outcome: 'unchanged' });
});

it('more than 200 edits without a budget: nothing is sent, and the message says how to allow it', async () => {
  await using stage = await createRunStage();
  const { end, said, log } = await runOnce(stage, 201);
  expect(end.failure, log).toBeDefined();
  expect(`${end.failure ?? ''} ${said}`).toContain('It would send 201 edits');
  expect(`${end.failure ?? ''} ${said}`).toContain('set `max-edits`');
  expect(stage.emulator.ledger).toEqual([]);
  expect(await stage.ledger()).toEqual([]);
});

it('a path of the host as `spec`, as a container job gets it, is refused with the path to use', async () => {
  await using stage = await createRunStage();
  const { end, said } = await runOnce(stage, 1, {}, { spec: '/home/runner/work/shop/shop/edits.yml' });
  expect(end.failure).toContain('Nothing was sent');
  expect(said).toContain('Use a path relative to the workspace, for example `edits.yml`');
  expect(stage.emulator.requests).toEqual([]);
});
