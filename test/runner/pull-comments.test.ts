import { describe, expect, it } from 'vitest';

import { createPullComments } from '../../src/runner/pull-comments.ts';
import { createRecordingLog } from '../queue/client-deps.ts';
import { realClock } from '../support/clocks.ts';
import { HEAD_SHA, pullOf } from '../support/github/sample-pulls.ts';
import { startGitHub, type GitHub, type GitHubOptions } from '../support/github/start-github.ts';

const never = new AbortController().signal;

async function start(options: GitHubOptions = {}) {
  const github: GitHub = await startGitHub({ pulls: [pullOf(7)], token: 'gh-secret', ...options });
  const comments = createPullComments('gh-secret', {
    env: { GITHUB_API_URL: github.url },
    repository: { owner: 'acme', name: 'storefront' },
    clock: realClock,
    log: createRecordingLog(),
  });
  return {
    ...{ github, comments },
    asked: () => github.requests.map(({ method, path }) => `${method} ${path}`),
    [Symbol.asyncDispose]: async () => {
      await github[Symbol.asyncDispose]();
    },
  };
}

const other = (id: number) => ({ id, number: 7, login: 'mona', body: `Comment ${id}`, edits: 0 });

describe('whose token it is', () => {
  it('is asked by GraphQL, which answers a job too', async () => {
    await using stage = await start();
    expect(await stage.comments.self(never)).toEqual({ ok: true, value: 'github-actions[bot]' });
    expect(stage.asked()).toEqual(['POST /graphql']);
  });

  it.each([
    ['mona', 'mona', 'a server without GraphQL, with the token of a person'],
    ['github-actions[bot]', 'github-actions[bot]', 'a server without GraphQL, with the token of a job'],
  ])('is %s', async (login, self) => {
    await using stage = await start({ login });
    stage.github.state.faults.push({ match: /graphql/, status: 404, message: 'Not Found' });
    expect(await stage.comments.self(never)).toEqual({ ok: true, value: self });
    expect(stage.asked()).toEqual(['POST /graphql', 'GET /user']);
  });
});

it('whose token it is stays open if the server fails for now', async () => {
  await using stage = await start({ login: 'pictures-app[bot]' });
  stage.github.state.faults.push({ match: /graphql/, status: 502, message: 'Bad Gateway' });
  expect(await stage.comments.self(never)).toEqual({
    ok: false,
    error: { kind: 'failed', why: 'Bad Gateway' },
  });
});

it('is not known on a server without GraphQL that fails for now', async () => {
  await using stage = await start({ login: 'mona' });
  stage.github.state.faults.push({ match: /graphql/, status: 404, message: 'Not Found' });
  stage.github.state.faults.push({ match: /user/, status: 502, message: 'Bad Gateway' });
  expect(await stage.comments.self(never)).toMatchObject({ ok: false, error: { kind: 'failed' } });
});

describe('a comment', () => {
  it('is looked for on every page, no further than it is', async () => {
    const comments = Array.from({ length: 250 }, (_, index) => other(index + 1));
    await using stage = await start({ comments });
    const find = async (body: string) => await stage.comments.find(7, (each) => each.body === body, never);
    expect(await find('Comment 150')).toMatchObject({ ok: true, value: { id: 150, author: 'mona' } });
    expect(stage.asked()).toHaveLength(2);
    expect(await find('Comment 300')).toEqual({ ok: true, value: undefined });
    expect(stage.asked()).toHaveLength(5);
  });

  it('is created and updated', async () => {
    await using stage = await start();
    expect(await stage.comments.create(7, 'First', never)).toMatchObject({
      value: 'https://github.com/acme/storefront/pull/7#issuecomment-1001',
    });
    await stage.comments.update(1001, 'Second', never);
    expect(stage.github.state.comments).toMatchObject([{ body: 'Second' }]);
  });

  it('may be denied', async () => {
    await using stage = await start({ permissions: { contents: 'read', 'pull-requests': 'read' } });
    expect(await stage.comments.create(7, 'First', never)).toEqual({
      ok: false,
      error: { kind: 'denied', why: 'Resource not accessible by integration' },
    });
  });
});

it.each([
  ['of a fork', 'evil', HEAD_SHA, 8],
  ['of the repository itself', 'acme', HEAD_SHA, 7],
  ['with newer commits', 'acme', 'f'.repeat(40), undefined],
])('finds the open pull request of a head %s', async (_, owner, sha, number) => {
  await using stage = await start({ pulls: [pullOf(7), pullOf(8, 'evil/storefront')] });
  const found = await stage.comments.findPull({ owner, branch: 'new-banners', sha }, never);
  expect(found).toEqual({ ok: true, value: number });
});
