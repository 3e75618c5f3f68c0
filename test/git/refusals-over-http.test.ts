import { rm } from 'node:fs/promises';
import { expect, test } from 'vitest';

import { fetchTip } from '../../src/git/fetch-tip.ts';
import { checkWritable, pushCommit } from '../../src/git/push.ts';
import { stageObjects } from '../../src/git/stage.ts';
import { writeText } from '../../src/git/write-blobs.ts';
import { commitText } from './commit-text.ts';
import { good } from './disk-remote.ts';
import { createHttpRemote } from './http-remote.ts';

const { signal } = new AbortController();
const ref = 'refs/heads/assets';

test.each([
  ['a wrong token', 'ghs_wrong'],
  ['no token', ''],
])('%s is denied', async (_, token) => {
  await using remote = await createHttpRemote();
  await remote.disk.commit('assets', { a: 'a' });
  await using repository = good(await remote.open(token));
  const message = 'the server does not accept the token, or asks for one and none was given';
  const denied = { ok: false, error: { kind: 'denied', message } };

  expect(await fetchTip(repository, ref, signal)).toEqual(denied);
  expect(await checkWritable(repository, ref, signal)).toEqual(denied);
});

test('a token that may only read is told before anything is pushed', async () => {
  await using remote = await createHttpRemote({ readOnly: true });
  const tip = await remote.disk.commit('assets', { a: 'a' });
  await using repository = good(await remote.open());
  const error = { kind: 'denied', message: 'Write access to repository not granted.' };

  expect(good(await fetchTip(repository, ref, signal))).toBe(tip);
  expect(await checkWritable(repository, ref, signal)).toEqual({ ok: false, error });
  const commit = await commitText(repository, 'ours', tip);
  expect(await pushCommit(repository, { commit, ref, tip }, signal)).toEqual({ ok: false, error });
  const blob = good(await writeText(repository, 'x', signal));
  const staged = [{ blob, bytes: 1 }];
  expect(await stageObjects(repository, staged, { nowMs: 1, random: () => 0 }, signal)).toEqual({
    ok: false,
    error,
  });
});

test('no such repository', async () => {
  await using remote = await createHttpRemote();
  await using repository = good(await remote.open());
  await rm(remote.disk.bare, { recursive: true });

  const error = { kind: 'not-found', message: 'Repository not found.' };
  expect(await fetchTip(repository, ref, signal)).toEqual({ ok: false, error });
});

test.each([
  [500, 'offline'],
  [502, 'offline'],
  [503, 'offline'],
  [429, 'offline'],
  [413, 'refused'],
  [404, 'not-found'],
  [403, 'denied'],
  [418, 'failed'],
] as const)('HTTP %i at any request is %s', async (status, kind) => {
  await using remote = await createHttpRemote();
  const tip = await remote.disk.commit('assets', { a: 'a' });
  await using repository = good(await remote.open());
  await fetchTip(repository, ref, signal);
  const commit = await commitText(repository, 'ours', tip);
  for (const match of [/GET/, /POST/]) {
    remote.service.faults.push({ match, times: 1, kind: 'status', status, text: 'no' });
    expect(await fetchTip(repository, ref, signal)).toMatchObject({ ok: false, error: { kind } });
    remote.service.faults.push({ match, times: 1, kind: 'status', status, text: 'no' });
    expect(await pushCommit(repository, { commit, ref, tip }, signal)).toMatchObject({
      ok: false,
      error: { kind },
    });
  }
  expect(good(await pushCommit(repository, { commit, ref, tip }, signal))).toBe('pushed');
});
