import { getOctokit } from '@actions/github';
import { describe, expect, test } from 'vitest';

import { handlers, SECONDARY_LIMIT } from './answer-call.ts';
import { description } from './description.ts';
import { at, createGitHubStage, refusalOf } from './github-stage.ts';
import { pullOf } from './sample-pulls.ts';
import { startGitHub, type GitHub } from './start-github.ts';

describe('comments', () => {
  test('are listed by page, with links to the others', async () => {
    const comments = Array.from({ length: 7 }, (_, index) => ({
      id: index + 1,
      number: 7,
      login: 'octocat',
      body: `comment ${index + 1}`,
      edits: 0,
    }));
    await using stage = await createGitHubStage({ pulls: [pullOf(7)], comments });
    const list = async (page: number) =>
      await stage.rest.issues.listComments({ ...at, issue_number: 7, per_page: 3, page });
    const [first, last] = [await list(1), await list(3)];

    expect(first.data.map(({ body }) => body)).toEqual(['comment 1', 'comment 2', 'comment 3']);
    expect(first.headers.link).toContain(
      `<${stage.github.url}/repos/acme/storefront/issues/7/comments?per_page=3&page=2>; rel="next"`,
    );
    expect(last.data.map(({ body }) => body)).toEqual(['comment 7']);
    expect(last.headers.link).not.toContain('rel="next"');
  });

  test('are made, changed and deleted by the token’s own user', async () => {
    await using stage = await createGitHubStage({ pulls: [pullOf(7)] });
    const { issues } = stage.rest;
    const { data } = await issues.createComment({ ...at, issue_number: 7, body: 'Hello' });
    expect(data.user).toMatchObject({ login: 'github-actions[bot]', type: 'Bot' });
    await issues.updateComment({ ...at, comment_id: data.id, body: 'Bye' });
    expect(stage.github.state.comments).toMatchObject([{ body: 'Bye', edits: 1 }]);
    await issues.deleteComment({ ...at, comment_id: data.id });
    expect(stage.github.state.comments).toEqual([]);
  });

  test('are refused', async () => {
    await using stage = await createGitHubStage({ pulls: [pullOf(7)] });
    const { issues } = stage.rest;
    const make = async (body: string, issue_number = 7) =>
      await refusalOf(issues.createComment({ ...at, issue_number, body }));
    expect(await make('x'.repeat(65_537))).toContain('422 Validation Failed');
    expect(await make(' ')).toContain("body can't be blank");
    expect(await make('Hello', 8)).toBe('404 Not Found');
    stage.github.state.permissions = { contents: 'read', 'pull-requests': 'read' };
    expect(await make('Hello')).toBe('403 Resource not accessible by integration');
  });
});

test('who asks, and with which token', async () => {
  await using stage = await createGitHubStage({ token: 'ghs_token', isPrivate: false });
  const octokit = getOctokit('ghs_token', { baseUrl: stage.github.url });
  expect(await octokit.graphql('{ viewer { login } }')).toEqual({
    viewer: { login: 'github-actions[bot]' },
  });
  const { users, repos, rateLimit } = stage.rest;
  expect(await refusalOf(users.getAuthenticated())).toBe('403 Resource not accessible by integration');
  expect((await repos.get(at)).data).toMatchObject({ private: false, permissions: { push: true } });
  expect((await rateLimit.get()).headers.date).toBeDefined();
  const stranger = getOctokit('other', { baseUrl: stage.github.url });
  expect(await refusalOf(stranger.rest.repos.get(at))).toBe('401 Bad credentials');
  expect(await refusalOf(repos.get({ owner: 'acme', repo: 'other' }))).toBe('404 Not Found');
});

test('a fault, as often as it is asked for', async () => {
  await using stage = await createGitHubStage();
  stage.github.state.faults.push({ match: /^GET \/repos\//, ...SECONDARY_LIMIT, times: 1 });
  expect(await refusalOf(stage.rest.repos.get(at))).toMatch(/^403 You have exceeded a secondary rate limit/);
  expect(await refusalOf(stage.rest.repos.get(at))).toBe('none');
});

test.each([
  ['an address that GitHub does not describe', 'GET /repos/acme/storefront/pictures', undefined],
  ['a query that it does not describe', 'GET /repos/acme/storefront/pulls?sort=beauty', undefined],
  ['a name that it does not describe', 'GET /repos/acme/storefront/pulls?size=1', undefined],
  ['a body without what it requires', 'POST /repos/acme/storefront/git/refs', { ref: 'refs/heads/a' }],
  ['a body with more', 'POST /repos/acme/storefront/issues/7/comments', { body: 'Hello', title: 'x' }],
])('%s fails the test', async (_, name, body) => {
  const github: GitHub = await startGitHub({ pulls: [pullOf(7)] });
  const [method = '', where = ''] = name.split(' ');
  await fetch(github.url + where, {
    method,
    headers: { authorization: 'token x' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  await expect(github[Symbol.asyncDispose]()).rejects.toThrow(name);
});

test('every call that is described is answered, and no other', () => {
  expect(description.operations.map(({ id }) => id).sort()).toEqual(Object.keys(handlers).sort());
});
