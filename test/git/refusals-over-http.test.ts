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
])('%s is not accepted', async (_, token) => {
  await using remote = await createHttpRemote();
  await remote.disk.commit('assets', { a: 'a' });
  await using repository = good(await remote.open(token));
  const why = 'the server does not accept the token, or asks for one and none was given';
  const refused = { ok: false, error: { kind: 'unauthorized', why } };

  expect(await fetchTip(repository, ref, signal)).toEqual(refused);
  expect(await checkWritable(repository, ref, signal)).toEqual(refused);
});

test('a token that may only read is reported before anything is pushed', async () => {
  await using remote = await createHttpRemote({ readOnly: true });
  const tip = await remote.disk.commit('assets', { a: 'a' });
  await using repository = good(await remote.open());
  const error = { kind: 'denied', why: 'Write access to repository not granted' };

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
  await rm(remote.disk.bare, { recursive: true, maxRetries: 5 });

  const error = { kind: 'not-found', why: 'Repository not found' };
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
    // A 500 is asked once more, without a filter.
    const times = status === 500 ? 2 : 1;
    remote.service.faults.push({ match, times, kind: 'status', status, text: 'no' });
    expect(await fetchTip(repository, ref, signal)).toMatchObject({ ok: false, error: { kind } });
    remote.service.faults.push({ match, times: 1, kind: 'status', status, text: 'no' });
    expect(await pushCommit(repository, { commit, ref, tip }, signal)).toMatchObject({
      ok: false,
      error: { kind },
    });
  }
  expect(good(await pushCommit(repository, { commit, ref, tip }, signal))).toBe('pushed');
});

test('a server that answers 500 to a filter that comes with a depth is asked without the filter', async () => {
  await using remote = await createHttpRemote();
  const tip = await remote.disk.commit('assets', { a: 'a' });
  await using repository = good(await remote.open());
  remote.service.faults.push({ match: /POST/, times: 1, kind: 'status', status: 500 });
  expect(await fetchTip(repository, ref, signal)).toEqual({ ok: true, value: tip });
});
