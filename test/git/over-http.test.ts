import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';

import { commitTree } from '../../src/git/commit-tree.ts';
import { fetchTip } from '../../src/git/fetch-tip.ts';
import { listFiles } from '../../src/git/list-files.ts';
import { checkWritable, pushCommit } from '../../src/git/push.ts';
import { fetchBlobs, readBlob } from '../../src/git/read-blobs.ts';
import { stageObjects } from '../../src/git/stage.ts';
import { writeText } from '../../src/git/write-blobs.ts';
import { commitText, where } from './commit-text.ts';
import { git, good } from './disk-remote.ts';
import { createHttpRemote, type HttpRemote } from './http-remote.ts';

const { signal } = new AbortController();
const ref = 'refs/heads/assets';
const picture = randomBytes(300_000);

function bytesOut({ service }: HttpRemote): number {
  return service.requests.reduce((sum, request) => sum + request.bytesOut, 0);
}

function bytesIn({ service }: HttpRemote): number {
  return service.requests.reduce((sum, request) => sum + request.bytesIn, 0);
}

test('what is asked of the server, from the tip to the push', async () => {
  await using remote = await createHttpRemote();
  const tip = await remote.disk.commit('assets', { 'lock.json': '{}', 'a/big.png': picture });
  await using repository = good(await remote.open());
  expect(remote.asked()).toEqual([]);

  expect(good(await fetchTip(repository, 'refs/heads/none', signal))).toBeUndefined();
  expect(remote.asked()).toEqual(['GET info/refs', 'POST git-upload-pack']);

  expect(good(await fetchTip(repository, ref, signal))).toBe(tip);
  expect(remote.asked()).toEqual(['GET info/refs', 'POST git-upload-pack', 'POST git-upload-pack']);

  const files = good(await listFiles(repository, tip, signal));
  expect(remote.asked()).toEqual([]);

  const lock = files.find(({ path }) => path === 'lock.json')?.blob ?? '';
  expect(good(await readBlob(repository, lock, signal)).toString()).toBe('{}');
  expect(remote.asked()).toEqual(['GET info/refs', 'POST git-upload-pack']);

  good(await checkWritable(repository, ref, signal));
  expect(remote.asked()).toEqual(['GET info/refs']);

  const commit = await commitText(repository, 'ours', tip);
  expect(remote.asked()).toEqual([]);
  expect(good(await pushCommit(repository, { commit, ref, tip }, signal))).toBe('pushed');
  expect(remote.asked()).toEqual(['GET info/refs', 'POST git-receive-pack']);

  // The picture of somebody else went over the wire in neither direction.
  expect(bytesOut(remote)).toBeLessThan(10_000);
  expect(bytesIn(remote)).toBeLessThan(10_000);
  expect(await git(remote.disk.bare, 'fsck', '--strict')).toBe('');
});

test('pictures that are asked for come in one go', async () => {
  await using remote = await createHttpRemote();
  const pictures = Array.from({ length: 5 }, (_, index) => [`${index}.png`, randomBytes(1000)] as const);
  const tip = await remote.disk.commit('assets', Object.fromEntries(pictures));
  await using repository = good(await remote.open());
  await fetchTip(repository, ref, signal);
  const blobs = good(await listFiles(repository, tip, signal)).map(({ blob }) => blob);
  remote.asked();

  good(await fetchBlobs(repository, blobs, signal));
  expect(remote.asked()).toEqual(['GET info/refs', 'POST git-upload-pack']);

  const read = await Promise.all(blobs.map(async (blob) => good(await readBlob(repository, blob, signal))));
  expect(read).toEqual(pictures.map(([, bytes]) => bytes));
  good(await fetchBlobs(repository, blobs, signal));
  expect(remote.asked()).toEqual([]);
});

test('when the branch moves, only what is new comes', async () => {
  await using remote = await createHttpRemote();
  const names = Array.from({ length: 500 }, (_, index) => [`many/${index}.txt`, `${index}`] as const);
  await remote.disk.commit('assets', Object.fromEntries(names));
  await using repository = good(await remote.open());
  await fetchTip(repository, ref, signal);
  const before = bytesOut(remote);
  const moved = await remote.disk.commit('assets', { 'one-more.txt': '1' });

  expect(good(await fetchTip(repository, ref, signal))).toBe(moved);
  expect(bytesOut(remote) - before).toBeLessThan(2000);
});

describe.each([
  ['a server without partial clone', 'uploadpack.allowFilter', 'false'],
  ['a server that takes only named refs', 'uploadpack.allowAnySHA1InWant', 'false'],
])('%s', (_, key, value) => {
  test('serves as well', async () => {
    await using remote = await createHttpRemote();
    const tip = await remote.disk.commit('assets', { 'lock.json': '{}' });
    await git(remote.disk.bare, 'config', key, value);
    await using repository = good(await remote.open());

    expect(good(await fetchTip(repository, ref, signal))).toBe(tip);
    const [file] = good(await listFiles(repository, tip, signal));
    expect(good(await readBlob(repository, file?.blob ?? '', signal)).toString()).toBe('{}');
    const commit = await commitText(repository, 'ours', tip);
    expect(good(await pushCommit(repository, { commit, ref, tip }, signal))).toBe('pushed');
  });
});

test.each(['an absent branch', 'a branch that is there'])(
  'somebody else pushes five times while pictures go to %s: they are sent once',
  async (what) => {
    await using remote = await createHttpRemote();
    if (what !== 'an absent branch') await remote.disk.commit('assets', { 'theirs.txt': '0' });
    await using repository = good(await remote.open());
    let tip = good(await fetchTip(repository, ref, signal));
    const blob = good(await writeText(repository, 'x'.repeat(2_000_000), signal));
    const stage = good(
      await stageObjects(repository, [{ blob, bytes: 2_000_000 }], { nowMs: 1, random: () => 0.3 }, signal),
    );
    const remove = stage === undefined ? [] : [stage];

    for (let tries = 1; ; tries += 1) {
      const base = tip === undefined ? {} : { tip };
      const order = { ...base, changes: [{ path: 'p.png', blob }], message: 'm', author: 'a <b>' };
      const commit = good(await commitTree(repository, order, signal)) ?? '';
      if (tries <= 5) await remote.disk.commit('assets', { 'theirs.txt': String(tries) });
      const end = good(await pushCommit(repository, { ...base, commit, ref, remove }, signal));
      expect(end).toBe(tries <= 5 ? 'moved' : 'pushed');
      if (end === 'pushed') break;
      tip = good(await fetchTip(repository, ref, signal));
    }

    expect(bytesIn(remote)).toBeLessThan(2_000_000 * 1.02);
    expect(await git(remote.disk.bare, 'for-each-ref', '--format=%(refname)')).toBe(`${ref}\n`);
    expect(await git(remote.disk.bare, 'ls-tree', '--name-only', ref)).toBe('p.png\ntheirs.txt\n');
    expect(await where(remote.disk, ref)).not.toBe('');
  },
);
