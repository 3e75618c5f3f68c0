import { expect, test } from 'vitest';

import { commitByOther, readCommits } from '../support/bare-repository.ts';
import { createBranchStage, type BranchStage } from '../support/branch-stage.ts';
import { submitsOf } from '../support/stage.ts';

const spec = `version: 1
defaults: { size: 1024x1024, force-single: true }
edits:
  free: { prompt: Free., images: a.png }
  taken: { prompt: Taken., images: a.png, output: shop/taken }
`;

/** Runs a job that must end before it submits or pushes anything; its first error. */
async function refusal(stage: BranchStage): Promise<{ readonly message: string; readonly place: string }> {
  const before = await readCommits(stage.repository);
  const main = await stage.job.main();
  expect(main.exitCode).toBe(1);
  expect(main.outputs).toMatchObject({ outcome: 'failed' });
  expect(submitsOf(stage.emulator.requests)).toEqual([]);
  expect(await readCommits(stage.repository)).toEqual(before);
  expect(stage.artifacts.artifacts).toEqual([]);
  const { message = '', file = '', line = 0, column = 0 } = main.log.annotations[0] ?? {};
  return { message, place: `${file}:${line}:${column}` };
}

test("somebody's file at the path of a picture", async () => {
  await using stage = await createBranchStage({ 'edits.yml': spec });
  await commitByOther(stage.repository, { 'Shop/Taken.png': 'a picture by hand' });
  const { message, place } = await refusal(stage);
  expect(place).toMatch(/^edits\.yml:5:\d+$/);
  expect(message).toMatch(/`Shop\/Taken\.png`.*`assets`.*not made by this action.*`output`/);
});

test("somebody's README.md at the root of the branch", async () => {
  await using stage = await createBranchStage({ 'edits.yml': spec });
  await commitByOther(stage.repository, { 'README.md': '# Mine' });
  expect((await refusal(stage)).message).toMatch(/`README\.md`.*`assets`/);
});

test.each([
  ['written by hand', '{ "edits": [] }', /edits\.lock\.json/],
  ['that is no JSON', '<<<<<<< HEAD\n{', /edits\.lock\.json/],
  ['of a newer version', '{ "version": 99, "pages": [], "edits": {} }', /newer version/],
])('a lock file %s', async (_, content, expected) => {
  await using stage = await createBranchStage({ 'edits.yml': spec });
  await commitByOther(stage.repository, { 'edits.lock.json': content });
  expect((await refusal(stage)).message).toMatch(expected);
});

test('a token that the server does not know', async () => {
  await using stage = await createBranchStage(
    { 'edits.yml': spec },
    { inputs: { 'github-token': 'ghs_another' } },
  );
  expect((await refusal(stage)).message).toMatch(/`github-token`/);
});

test('a token that may only read', async () => {
  await using stage = await createBranchStage({ 'edits.yml': spec }, { server: { readOnly: true } });
  expect((await refusal(stage)).message).toMatch(/contents: write/);
});

test('a git that cannot be found', async () => {
  await using stage = await createBranchStage({ 'edits.yml': spec }, { env: { PATH: '/nowhere' } });
  expect((await refusal(stage)).message).toMatch(/git 2\.\d+/);
});
