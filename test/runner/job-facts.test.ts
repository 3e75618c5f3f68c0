import { expect, it } from 'vitest';

import { readJobFacts, readRepository } from '../../src/runner/job-facts.ts';

it.each([
  [{}, 'https://github.com'],
  [{ GITHUB_SERVER_URL: '' }, 'https://github.com'],
  [{ GITHUB_SERVER_URL: 'https://github.com/' }, 'https://github.com'],
  [{ GITHUB_SERVER_URL: 'https://git.example/forge//' }, 'https://git.example/forge'],
])('the server of %j', (env, serverUrl) => {
  const repository = readRepository({ GITHUB_REPOSITORY: 'acme/shop', GITHUB_SHA: 'abc', ...env });
  const url = `${serverUrl}/acme/shop`;
  expect(repository).toEqual({ owner: 'acme', name: 'shop', serverUrl, url, sha: 'abc' });
});

it.each([
  ['1', 1],
  ['12', 12],
  ['', 1],
  ['0', 1],
  ['-2', 1],
  ['1.5', 1],
  ['first', 1],
  ['9'.repeat(20), 1],
])('attempt %j is %i', (text, attempt) => {
  const env = {
    GITHUB_RUN_ID: '7',
    GITHUB_RUN_ATTEMPT: text,
    GITHUB_JOB: 'pictures',
    GITHUB_WORKFLOW: 'Pictures',
  };
  const runUrl = 'https://github.com/acme/shop/actions/runs/7';
  expect(readJobFacts(env, { url: 'https://github.com/acme/shop' })).toEqual({
    ...{ runId: '7', attempt, workflow: 'Pictures', name: 'pictures', runUrl },
  });
});

it('is a job without a run outside a workflow', () => {
  const { name, runId, attempt } = readJobFacts({}, readRepository({}));
  expect([name, runId, attempt]).toEqual(['job', '', 1]);
});

it('has no commit if the runner leaves it empty', () => {
  expect(readRepository({ GITHUB_SHA: '' }).sha).toBeUndefined();
});
