import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import * as z from 'zod';

import { commitByOther, readBranch, readCommits, runGit } from '../support/bare-repository.ts';
import { readLock, type BranchStage } from '../support/branch-stage.ts';
import { afterFirstRun, ALONE, BASE, runWith, specOf, UPON } from '../support/next-run.ts';
import { HEAD, pullRequest } from '../support/pull-request.ts';
import { sentImages } from '../support/sent-images.ts';

const PREVIEWS = { 'adopt-from': 'assets-pr-*' };

/** Runs the preview of a pull request that has these edits. */
async function preview(stage: BranchStage, number: number, edits: readonly string[]) {
  const branch = `assets-pr-${number}`;
  const inputs = { mode: 'apply', branch, 'base-branch': 'assets', ...PREVIEWS };
  return await runWith(stage, edits, inputs, pullRequest(undefined, undefined, number));
}

const resultsSchema = z.object({
  edits: z.array(
    z.object({
      id: z.string(),
      otherBranch: z.object({ branch: z.string(), commit: z.string() }).nullable(),
      files: z.array(z.object({ onBranch: z.boolean() })),
    }),
  ),
});

const CHANGED = [BASE.replace('A base', 'Another base'), UPON, ALONE];

test('a preview makes only what changed; after the merge it is adopted, and nothing is paid again', async () => {
  await using stage = await afterFirstRun();
  const live = await readBranch(stage.repository);
  const first = await preview(stage, 7, CHANGED);

  expect(first.submitted).toEqual(['Another base.', 'Upon it.']);
  expect(first.main.outputs).toMatchObject({
    outcome: 'success',
    branch: 'assets-pr-7',
    succeeded: '2',
    unchanged: '1',
  });
  const shown = await readBranch(stage.repository, 'assets-pr-7');
  expect([...shown.keys()]).toEqual(['README.md', 'base.jpg', 'edits.lock.json', 'upon.jpg']);
  expect(JSON.parse(shown.get('edits.lock.json')?.toString() ?? '')).toMatchObject({
    preview: { pull_request: 7, commit: HEAD },
  });
  expect(await readBranch(stage.repository)).toEqual(live);

  const again = await preview(stage, 7, CHANGED);
  expect(again.submitted).toEqual([]);
  expect(again.main.outputs).toMatchObject({ outcome: 'unchanged', unchanged: '3', changed: '' });

  const plan = await runWith(stage, CHANGED, { mode: 'plan', 'api-token': '', ...PREVIEWS });
  expect(plan.main.outputs).toMatchObject({ planned: '0', adopted: '2', 'estimated-cost-usd': '0' });
  expect(plan.main.stdout).toContain('base  adopted from base of branch assets-pr-7, already paid for');

  const merged = await runWith(stage, CHANGED, PREVIEWS);
  expect(merged.submitted).toEqual([]);
  expect(merged.main.outputs).toMatchObject({
    outcome: 'success',
    planned: '0',
    succeeded: '0',
    adopted: '2',
    unchanged: '1',
  });
  const published = await readBranch(stage.repository);
  for (const file of ['base.jpg', 'upon.jpg']) expect(published.get(file)).toEqual(shown.get(file));
  expect(published.get('alone.jpg')).toEqual(live.get('alone.jpg'));
  expect(published.get('edits.lock.json')?.toString()).not.toContain('preview');
  expect(readLock(published).edits['base']?.request_id).toBe(readLock(shown).edits['base']?.request_id);
  expect(await readCommits(stage.repository)).toHaveLength(2);
  expect(stage.emulator.ledger).toHaveLength(5);

  const idle = await runWith(stage, CHANGED, PREVIEWS);
  expect(idle.main.outputs).toMatchObject({ outcome: 'unchanged', unchanged: '3', changed: '' });
});

test('what a pull request takes back is no longer in its preview', async () => {
  await using stage = await afterFirstRun();
  await preview(stage, 7, CHANGED);
  const { main, submitted } = await preview(stage, 7, [BASE, UPON, ALONE]);

  expect(submitted).toEqual([]);
  expect(main.outputs).toMatchObject({ outcome: 'unchanged', unchanged: '3' });
  expect([...(await readBranch(stage.repository, 'assets-pr-7')).keys()]).toEqual([
    'README.md',
    'edits.lock.json',
  ]);
});

test('two previews at once are on branches of their own; what both want is paid once', async () => {
  await using stage = await afterFirstRun();
  const alone = ALONE.replace('Alone', 'All alone');
  await preview(stage, 7, CHANGED);
  const other = await preview(stage, 8, [...CHANGED.slice(0, 2), alone]);
  expect(other.submitted).toEqual(['All alone.']);
  expect(other.main.outputs).toMatchObject({ adopted: '2', succeeded: '1' });

  const { main, submitted } = await runWith(stage, [...CHANGED.slice(0, 2), alone], PREVIEWS);
  expect(submitted).toEqual([]);
  expect(main.outputs).toMatchObject({ adopted: '3' });
  expect(stage.emulator.ledger).toHaveLength(6);
});

/** Replaces the history of the base branch, as a force-push does. */
async function replaceBase({ repository }: BranchStage): Promise<string> {
  await runGit(repository, ['update-ref', '-d', 'refs/heads/assets']);
  return await commitByOther(repository, { 'notes.txt': 'From scratch' });
}

