import { expect, test } from 'vitest';

import { fetchTip } from '../../src/git/fetch-tip.ts';
import { pushCommit } from '../../src/git/push.ts';
import { readBlob } from '../../src/git/read-blobs.ts';
import { commitText, where } from './commit-text.ts';
import { good } from './disk-remote.ts';
import { createHttpRemote } from './http-remote.ts';

const { signal } = new AbortController();
const ref = 'refs/heads/assets';

test('a connection that breaks anywhere is an outage, and leaves things so that the work can be done again', async () => {
  await using remote = await createHttpRemote();
  const tip = await remote.disk.commit('assets', { 'lock.json': 'x'.repeat(1000) });
  await using repository = good(await remote.open());
  const offline = { ok: false, error: { kind: 'offline' } };

  for (const fault of [
    { match: /GET/, kind: 'reset-before' },
    { match: /POST/, kind: 'reset-before' },
    { match: /GET/, kind: 'cut-response-after', bytes: 20 },
    { match: /POST/, kind: 'cut-response-after', bytes: 0 },
    { match: /POST/, kind: 'cut-response-after', bytes: 30 },
  ] as const) {
    // Twice: over a reused connection curl tries once more by itself.
    remote.service.faults.splice(0, 9, { ...fault, times: 2 });
    expect(await fetchTip(repository, ref, signal), JSON.stringify(fault)).toMatchObject(offline);
  }
  remote.service.faults.length = 0;
  expect(good(await fetchTip(repository, ref, signal))).toBe(tip);

  const commit = await commitText(repository, 'y'.repeat(3_000_000), tip);
  for (const fault of [
    { match: /GET/, kind: 'reset-before' },
    { match: /POST/, kind: 'reset-before' },
    { match: /POST/, kind: 'cut-request-after', bytes: 0 },
  ] as const) {
    remote.service.faults.splice(0, 9, { ...fault, times: 2 });
    expect(await pushCommit(repository, { commit, ref, tip }, signal), JSON.stringify(fault)).toMatchObject(
      offline,
    );
  }
  remote.service.faults.length = 0;
  expect(await where(remote.disk, ref)).toBe(tip);
  expect(good(await pushCommit(repository, { commit, ref, tip }, signal))).toBe('pushed');
});

test('a connection that breaks in the middle of a push: nothing was changed', async () => {
  await using remote = await createHttpRemote();
  await using repository = good(await remote.open());
  const commit = await commitText(repository, 'y'.repeat(3_000_000));
  // The first POST only asks whether a large one is welcome.
  const match = /POST/;
  remote.service.faults.push({ match, times: 1, kind: 'delay' });
  remote.service.faults.push({ match, times: 1, kind: 'cut-request-after', bytes: 1_000_000 });

  expect(await pushCommit(repository, { commit, ref }, signal)).toMatchObject({
    ok: false,
    error: { kind: 'offline' },
  });
  expect(await where(remote.disk, ref)).toBe('');
  expect(good(await pushCommit(repository, { commit, ref }, signal))).toBe('pushed');
});

test.each(['an absent branch', 'a branch that is there'])(
  'the answer to a push is lost, and curl sends it again: %s',
  async (what) => {
    await using remote = await createHttpRemote();
    if (what !== 'an absent branch') await remote.disk.commit('assets', { a: 'a' });
    await using repository = good(await remote.open());
    const tip = good(await fetchTip(repository, ref, signal));
    const base = tip === undefined ? {} : { tip };
    const commit = await commitText(repository, 'ours', tip);
    remote.service.faults.push({ match: /POST.*receive/, times: 1, kind: 'cut-response-after', bytes: 0 });

    expect(good(await pushCommit(repository, { ...base, commit, ref }, signal))).toBe('pushed');
    expect(remote.asked().filter((each) => each === 'POST git-receive-pack')).toHaveLength(2);
  },
);

test('the answer to a push is lost for good: the ref shows that it was done', async () => {
  await using remote = await createHttpRemote();
  await using repository = good(await remote.open());
  const commit = await commitText(repository, 'ours');
  remote.service.faults.push({ match: /POST/, times: 1, kind: 'cut-response-after', bytes: 20 });

  const result = await pushCommit(repository, { commit, ref }, signal);
  expect(result).toMatchObject({ ok: false, error: { kind: 'offline' } });
  expect(good(await fetchTip(repository, ref, signal))).toBe(commit);
  expect(good(await pushCommit(repository, { commit, ref }, signal))).toBe('pushed');
});

test('no one listens', async () => {
  await using remote = await createHttpRemote();
  await using repository = good(await remote.open());
  await remote.service[Symbol.asyncDispose]();

  const result = await fetchTip(repository, ref, signal);
  expect(result).toMatchObject({ ok: false, error: { kind: 'offline' } });
  expect(await readBlob(repository, '1'.repeat(40), signal)).toMatchObject({
    ok: false,
    error: { kind: 'offline' },
  });
});

test('a server that never answers is left when the signal says so', async () => {
  await using remote = await createHttpRemote();
  await using repository = good(await remote.open());
  remote.service.faults.push({ match: /GET/, times: 1, kind: 'hang' });
  const stop = new AbortController();
  const fetching = fetchTip(repository, ref, stop.signal);
  while (remote.service.requests.length === 0) await new Promise(setImmediate);

  stop.abort(new Error('the time is up'));

  const error = { kind: 'stopped', why: 'git was stopped: the time is up' };
  expect(await fetching).toEqual({ ok: false, error });
});
