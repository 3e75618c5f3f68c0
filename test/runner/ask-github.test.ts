import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { createGitHub, type GitHub } from '../../src/runner/ask-github.ts';
import { findEvent, readEvent } from '../../src/runner/read-event.ts';
import { createRecordingLog } from '../queue/client-deps.ts';
import { realClock } from '../support/clocks.ts';

const never = new AbortController().signal;
let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'ask-github-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true, maxRetries: 5 });
});

/** A REST API that answers everything alike, until it is disposed of. */
async function startApi(
  answer: (requests: readonly string[]) => readonly [status: number, body: unknown] | undefined,
) {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    requests.push(
      `${request.method ?? ''} ${request.url ?? ''} ${request.headers.authorization ?? ''}`.trim(),
    );
    const given = answer(requests);
    if (given === undefined) return;
    response.writeHead(given[0], { 'content-type': 'application/json' }).end(JSON.stringify(given[1]));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** Questions with an event file of this content, if there is one. */
async function connect(token: string, apiUrl?: string, event?: string): Promise<GitHub> {
  const file = path.join(folder, 'event.json');
  if (event !== undefined) await writeFile(file, event);
  const env = { GITHUB_EVENT_PATH: file, ...(apiUrl !== undefined && { GITHUB_API_URL: apiUrl }) };
  const log = createRecordingLog();
  return createGitHub(token, {
    env,
    readEvent: async () => await Promise.resolve(readEvent(findEvent(env), log)),
    repository: { owner: 'acme', name: 'shop' },
    clock: realClock,
    log,
  });
}

describe('whether the repository is public', () => {
  it.each([
    ['{"repository":{"private":true}}', 'private'],
    ['{"repository":{"private":false}}', 'public'],
    ['{"repository":"odd"}', 'private'],
    ['{"schedule":"20 5 * * 1"}', 'private'],
    ['null', 'private'],
    ['', 'private'],
    ['{', 'private'],
    [undefined, 'private'],
  ])('event %s, and no token to ask with: %s', async (event, visibility) => {
    expect(await (await connect('', undefined, event)).visibility(never)).toBe(visibility);
  });

  it.each([
    [200, { private: false }, 'public'],
    [200, { private: true }, 'private'],
    [404, { message: 'Not Found' }, 'private'],
  ])('asks the REST API if the event does not say: %i %j: %s', async (status, body, visibility) => {
    await using api = await startApi(() => [status, body]);
    expect(await (await connect('gh-secret', api.url, '{}')).visibility(never)).toBe(visibility);
    expect(api.requests).toEqual(['GET /repos/acme/shop token gh-secret']);
  });

  it('stops asking when the run ends', async () => {
    const stop = new AbortController();
    await using api = await startApi(() => {
      stop.abort(new Error('the step was stopped'));
      return undefined;
    });
    expect(await (await connect('gh-secret', api.url, '{}')).visibility(stop.signal)).toBe('private');
  });
});

describe('whether another run has ended', () => {
  it.each([
    [200, { status: 'completed', run_attempt: 2 }, true],
    [200, { status: 'in_progress', run_attempt: 2 }, false],
    [200, { status: 'queued', run_attempt: 3 }, true],
    [403, { message: 'Resource not accessible by integration' }, undefined],
    [404, { message: 'Not Found' }, undefined],
  ])('%i %j: %s', async (status, body, isOver) => {
    await using api = await startApi(() => [status, body]);
    const { isRunOver } = await connect('gh-secret', api.url);
    expect(await isRunOver({ runId: '77', attempt: 2 }, never)).toBe(isOver);
    expect(api.requests).toEqual(['GET /repos/acme/shop/actions/runs/77 token gh-secret']);
  });

  it.each([
    ['77', ''],
    ['', 'gh-secret'],
    ['../77', 'gh-secret'],
  ])('is not asked of run %j with token %j', async (runId, token) => {
    await using api = await startApi(() => [200, {}]);
    const { isRunOver } = await connect(token, api.url);
    expect(await isRunOver({ runId, attempt: 2 }, never)).toBeUndefined();
    expect(api.requests).toEqual([]);
  });
});

describe('whether a job has ended', () => {
  it.each([
    [200, { status: 'completed' }, true],
    [200, { status: 'in_progress' }, false],
    [403, { message: 'Resource not accessible by integration' }, undefined],
    [404, { message: 'Not Found' }, undefined],
  ])('%i %j: %s', async (status, body, isOver) => {
    await using api = await startApi(() => [status, body]);
    const { isJobOver } = await connect('gh-secret', api.url);
    expect(await isJobOver('88', never)).toBe(isOver);
    expect(api.requests).toEqual(['GET /repos/acme/shop/actions/jobs/88 token gh-secret']);
  });

  it('is not asked of what is no id', async () => {
    await using api = await startApi(() => [200, {}]);
    const { isJobOver } = await connect('gh-secret', api.url);
    expect(await isJobOver('../88', never)).toBeUndefined();
    expect(api.requests).toEqual([]);
  });
});

describe('where a pull request comes from', () => {
  const base = { repo: { full_name: 'acme/shop' } };

  it.each([
    [200, { base, head: { repo: { full_name: 'Acme/Shop' } } }, { kind: 'own' }],
    [200, { base, head: { repo: { full_name: 'evil/shop' } } }, { kind: 'fork', repository: 'evil/shop' }],
    [200, { base, head: { repo: null } }, { kind: 'fork', repository: undefined }],
    [404, { message: 'Not Found' }, { kind: 'pull-request', number: 5 }],
  ])('%i %j: %j', async (status, body, origin) => {
    await using api = await startApi(() => [status, body]);
    const { originOfPull } = await connect('gh-secret', api.url);
    expect(await originOfPull(5, never)).toEqual(origin);
    expect(api.requests).toEqual(['GET /repos/acme/shop/pulls/5 token gh-secret']);
  });
});

it.each([
  [200, { state: 'open' }, { kind: 'open' }],
  [
    200,
    { state: 'closed', closed_at: '1970-01-01T00:00:01Z', merged: false, merge_commit_sha: 'aa' },
    { kind: 'closed', closedAtMs: 1000 },
  ],
  [
    200,
    { state: 'closed', closed_at: '1970-01-01T00:00:01Z', merged: true, merge_commit_sha: 'aa' },
    { kind: 'closed', closedAtMs: 1000, mergeCommit: 'aa' },
  ],
  [200, { state: 'closed', closed_at: null, merged: false, merge_commit_sha: null }, undefined],
  [403, { message: 'Resource not accessible by integration' }, undefined],
])('a pull request that GitHub describes by %i %j is %j', async (status, body, state) => {
  await using api = await startApi(() => [status, body]);
  const { pullState } = await connect('gh-secret', api.url);
  expect(await pullState(7, never)).toEqual(state);
  expect(api.requests).toEqual(['GET /repos/acme/shop/pulls/7 token gh-secret']);
});
