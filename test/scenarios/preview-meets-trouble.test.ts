import type { ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import * as z from 'zod';

import { commitByOther, readBranch, readCommits, runGit } from '../support/bare-repository.ts';
import { afterFirstRun, ALONE, BASE, runWith, specOf, UPON } from '../support/next-run.ts';
import { CHANGED, preview, PREVIEWS, replaceBase } from '../support/previews.ts';
import { pullRequest } from '../support/pull-request.ts';
import { sentImages } from '../support/sent-images.ts';

const resultsSchema = z.object({
  edits: z.array(
    z.object({
      id: z.string(),
      otherBranch: z.object({ branch: z.string(), commit: z.string() }).nullable(),
      files: z.array(z.object({ onBranch: z.boolean() })),
    }),
  ),
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
  stage.emulator.faults.add({ on: 'job', kind: 'lasts', ms: 3000, match: 'Another' });
  const edits = [CHANGED[0] ?? '', ALONE];
  await writeFile(path.join(stage.job.workspace, 'edits.yml'), specOf(...edits));
  const step = {
    ...pullRequest(),
    inputs: { mode: 'apply', branch: 'assets-pr-7', 'base-branch': 'assets' },
  };
  let child: ChildProcess | undefined;
  const killed = await stage.job.main({
    ...step,
    onSpawn: (spawned) => {
      child = spawned;
    },
    onLine: ({ text }) => {
      if (text.includes('submitted')) child?.kill('SIGKILL');
    },
  });
  expect(killed.signal).toBe('SIGKILL');
  await stage.job.post(step);

  const { main, submitted } = await runWith(stage, edits, PREVIEWS);
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
  await commitByOther(stage.repository, { 'edits.lock.json': '{ "version": 99 }' }, 'assets-pr-8');
  const ofNewer = await runWith(stage, CHANGED, PREVIEWS);
  expect(ofNewer.submitted).toEqual([]);
  expect(ofNewer.main.exitCode).toBe(1);
  expect(ofNewer.main.stdout).toContain(
    'Branch `assets-pr-8` may have pictures to adopt, and its lock file cannot be read:',
  );
  expect(ofNewer.main.stdout).toContain('written by a newer version of this action');
  await runGit(stage.repository, ['update-ref', '-d', 'refs/heads/assets-pr-8']);

  const { main, submitted } = await runWith(stage, CHANGED, PREVIEWS);
  expect(submitted).toEqual(['Upon it.']);
  expect(main.outputs).toMatchObject({ outcome: 'success', adopted: '1', succeeded: '1', unchanged: '1' });
  expect(main.stdout).toContain('The pictures of `upon` cannot be copied from branch `assets-pr-7`');
});

test('what only claims to be a picture is not published', async () => {
  await using stage = await afterFirstRun();
  await preview(stage, 7, CHANGED);
  const page = Buffer.from('<!doctype html><script>alert(1)</script>');
  const shown = await readBranch(stage.repository, 'assets-pr-7');
  const picture = shown.get('upon.jpg') ?? Buffer.alloc(0);
  const hash = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
  const lock = shown.get('edits.lock.json')?.toString().replace(hash(picture), hash(page)) ?? '';
  await commitByOther(stage.repository, { 'upon.jpg': page, 'edits.lock.json': lock }, 'assets-pr-7');
  const { main, submitted } = await runWith(stage, CHANGED, PREVIEWS);
  expect(submitted).toEqual(['Upon it.']);
  expect(main.stdout).toContain('`upon.jpg` on branch `assets-pr-7` is an HTML page, and not the picture');
  expect(hash((await readBranch(stage.repository)).get('upon.jpg') ?? page)).not.toBe(hash(page));
});
