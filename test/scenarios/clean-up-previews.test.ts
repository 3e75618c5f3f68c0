import { expect, test } from 'vitest';

import { commitByOther, readCommits, runGit } from '../support/bare-repository.ts';
import type { BranchStage } from '../support/branch-stage.ts';
import { pullOf } from '../support/github/sample-pulls.ts';
import { startGitHub, type GitHub } from '../support/github/start-github.ts';
import { afterFirstRun, ALONE, BASE, runWith, UPON } from '../support/next-run.ts';
import { pullRequest } from '../support/pull-request.ts';

const DAY = 24 * 60 * 60 * 1000;
const PREVIEWS = { 'adopt-from': 'assets-pr-*' };

/** Previews of these pull requests, each with another prompt of `alone`. */
async function afterPreviews(numbers: readonly number[]): Promise<BranchStage> {
  const stage = await afterFirstRun();
  for (const number of numbers) {
    const inputs = { mode: 'apply', branch: `assets-pr-${number}`, 'base-branch': 'assets' };
    await runWith(stage, specOf(number), inputs, pullRequest(undefined, undefined, number));
  }
  return stage;
}

function specOf(number: number): readonly string[] {
  return [BASE, UPON, ALONE.replace('Alone', `Alone in ${number}`)];
}

async function clean(stage: BranchStage, github: GitHub, spec: readonly string[], more = {}) {
  const inputs = { mode: 'clean', 'api-token': '', ...PREVIEWS, ...more };
  const env = { GITHUB_API_URL: github.url, GITHUB_EVENT_NAME: 'schedule' };
  const { main, submitted } = await runWith(stage, spec, inputs, { env });
  expect(submitted).toEqual([]);
  return main;
}

async function branchesOf({ repository }: BranchStage): Promise<readonly string[]> {
  const listed = await runGit(repository, ['for-each-ref', '--format=%(refname:short)', 'refs/heads']);
  return listed.toString().trim().split('\n');
}

function closedAt(days: number): { readonly state: 'closed'; readonly closedAt: string } {
  const at = new Date(Date.now() - days * DAY).toISOString();
  return { state: 'closed', closedAt: at.replace(/\.\d+Z$/, 'Z') };
}

test('only previews that no one needs are removed', async () => {
  await using stage = await afterPreviews([7, 8, 9]);
  await commitByOther(stage.repository, { 'notes.txt': 'Mine' }, 'assets-pr-9');
  await commitByOther(stage.repository, { 'a.txt': 'No preview' }, 'assets-pr-manual');
  await using github = await startGitHub({
    pulls: [
      { ...pullOf(7), ...closedAt(8) },
      { ...pullOf(8), ...closedAt(6) },
      { ...pullOf(9), ...closedAt(30) },
    ],
  });

  const main = await clean(stage, github, [BASE, UPON, ALONE]);
  expect(main.exitCode).toBe(0);
  expect(main.outputs).toMatchObject({ outcome: 'cleaned', 'removed-branches': 'assets-pr-7' });
  expect(await branchesOf(stage)).toEqual(['assets', 'assets-pr-8', 'assets-pr-9', 'assets-pr-manual']);
  expect(main.summary).toContain('1 preview branch removed, 3 kept');
  expect(main.summary).toContain('`assets-pr-manual` kept: it has no lock file at its root');
  expect(main.summary).toContain('pull request 8 was closed 6 days ago, and previews are kept for 7 days');
  expect(main.summary).toContain('it has files that no run of this action made');
  // Nothing is asked about a branch that is kept anyway.
  expect(github.requests.map(({ path }) => path)).toEqual([
    '/repos/acme/storefront/pulls/7',
    '/repos/acme/storefront/pulls/8',
  ]);
});

test('what is merged and not adopted yet is kept until it is', async () => {
  await using stage = await afterPreviews([7]);
  await using github = await startGitHub({ pulls: [{ ...pullOf(7), ...closedAt(30), isMerged: true }] });
  const early = await clean(stage, github, specOf(7));
  expect(early.outputs['removed-branches']).toBe('');
  expect(early.summary).toContain(
    'the spec asks for pictures that are not published yet: <code>alone</code>',
  );

  const merged = await runWith(stage, specOf(7), PREVIEWS);
  expect(merged.main.outputs).toMatchObject({ adopted: '1', planned: '0' });
  const late = await clean(stage, github, specOf(7));
  expect(late.outputs['removed-branches']).toBe('assets-pr-7');
  expect(await branchesOf(stage)).toEqual(['assets']);
});

test('a run on a commit without the merge removes nothing that only the merge asks for', async () => {
  await using stage = await afterPreviews([7]);
  const mergeCommit = 'c'.repeat(40);
  await using github = await startGitHub({
    gitDir: stage.repository,
    pulls: [{ ...pullOf(7), ...closedAt(30), isMerged: true, mergeCommit }],
  });
  const main = await clean(stage, github, [BASE, UPON, ALONE]);
  expect(main.outputs['removed-branches']).toBe('');
  expect(main.summary).toContain('pull request 7 was merged, and');
  expect(await branchesOf(stage)).toContain('assets-pr-7');
});

test('a branch that is pushed to while it is looked at stays', async () => {
  await using stage = await afterPreviews([7]);
  let pushed = '';
  await using github = await startGitHub({
    pulls: [{ ...pullOf(7), ...closedAt(30) }],
    beforeAnswer: async () => {
      pushed = await commitByOther(stage.repository, { 'late.txt': 'Late' }, 'assets-pr-7');
    },
  });
  const main = await clean(stage, github, [BASE, UPON, ALONE]);
  expect(main.outputs).toMatchObject({ outcome: 'cleaned', 'removed-branches': '' });
  expect(main.summary).toContain('changed while it was looked at');
  expect((await readCommits(stage.repository, 'assets-pr-7'))[0]?.id).toBe(pushed);
});

test('without an answer of GitHub, with a broken spec or on a pull request, nothing is removed', async () => {
  await using stage = await afterPreviews([7]);
  await using github = await startGitHub({ pulls: [] });
  const unknown = await clean(stage, github, [BASE, UPON, ALONE]);
  expect(unknown.summary).toContain('GitHub does not say whether pull request 7 is closed');
  const broken = await clean(stage, github, [BASE, UPON, ALONE.replace('images', 'imagez')]);
  expect(broken.outputs['outcome']).toBe('failed');
  const inputs = { mode: 'clean', ...PREVIEWS };
  const early = await runWith(stage, [BASE], inputs, pullRequest());
  expect(early.main.outputs['outcome']).toBe('failed');
  expect(early.main.stdout).toContain('Run `mode: clean` on a schedule.');
  const other = await runWith(stage, [BASE], inputs, {
    env: { GITHUB_EVENT_NAME: 'workflow_dispatch', GITHUB_REF: 'refs/heads/new' },
    event: { repository: { full_name: 'acme/storefront', private: true, default_branch: 'main' } },
  });
  expect(other.main.stdout).toContain('the run is on `refs/heads/new`, and not on the default branch `main`');
  const idle = await runWith(stage, [BASE], { mode: 'clean', only: 'base' });
  expect(idle.main.stdout).toContain('Input `only` does nothing with `mode: clean`.');
  expect(idle.main.stdout).toContain('Input `adopt-from` is empty');
  expect(await branchesOf(stage)).toEqual(['assets', 'assets-pr-7']);
});
