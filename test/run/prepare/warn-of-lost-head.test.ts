import { expect, it } from 'vitest';

import { warnOfLostHead } from '../../../src/run/prepare/warn-of-lost-head.ts';
import { createPullRequests } from '../../../src/runner/pull-requests.ts';
import { realClock } from '../../support/clocks.ts';
import { pullOf } from '../../support/github/sample-pulls.ts';
import { startGitHub, type GitHubOptions } from '../../support/github/start-github.ts';

const place = { branch: 'proposal', directory: '', into: 'main' };
const { signal } = new AbortController();

function proposal(number: number, isMerged: boolean, state: 'open' | 'closed' = 'closed') {
  const head = { repository: 'acme/storefront', branch: 'proposal', sha: 'a'.repeat(40) };
  return { ...pullOf(number), head, isMerged, state };
}

async function warn(options: GitHubOptions, branch: Parameters<typeof warnOfLostHead>[0] = { place }) {
  await using github = await startGitHub({ repository: 'acme/storefront', ...options });
  const env = { GITHUB_API_URL: github.url };
  const repository = { owner: 'acme', name: 'storefront' };
  const pullRequests = (token: string) => createPullRequests(token, { env, repository, clock: realClock });
  const problems = await warnOfLostHead(branch, { githubToken: 't' }, { pullRequests }, signal);
  return { messages: problems.map(({ message }) => message), asked: github.requests.length };
}

it.each(['closed', 'open'] as const)(
  'the branch of a pull request that is %s is gone: a warning',
  async (state) => {
    const { messages } = await warn({ pulls: [proposal(3, true), proposal(5, false, state)] });
    expect(messages).toEqual([
      'Branch `proposal` was deleted, and its pull request 5 was not merged, so pictures that only it had are made and paid for again. To use them instead, cancel the run and restore the branch: https://github.com/acme/storefront/pull/5',
    ]);
  },
);

it('it was merged, or there never was one, or GitHub does not answer: no warning', async () => {
  expect((await warn({ pulls: [proposal(3, false), proposal(5, true)] })).messages).toEqual([]);
  expect((await warn({ pulls: [pullOf(7)] })).messages).toEqual([]);
  expect((await warn({ token: 'another' })).messages).toEqual([]);
});

it('GitHub is asked only if the branch is gone', async () => {
  const pulls = [proposal(5, false)];
  expect((await warn({ pulls }, { place, tip: 'a'.repeat(40) })).asked).toBe(0);
  expect((await warn({ pulls }, { place: { branch: 'assets', directory: '' } })).asked).toBe(0);
});