test('a base branch that is replaced counts as it is then, and the preview keeps its own pictures', async () => {
  await using stage = await afterFirstRun();
  await preview(stage, 7, CHANGED);
  await replaceBase(stage);
  const { main, submitted } = await preview(stage, 7, CHANGED);

  expect(submitted).toEqual(['Alone.']);
  expect(main.outputs).toMatchObject({ outcome: 'success', succeeded: '1', unchanged: '2' });
  expect([...(await readBranch(stage.repository)).keys()]).toEqual(['notes.txt']);
});

test('a base branch that does not exist is a warning', async () => {
  await using stage = await afterFirstRun();
  const inputs = { mode: 'plan', branch: 'assets-pr-7', 'base-branch': 'asset' };
  const { main } = await runWith(stage, CHANGED, inputs);
  expect(main.outputs).toMatchObject({ outcome: 'planned', planned: '3' });
  expect(main.stdout).toContain('Branch `asset` (input `base-branch`) does not exist');
});

test('an edit that uses a picture of the base branch gets it from there, and an artifact has both', async () => {
  await using stage = await afterFirstRun();
  const inputs = {
    mode: 'apply',
    branch: 'assets-pr-7',
    'base-branch': 'assets',
    deliver: 'artifact, branch',
    'artifact-contents': 'all',
  };
  const edits = [BASE, UPON.replace('Upon', 'High upon'), ALONE];
  const { main, submitted } = await runWith(stage, edits, inputs, pullRequest());
  expect(submitted).toEqual(['High upon it.']);
  const live = await readBranch(stage.repository);
  const sha256 = createHash('sha256')
    .update(live.get('base.jpg') ?? '')
    .digest('hex');
  expect(sentImages(stage.emulator).at(-1)).toEqual([`data:image/jpeg;sha256=${sha256}`]);
  expect([...(await readBranch(stage.repository, 'assets-pr-7')).keys()]).not.toContain('base.jpg');
  const artifact = await stage.unpack();
  expect(artifact.get('base.jpg')).toEqual(live.get('base.jpg'));
  expect(main.outputs).toMatchObject({ outcome: 'success', succeeded: '1', unchanged: '2' });
  const results = resultsSchema.parse(JSON.parse(await readFile(main.outputs['results-file'] ?? '', 'utf8')));
  const where = results.edits.map(({ id, otherBranch, files }) => [
    id,
    otherBranch?.branch,
    files[0]?.onBranch,
  ]);
  expect(where).toEqual([
    ['base', 'assets', false],
    ['upon', undefined, true],
    ['alone', 'assets', false],
  ]);
  const [tip] = await readCommits(stage.repository);
  expect(main.summary).toContain(`/blob/${tip?.id}/base.jpg`);
});

test('a preview that is still being made at the merge is collected, and not paid again', async () => {
  await using stage = await afterFirstRun();
  stage.emulator.faults.add({ on: 'job', kind: 'lasts', ms: 6000, match: 'Another' });
  const edits = [CHANGED[0] ?? '', ALONE];
  const inputs = {
    mode: 'apply',
    branch: 'assets-pr-7',
    'base-branch': 'assets',
    timeout: '3s',
    only: 'base',
  };
  const cut = await runWith(stage, edits, inputs, pullRequest());
  expect(cut.main.outputs).toMatchObject({ outcome: 'incomplete', pending: '1' });

  const facts = { ...PREVIEWS };
  const { main, submitted } = await runWith(stage, edits, facts);
  expect(submitted).toEqual([]);
  expect(main.outputs).toMatchObject({ outcome: 'success', succeeded: '1', unchanged: '1' });
  expect(stage.emulator.ledger).toHaveLength(4);
});

test('a base branch that is replaced during the run does no harm to the preview', async () => {
  await using stage = await afterFirstRun();
  const [tip] = await readCommits(stage.repository);
  await writeFile(path.join(stage.job.workspace, 'edits.yml'), specOf(...CHANGED));
  let replaced: Promise<string> | undefined;
  const main = await stage.job.main({
    ...pullRequest(),
    inputs: { mode: 'apply', branch: 'assets-pr-7', 'base-branch': 'assets' },
    onLine: ({ text }) => {
      if (text.includes('submitted')) replaced ??= replaceBase(stage);
    },
  });
  expect(await replaced).toBeDefined();
  expect(main.outputs).toMatchObject({ outcome: 'success', succeeded: '2', unchanged: '1' });
  expect(stage.emulator.ledger).toHaveLength(5);
  expect([...(await readBranch(stage.repository)).keys()]).toEqual(['notes.txt']);
  // What it says of the base branch is pinned to the commit that it was compared with.
  expect(main.summary).toContain(`/blob/${tip?.id}/alone.jpg`);
});

test('a damaged picture of a preview is not adopted, and previews that cannot be read stop the run', async () => {
  await using stage = await afterFirstRun();
  await preview(stage, 7, CHANGED);
  await commitByOther(stage.repository, { 'upon.jpg': 'Damaged' }, 'assets-pr-7');
  stage.git.faults.push({ match: /info\/refs/, times: Infinity, kind: 'status', status: 403 });
  const refused = await runWith(stage, CHANGED, PREVIEWS);
  expect(refused.submitted).toEqual([]);
  expect(refused.main.exitCode).toBe(1);
  stage.git.faults.length = 0;

  const { main, submitted } = await runWith(stage, CHANGED, PREVIEWS);
  expect(submitted).toEqual(['Upon it.']);
  expect(main.outputs).toMatchObject({ outcome: 'success', adopted: '1', succeeded: '1', unchanged: '1' });
  expect(main.stdout).toContain('The pictures of `upon` cannot be copied from branch `assets-pr-7`');
});
