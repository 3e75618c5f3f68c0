import { copyFile, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';

import type { BranchStage } from '../support/branch-stage.ts';
import type { JobStep } from '../support/job.ts';
import { commentStep, shownComments, startGitHubBeside } from '../support/github/github-beside.ts';
import { HEAD_SHA, pullOf } from '../support/github/sample-pulls.ts';
import type { GitHub } from '../support/github/start-github.ts';
import { afterFirstRun, ALONE, BASE, specOf, UPON } from '../support/next-run.ts';

const FORK = 'someone/storefront';

/** Plans the fork's spec without any right, and leaves the plan file where the other workflow downloads it to. */
async function planOfFork(stage: BranchStage, github: GitHub): Promise<string> {
  const spec = specOf(BASE.replace('A base.', '"Hello @everyone, see #1, <img src=x>"'), UPON, ALONE);
  await writeFile(path.join(stage.job.workspace, 'edits.yml'), spec);
  const rights = github.state.permissions;
  github.state.permissions = { contents: 'read', 'pull-requests': 'read' };
  const main = await stage.job.main(commentStep(github, {}, FORK));
  github.state.permissions = rights;
  expect(main.exitCode, main.stdout).toBe(0);
  const file = path.join(stage.job.temp, 'downloaded.json');
  await copyFile(main.outputs['plan-file'] ?? '', file);
  return file;
}

/** A step of the workflow that runs after the one of the fork's pull request. */
function afterwards(github: GitHub, file: string, sha = HEAD_SHA): JobStep {
  return {
    env: { GITHUB_EVENT_NAME: 'workflow_run', GITHUB_API_URL: github.url, GITHUB_JOB: 'comment' },
    event: {
      repository: { full_name: 'acme/storefront', private: true },
      workflow_run: {
        head_repository: { full_name: FORK },
        head_branch: 'new-banners',
        head_sha: sha,
        pull_requests: [],
      },
    },
    inputs: { mode: 'comment', 'plan-file': file, 'api-token': '' },
  };
}

const pulls = [pullOf(7), pullOf(8, FORK)];

test("the plan of a fork's pull request is commented by a second workflow, and can do nothing but be read", async () => {
  await using stage = await afterFirstRun();
  await using github = await startGitHubBeside(stage, { pulls });
  const file = await planOfFork(stage, github);
  expect(github.state.comments).toEqual([]);
  const [calls, gitCalls] = [stage.emulator.requests.length, stage.git.requests.length];
  const main = await stage.job.main(afterwards(github, file));
  expect(main.exitCode, main.stdout).toBe(0);
  expect(github.state.comments).toMatchObject([{ number: 8, login: 'github-actions[bot]' }]);
  const [comment = ''] = shownComments(github);
  expect(comment).toMatch(/^## Plan: 2 edits to make/);
  expect(comment).toContain('@\u2060everyone');
  expect(comment).toContain('#\u20601');
  expect(comment).not.toContain('<img src=x>');
  expect(comment).toContain('job `comment`');
  expect(main.summary).toMatch(/^## Plan: 2 edits to make/);
  expect(stage.emulator.requests).toHaveLength(calls);
  expect(stage.git.requests).toHaveLength(gitCalls);
});

test('a pull request with newer commits is not commented: the run of those does that', async () => {
  await using stage = await afterFirstRun();
  await using github = await startGitHubBeside(stage, { pulls });
  const file = await planOfFork(stage, github);
  const main = await stage.job.main(afterwards(github, file, 'e'.repeat(40)));
  expect(main.exitCode, main.stdout).toBe(0);
  expect(github.state.comments).toEqual([]);
  expect(main.stdout).toContain('no open pull request has eeeeeee as its head');
});

test('a workflow that may not comment fails, as that is all it is for', async () => {
  await using stage = await afterFirstRun();
  await using github = await startGitHubBeside(stage, { pulls });
  const file = await planOfFork(stage, github);
  github.state.permissions = { contents: 'read', 'pull-requests': 'read' };
  const main = await stage.job.main(afterwards(github, file));
  expect(main.exitCode).toBe(1);
  expect(main.log.annotations[0]?.message).toContain('permissions: pull-requests: write');
});

test.each([
  ['that is not JSON', () => 'Hello', /The plan file is not JSON/],
  [
    'that was changed',
    (text: string) => text.replace('"upon"', '"unknown"'),
    /was changed after it was made/,
  ],
  [
    'of another repository',
    (text: string) => text.replace(/"repositoryUrl": "[^"]+"/, '"repositoryUrl": "https://evil.example/a/b"'),
    /a plan of another repository/,
  ],
  ['of another spec', undefined, /a plan of another spec \(edits\.yml, not other\.yml\)/],
])('a plan file %s: nothing is commented', async (_, change, message) => {
  await using stage = await afterFirstRun();
  await using github = await startGitHubBeside(stage, { pulls });
  const file = await planOfFork(stage, github);
  if (change !== undefined) await writeFile(file, change(await readFile(file, 'utf8')));
  const step = afterwards(github, file);
  const inputs = { ...step.inputs, ...(change === undefined && { spec: 'other.yml' }) };
  const main = await stage.job.main({ ...step, inputs });
  expect(main.exitCode).toBe(1);
  expect(main.log.annotations[0]?.message).toMatch(message);
  expect(github.state.comments).toEqual([]);
});
