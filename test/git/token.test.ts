import { chmod, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { expect, test } from 'vitest';

import { fetchTip } from '../../src/git/fetch-tip.ts';
import { checkWritable, pushCommit } from '../../src/git/push.ts';
import { stageObjects } from '../../src/git/stage.ts';
import { writeText } from '../../src/git/write-blobs.ts';
import { commitText } from './commit-text.ts';
import { git, good } from './disk-remote.ts';
import { BASIC, createHttpRemote, TOKEN } from './http-remote.ts';

const { signal } = new AbortController();
const ref = 'refs/heads/assets';

/** Puts a `git` first on the PATH that records every process that git starts, with its arguments. */
async function spyOnProcesses(root: string): Promise<{ PATH: string; trace: string }> {
  const bin = path.join(root, 'bin');
  const trace = path.join(root, 'trace');
  await mkdir(bin);
  const real = (await git(root, '--exec-path')).trim();
  const script = `#!/bin/sh\nexport GIT_TRACE2_EVENT=${trace}\nexec ${real}/git "$@"\n`;
  await writeFile(path.join(bin, 'git'), script);
  await chmod(path.join(bin, 'git'), 0o755);
  return { PATH: `${bin}:${process.env['PATH'] ?? ''}`, trace };
}

test('the token is on no command line and in no file, and every request carries it', async () => {
  await using remote = await createHttpRemote();
  const tip = await remote.disk.commit('assets', { a: 'a' });
  const { PATH, trace } = await spyOnProcesses(remote.disk.root);
  await using repository = good(
    await remote.open(TOKEN, { PATH, GIT_TRACE_CURL: `${remote.disk.root}/curl` }),
  );
  await fetchTip(repository, ref, signal);
  good(await checkWritable(repository, ref, signal));
  const commit = await commitText(repository, 'ours', tip);
  const blob = good(await writeText(repository, 'picture', signal));
  const staged = [{ blob, bytes: 7 }];
  const stage = good(await stageObjects(repository, staged, { nowMs: 1, random: () => 0.5 }, signal)) ?? '';
  expect(good(await pushCommit(repository, { commit, ref, tip, remove: [stage] }, signal))).toBe('pushed');

  const processes = await readFile(trace, 'utf8');
  expect(processes).toContain('remote-http');
  expect(processes).not.toContain(TOKEN);
  expect(processes).not.toContain(BASIC);
  // Neither in the private repository, nor in what was pushed, nor in a trace that somebody asked for outside.
  const entries = await readdir(remote.disk.root, { recursive: true, withFileTypes: true });
  expect(entries.map(({ name }) => name)).not.toContain('curl');
  for (const entry of entries.filter((each) => each.isFile())) {
    const bytes = await readFile(path.join(entry.parentPath, entry.name), 'latin1');
    expect(bytes.includes(TOKEN) || bytes.includes(BASIC), entry.name).toBe(false);
  }
  expect(new Set(remote.service.requests.map(({ authorization }) => authorization))).toEqual(
    new Set([`basic ${BASIC}`]),
  );
});

test('a server that repeats the token does not bring it into an error', async () => {
  await using remote = await createHttpRemote();
  await using repository = good(await remote.open());
  const text = `bad credentials: ${TOKEN} / basic ${BASIC}`;
  remote.service.faults.push({ match: /GET/, times: 2, kind: 'status', status: 403, text });

  expect(await fetchTip(repository, ref, signal)).toEqual({
    ok: false,
    error: { kind: 'denied', why: 'bad credentials: *** / basic ***' },
  });
  const commit = await commitText(repository, 'ours');
  const end = await repository.tryRun(['push', '--porcelain', 'origin', `${commit}:${ref}`], { signal });
  expect(JSON.stringify(end)).toContain('bad credentials: ***');
  expect(JSON.stringify(end)).not.toMatch(new RegExp(`${TOKEN}|${BASIC}`));
});

test('a redirect is not followed: another server sees neither token nor request', async () => {
  await using other = await createHttpRemote();
  await other.disk.commit('assets', { a: 'a' });
  const server = createServer((request, response) => {
    response.writeHead(302, { location: `${other.service.url}${request.url ?? ''}` }).end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/acme/shop.git`;
  await using repository = good(await other.disk.open({ url, token: TOKEN }));

  const result = await fetchTip(repository, ref, signal);

  server.close();
  expect(result).toMatchObject({ ok: false, error: { kind: 'redirected', why: /302/ } });
  expect(other.service.requests).toEqual([]);
});

test('another origin gets no token', async () => {
  await using remote = await createHttpRemote();
  await using other = await createHttpRemote();
  await using repository = good(await remote.open());

  await repository.run(['ls-remote', other.url], { signal });

  expect(other.service.requests.length).toBeGreaterThan(0);
  expect(other.service.requests.filter(({ authorization }) => authorization !== undefined)).toEqual([]);
});
