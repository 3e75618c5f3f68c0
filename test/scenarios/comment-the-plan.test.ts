import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';

import type { BranchStage } from '../support/branch-stage.ts';
import { commentStep, shownComments, startGitHubBeside } from '../support/github/github-beside.ts';
import type { GitHub } from '../support/github/start-github.ts';
import { afterFirstRun, ALONE, BASE, specOf, UPON } from '../support/next-run.ts';
import { submitsOf } from '../support/stage.ts';

const READ_ONLY = { contents: 'read', 'pull-requests': 'read' } as const;

async function setSpec(stage: BranchStage, ...edits: readonly string[]): Promise<void> {
  await writeFile(path.join(stage.job.workspace, 'edits.yml'), specOf(...edits));
}

/** What was asked of the paid endpoint, and what was pushed, since `since` was taken. */
function spent(stage: BranchStage, since = { calls: 0, pushes: 0 }) {
  const pushes = stage.git.requests.filter(({ path: where }) => where.includes('receive-pack')).length;
  const calls = submitsOf(stage.emulator.requests).length;
  return { calls: calls - since.calls, pushes: pushes - since.pushes };
}

const NOTHING = { calls: 0, pushes: 0 };

function askedOf(github: GitHub): readonly string[] {
  return github.requests.map(({ method, path: where }) => `${method} ${where.split('?')[0] ?? ''}`);
}

test('a pull request of the repository itself: one comment has the plan, and the next push updates it', async () => {
  await using stage = await afterFirstRun();
  await using github = await startGitHubBeside(stage);
  const before = spent(stage);
  await setSpec(stage, BASE.replace('A base', 'Another base'), UPON, ALONE);
  const first = await stage.job.main(commentStep(github));
  expect(first.exitCode, first.stdout).toBe(0);
  expect(askedOf(github)).toEqual([
    'POST /graphql',
    'GET /repos/acme/storefront/issues/7/comments',
    'POST /repos/acme/storefront/issues/7/comments',
    // Another run may have created one at the same moment.
    'GET /repos/acme/storefront/issues/7/comments',
  ]);
  const [comment = ''] = shownComments(github);
  expect(comment).toMatch(/^## Plan: 2 edits to make/);
  expect(comment).toContain('Prompt: <del>A</del> <ins><b>Another</b></ins> base.');
  expect(comment).toContain('/actions/runs/4711>), job `pictures`.');

  await setSpec(stage, BASE, UPON, ALONE.replace('Alone', 'Lonely'));
  const second = await stage.job.main(commentStep(github));
  expect(second.exitCode, second.stdout).toBe(0);
  expect(shownComments(github)).toHaveLength(1);
  expect(shownComments(github)[0]).toMatch(/^## Plan: 1 edit to make/);
  expect(spent(stage, before)).toEqual(NOTHING);
  expect(second.summary).not.toContain('not posted');
});

test('a fork without secrets and with a token that may only read: green, and the summary has the plan and a note', async () => {
  await using stage = await afterFirstRun();
  await using github = await startGitHubBeside(stage, { permissions: READ_ONLY });
  stage.git.readOnly = true;
  const before = spent(stage);
  await setSpec(stage, BASE.replace('A base', 'Another base'), UPON, ALONE);
  const main = await stage.job.main(commentStep(github, {}, 'someone/storefront'));
  expect(main.exitCode, main.stdout).toBe(0);
  expect(main.log.annotations).toEqual([]);
  expect(github.state.comments).toEqual([]);
  expect(main.summary).toMatch(/^## Plan: 2 edits to make/);
  expect(main.summary).toContain(
    'not posted on the pull request: Resource not accessible by integration. Runs of pull requests from forks',
  );
  expect(spent(stage, before)).toEqual(NOTHING);
});

test('a token without the right, on a pull request of the repository itself: the note says what to grant', async () => {
  await using stage = await afterFirstRun();
  await using github = await startGitHubBeside(stage, { permissions: READ_ONLY });
  const main = await stage.job.main(commentStep(github));
  expect(main.exitCode, main.stdout).toBe(0);
  expect(main.summary).toContain('Give the job <code>permissions: pull-requests: write</code>.');
});

test('40 pages of comments, and ours on the last one: it is found, and what a person wrote in it stays', async () => {
  await using stage = await afterFirstRun();
  await using github = await startGitHubBeside(stage);
  github.state.comments.push(
    ...Array.from({ length: 3990 }, (_, index) => ({
      ...{ id: index + 1, number: 7, login: 'mona', edits: 0 },
      body: `Comment ${index + 1}`,
    })),
  );
  await stage.job.main(commentStep(github));
  const ours = github.state.comments.at(-1);
  if (ours === undefined) throw new Error('There is no comment.');
  ours.body = `**Mona:** looks good to me.\r\n\r\n${ours.body}\r\n\r\n- [x] seen by design`;

  await setSpec(stage, BASE, UPON, ALONE.replace('Alone', 'Lonely'));
  const before = github.requests.length;
  const main = await stage.job.main(commentStep(github));
  expect(main.exitCode, main.stdout).toBe(0);
  expect(github.state.comments).toHaveLength(3991);
  expect(
    askedOf(github)
      .slice(before)
      .filter((each) => each.startsWith('GET')),
  ).toHaveLength(40);
  expect(ours.edits).toBe(1);
  expect(ours.body).toMatch(/^\*\*Mona:\*\* looks good to me\.\r\n\r\n<!-- .*\n## Plan: 1 edit to make/);
  expect(ours.body).toMatch(/ -->\r\n\r\n- \[x\] seen by design$/);
});

test('a spec with errors: the comment says what is wrong, in place of the plan', async () => {
  await using stage = await afterFirstRun();
  await using github = await startGitHubBeside(stage);
  await stage.job.main(commentStep(github));
  await setSpec(stage, BASE, UPON, ALONE.replace('prompt', 'promt'));
  const main = await stage.job.main(commentStep(github));
  expect(main.exitCode).toBe(1);
  expect(shownComments(github)).toEqual([expect.stringMatching(/^## ✗ There is no plan: [^]*promt/)]);
});

test('an event that is about no pull request: there is nothing to comment, and the log says so', async () => {
  await using stage = await afterFirstRun();
  await using github = await startGitHubBeside(stage);
  const { inputs, env } = commentStep(github);
  const step = { inputs: { ...inputs, mode: 'plan' }, env: { ...env, GITHUB_EVENT_NAME: 'push' } };
  const main = await stage.job.main(step);
  expect(main.exitCode, main.stdout).toBe(0);
  expect(main.stdout).toContain('There is no comment, because the event `push` is not about a pull request.');
  expect(github.requests).toEqual([]);
});
