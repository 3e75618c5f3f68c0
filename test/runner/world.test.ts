import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { createWorld } from '../../src/runner/world.ts';

let folder = '';
let printed = '';
const write = process.stdout.write.bind(process.stdout);

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'world-'));
  printed = '';
  process.stdout.write = (text: string | Uint8Array) => {
    printed += String(text);
    return true;
  };
});
afterEach(async () => {
  process.stdout.write = write;
  for (const name of ['INPUT_GITHUB-TOKEN', 'GITHUB_STEP_SUMMARY']) Reflect.deleteProperty(process.env, name);
  await rm(folder, { recursive: true });
});

describe('the log', () => {
  it.each([
    ['a plain line', 'a plain line\n'],
    ['::set-output name=a::b', ': :set-output name=a::b\n'],
    ['  ::error::no', '  : :error::no\n'],
    ['fine\n::add-mask::x', 'fine\n: :add-mask::x\n'],
    ['fine\r::add-mask::x', 'fine\uFFFD::add-mask::x\n'],
    ['see ##[error]no', 'see ## [error]no\n'],
    ['\u001B[31mred', '\uFFFD[31mred\n'],
  ])('prints %j as no command', (text, expected) => {
    createWorld({}).log.info(text);
    expect(printed.replaceAll('\r\n', '\n')).toBe(expected);
  });

  it('folds a group and gives its result', async () => {
    const result = await createWorld({}).log.group('::Title', async () => await Promise.resolve(7));
    expect(result).toBe(7);
    expect(printed).toBe('::group::: :Title\n::endgroup::\n');
  });

  it("hides debug lines behind the runner's own command", () => {
    createWorld({}).log.debug('one\ntwo');
    expect(printed).toBe('::debug::one%0Atwo\n');
  });
});

describe('the clock', () => {
  it('ends a sleep with the reason of its signal', async () => {
    const reason = new Error('enough');
    const stop = new AbortController();
    const sleeping = createWorld({}).clock.sleep(60_000, stop.signal);
    stop.abort(reason);
    await expect(sleeping).rejects.toBe(reason);
  });

  it('does not wait longer than it must, nor at all for nothing', async () => {
    const { clock } = createWorld({});
    await clock.sleep(0);
    await clock.sleep(1);
    expect(clock.now()).toBeGreaterThan(1.7e12);
  });
});

describe('what is told to the runner', () => {
  it('puts the position into the annotation and into its text', () => {
    const { actions } = createWorld({});
    const at = { file: 'edits.yml', line: 3, column: 5 };
    actions.annotate({ severity: 'error', message: 'No.', at });
    actions.annotate({ severity: 'warning', message: 'Hm.' });
    expect(printed).toBe('::error file=edits.yml,line=3,col=5::edits.yml:3:5: No.\n::warning::Hm.\n');
  });

  it('replaces the summary, and does without where there is none', async () => {
    const file = path.join(folder, 'summary.md');
    await writeFile(file, 'old');
    process.env['GITHUB_STEP_SUMMARY'] = file;
    await createWorld({}).actions.writeSummary('nowhere');
    expect(await readFile(file, 'utf8')).toBe('old');
    await createWorld(process.env).actions.writeSummary('# new');
    expect(await readFile(file, 'utf8')).toBe('# new');
  });
});

describe('whether the repository is public', () => {
  async function ask(
    event: unknown,
    env: Record<string, string> = {},
    signal = new AbortController().signal,
  ) {
    const file = path.join(folder, 'event.json');
    await writeFile(file, JSON.stringify(event));
    const facts = { GITHUB_EVENT_PATH: file, GITHUB_REPOSITORY: 'acme/shop', ...env };
    return await createWorld(facts).repository.visibility(signal);
  }

  it.each([
    [{ repository: { private: true } }, 'private'],
    [{ repository: { private: false } }, 'public'],
    [{ repository: 'odd' }, 'private'],
    [{ schedule: '20 5 * * 1' }, 'private'],
    [null, 'private'],
  ])('event %j, and no token to ask with: %s', async (event, visibility) => {
    expect(await ask(event)).toBe(visibility);
  });

  it.each([
    [200, { private: false }, 'public'],
    [200, { private: true }, 'private'],
    [404, { message: 'Not Found' }, 'private'],
  ])('asks the REST API where the event does not say: %i %j: %s', async (status, body, visibility) => {
    const requests: string[] = [];
    const server = createServer((request, response) => {
      requests.push(`${request.method ?? ''} ${request.url ?? ''} ${request.headers.authorization ?? ''}`);
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    process.env['INPUT_GITHUB-TOKEN'] = 'gh-secret';
    const apiUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    expect(await ask({}, { GITHUB_API_URL: apiUrl })).toBe(visibility);
    expect(requests).toEqual(['GET /repos/acme/shop token gh-secret']);
    server.closeAllConnections();
    server.close();
  });

  it('stops asking when the run ends', async () => {
    const stop = new AbortController();
    const server = createServer(() => {
      stop.abort(new Error('the step was stopped'));
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    process.env['INPUT_GITHUB-TOKEN'] = 'gh-secret';
    const apiUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    expect(await ask({}, { GITHUB_API_URL: apiUrl }, stop.signal)).toBe('private');
    server.closeAllConnections();
    server.close();
  });
});

describe('whether another run has ended', () => {
  async function ask(runId: string, status = 200, body: unknown = {}): Promise<readonly unknown[]> {
    const requests: string[] = [];
    const server = createServer((request, response) => {
      requests.push(`${request.method ?? ''} ${request.url ?? ''}`);
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const apiUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const { isRunOver } = createWorld({ GITHUB_REPOSITORY: 'acme/shop', GITHUB_API_URL: apiUrl });
    const isOver = await isRunOver({ runId, attempt: 2 }, new AbortController().signal);
    server.closeAllConnections();
    server.close();
    return [isOver, ...requests];
  }

  it.each([
    [200, { status: 'completed', run_attempt: 2 }, true],
    [200, { status: 'in_progress', run_attempt: 2 }, false],
    [200, { status: 'queued', run_attempt: 3 }, true],
    [403, { message: 'Resource not accessible by integration' }, undefined],
    [404, { message: 'Not Found' }, undefined],
  ])('%i %j: %s', async (status, body, isOver) => {
    process.env['INPUT_GITHUB-TOKEN'] = 'gh-secret';
    expect(await ask('77', status, body)).toEqual([isOver, 'GET /repos/acme/shop/actions/runs/77']);
  });

  it.each([
    ['77', ''],
    ['', 'gh-secret'],
    ['../77', 'gh-secret'],
  ])('is not asked of run %j with token %j', async (runId, token) => {
    process.env['INPUT_GITHUB-TOKEN'] = token;
    expect(await ask(runId)).toEqual([undefined]);
  });
});

it.each([undefined, '', '{'])('does without an event that is not there or damaged: %j', async (content) => {
  const file = path.join(folder, 'event.json');
  if (content !== undefined) await writeFile(file, content);
  const { repository } = createWorld({ GITHUB_EVENT_PATH: file, GITHUB_REPOSITORY: 'acme/shop' });
  expect(await repository.visibility(new AbortController().signal)).toBe('private');
});

it('resolves names to all their addresses', async () => {
  expect(await createWorld({}).resolveHost('127.0.0.1')).toEqual(['127.0.0.1']);
});
