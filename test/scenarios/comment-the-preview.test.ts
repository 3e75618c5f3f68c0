import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';

import { runGit } from '../support/bare-repository.ts';
import type { BranchStage } from '../support/branch-stage.ts';
import { commentStep, shownComments, startGitHubBeside } from '../support/github/github-beside.ts';
import type { GitHub } from '../support/github/start-github.ts';
import type { StepResult } from '../../demo/run-action.ts';
import { afterFirstRun, ALONE, BASE, specOf, UPON } from '../support/next-run.ts';

const NEW = 'fresh: { prompt: Fresh., images: b.png, size: 1024x1024, description: "A <b>fresh</b> one" }';

/** Applies a changed spec on the pull request: two edits are made again, and one is new. */
async function preview(
  stage: BranchStage,
  github: GitHub,
  inputs: Readonly<Record<string, string>> = {},
): Promise<StepResult> {
  const spec = specOf(BASE.replace('A base', 'Another base'), UPON, ALONE, NEW);
  await writeFile(path.join(stage.job.workspace, 'edits.yml'), spec);
  return await stage.job.main(
    commentStep(github, { mode: 'apply', 'api-token': stage.emulator.token, ...inputs }),
  );
}

/** The files of commits that a text shows as pictures, in order: `COMMIT:PATH`. */
function picturesOf(text: string): readonly string[] {
  return [...text.matchAll(/<img src="[^"]*\/blob\/([0-9a-f]{40})\/([^"?]+)\?raw=true"/g)].map(
    ([, commit = '', file = '']) => `${commit}:${file}`,
  );
}

test('a preview: the comment shows each picture beside the one before it, from commits that have them, and the cost', async () => {
  await using stage = await afterFirstRun();
  await using github = await startGitHubBeside(stage);
  const tip = (await runGit(stage.repository, ['rev-parse', 'assets'])).toString().trim();
  const main = await preview(stage, github);
  expect(main.exitCode, main.stdout).toBe(0);
  const commit = main.outputs['commit-sha'] ?? '';
  expect(commit).not.toBe(tip);

  const [comment = ''] = shownComments(github);
  expect(comment).toMatch(/^## ✓ 3 edits made, 1 unchanged/);
  expect(picturesOf(comment)).toEqual([
    `${tip}:base.jpg`,
    `${commit}:base.jpg`,
    `${tip}:upon.jpg`,
    `${commit}:upon.jpg`,
    `${commit}:fresh.jpg`,
  ]);
  for (const file of picturesOf(comment))
    expect((await runGit(stage.repository, ['cat-file', '-t', file])).toString()).toBe('blob\n');
  expect(comment).toContain('A &lt;b&gt;fresh&lt;/b&gt; one');
  expect(comment).toContain('0.09&nbsp;USD');
  expect(main.summary).not.toContain('not posted');
});

test('a preview that may not comment: the summary has the note and the pictures before and after, and the run is green', async () => {
  await using stage = await afterFirstRun();
  await using github = await startGitHubBeside(stage, {
    permissions: { contents: 'write', 'pull-requests': 'read' },
  });
  const main = await preview(stage, github);
  expect(main.exitCode, main.stdout).toBe(0);
  expect(main.outputs['outcome']).toBe('success');
  const [, note = ''] = main.summary.split('[!NOTE]');
  expect(note).toContain('Give the job <code>permissions: pull-requests: write</code>.');
  expect(picturesOf(note)).toHaveLength(5);
});

test('GitHub does not answer: the pictures are delivered, and the run is as green as without a comment', async () => {
  await using stage = await afterFirstRun();
  await using github = await startGitHubBeside(stage);
  github.state.faults.push({ match: /comments/, status: 422, message: 'Validation Failed' });
  const main = await preview(stage, github);
  expect(main.exitCode, main.stdout).toBe(0);
  expect(main.summary).toContain('The comment was not posted on the pull request: Validation Failed.');
});

test('a preview on a branch of its own: the second push still shows what the first one made, beside what is live', async () => {
  await using stage = await afterFirstRun();
  await using github = await startGitHubBeside(stage);
  const tip = (await runGit(stage.repository, ['rev-parse', 'assets'])).toString().trim();
  const inputs = { branch: 'assets-pr-7', 'base-branch': 'assets' };
  await preview(stage, github, inputs);
  const [first = ''] = shownComments(github);
  const main = await preview(stage, github, inputs);
  expect(main.exitCode, main.stdout).toBe(0);
  expect(main.outputs).toMatchObject({ outcome: 'unchanged', succeeded: '0' });
  const commit = main.outputs['commit-sha'] ?? '';
  const shown = [
    `${tip}:base.jpg`,
    `${commit}:base.jpg`,
    `${tip}:upon.jpg`,
    `${commit}:upon.jpg`,
    `${commit}:fresh.jpg`,
  ];
  expect(picturesOf(first)).toEqual(shown);
  expect(shownComments(github)).toHaveLength(1);
  // The picture of `upon` came out the same, byte for byte.
  expect(picturesOf(shownComments(github)[0] ?? '')).toEqual(shown.filter((each) => !each.includes('upon')));
});
