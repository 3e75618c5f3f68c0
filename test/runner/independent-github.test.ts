import { getOctokit } from '@actions/github';
import { createEmulator } from 'emulate';
import { expect, it } from 'vitest';

import { createGitHub } from '../../src/runner/ask-github.ts';
import { createPullComments, type PullComment } from '../../src/runner/pull-comments.ts';
import { createRecordingLog } from '../queue/client-deps.ts';
import { realClock } from '../support/clocks.ts';

const never = new AbortController().signal;
const at = { owner: 'mona', repo: 'storefront' };

/**
 * An emulation of GitHub that others wrote, with an open pull request 1. It has no GraphQL, its token is a person's, and it
 * takes comments of any length.
 */
async function start() {
  const emulator = await createEmulator({
    service: 'github',
    port: 0,
    seed: {
      tokens: { 'gh-secret': { login: 'mona' } },
      github: {
        users: [{ login: 'mona', name: 'Mona', email: 'mona@example.com' }],
        repos: [{ owner: 'mona', name: 'storefront', private: true, auto_init: true }],
      },
    },
  });
  const { rest } = getOctokit('gh-secret', { baseUrl: emulator.url });
  const { data: main } = await rest.git.getRef({ ...at, ref: 'heads/main' });
  await rest.git.createRef({ ...at, ref: 'refs/heads/new-banners', sha: main.object.sha });
  const change = { path: 'edits.yml', message: 'Add', content: 'YQ==', branch: 'new-banners' };
  await rest.repos.createOrUpdateFileContents({ ...at, ...change });
  await rest.pulls.create({ ...at, title: 'New banners', head: 'new-banners', base: 'main' });
  const deps = {
    env: { GITHUB_API_URL: emulator.url },
    repository: { owner: 'mona', name: 'storefront' },
    readEvent: async () =>
      await Promise.resolve({ name: 'push', isPrivate: undefined, origin: { kind: 'own' } as const }),
    clock: realClock,
    log: createRecordingLog(),
  };
  return {
    rest,
    comments: createPullComments('gh-secret', deps),
    questions: createGitHub('gh-secret', deps),
    [Symbol.asyncDispose]: async () => {
      await emulator.close();
    },
  };
}

it('comments on a pull request: on the second of two pages, and found by its head', async () => {
  await using stage = await start();
  const { comments, rest } = stage;
  for (let count = 1; count <= 101; count += 1)
    await rest.issues.createComment({ ...at, issue_number: 1, body: `Comment ${count}` });
  expect(await comments.self(never)).toEqual({ ok: true, value: 'mona' });
  const created = await comments.create(1, 'First', never);
  expect(created).toMatchObject({ ok: true, value: expect.stringMatching(/#issuecomment-\d+$/) as string });
  const isOurs = ({ author, body }: PullComment): boolean => author === 'mona' && body === 'First';
  const found = await comments.find(1, isOurs, never);
  if (!found.ok || found.value === undefined) throw new Error('The comment was not found.');
  await comments.update(found.value.id, 'Second', never);
  const { data } = await rest.issues.getComment({ ...at, comment_id: found.value.id });
  expect(data.body).toBe('Second');
  expect(await comments.find(1, isOurs, never)).toEqual({ ok: true, value: undefined });

  const { data: pull } = await rest.pulls.get({ ...at, pull_number: 1 });
  const head = { owner: 'mona', branch: 'new-banners', sha: pull.head.sha };
  expect(await comments.findPull(head, never)).toEqual({ ok: true, value: 1 });
  expect(await comments.findPull({ ...head, sha: 'f'.repeat(40) }, never)).toEqual({
    ok: true,
    value: undefined,
  });
  expect(await comments.create(2, 'First', never)).toMatchObject({ ok: false, error: { kind: 'denied' } });
});

it('asks about the repository, its commits and its pull requests', async () => {
  await using stage = await start();
  const { questions, rest } = stage;
  expect(await questions.visibility(never)).toBe('private');
  expect(await questions.originOfPull(1, never)).toEqual({ kind: 'own' });
  expect(await questions.originOfPull(2, never)).toEqual({ kind: 'pull-request', number: 2 });
  const [main, branch] = await Promise.all(
    ['main', 'new-banners'].map(
      async (name) => (await rest.git.getRef({ ...at, ref: `heads/${name}` })).data.object.sha,
    ),
  );
  expect(await questions.isAncestor(main ?? '', branch ?? '', never)).toBe(true);
  expect(await questions.isAncestor(branch ?? '', main ?? '', never)).toBe(false);
  expect(await questions.isRunOver({ runId: '77', attempt: 1 }, never)).toBeUndefined();
});
