import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';

import { commitTree } from '../../src/git/commit-tree.ts';
import { fetchTip } from '../../src/git/fetch-tip.ts';
import { pushCommit } from '../../src/git/push.ts';
import { stageObjects, staleStages } from '../../src/git/stage.ts';
import type { GitRepository } from '../../src/git/types.ts';
import { writeBlobs } from '../../src/git/write-blobs.ts';
import { createDiskRemote, git, good, type DiskRemote } from './disk-remote.ts';

const { signal } = new AbortController();
const ref = 'refs/heads/assets';
const options = { nowMs: 1_700_000_000_000, random: () => 0.5 };

/** Writes three files of 40,000 bytes that do not compress. */
async function writePictures(remote: DiskRemote, repository: GitRepository) {
  const files = ['a', 'b', 'c'].map((name) => path.join(remote.root, name));
  for (const file of files) await writeFile(file, crypto.getRandomValues(new Uint8Array(40_000)));
  const blobs = good(await writeBlobs(repository, files, signal));
  return blobs.map((blob) => ({ blob, bytes: 40_000 }));
}

/** Lets the remote take pushes of no more than `bytes`. */
async function limitPushes(remote: DiskRemote, bytes: number): Promise<void> {
  await git(remote.bare, 'config', 'receive.maxInputSize', String(bytes));
}

test.each(['an absent branch', 'a branch that is there'])(
  'after it the push of the branch is small, and removes it: %s',
  async (what) => {
    await using remote = await createDiskRemote();
    if (what !== 'an absent branch') await remote.commit('assets', { 'theirs.txt': 'theirs' });
    await using repository = good(await remote.open());
    const tip = good(await fetchTip(repository, ref, signal));
    const staged = await writePictures(remote, repository);
    await limitPushes(remote, 100_000);

    const stage = good(await stageObjects(repository, staged, { ...options, partBytes: 80_000 }, signal));
    expect(stage).toMatch(/^refs\/dreamina\/staging\/1700000000000-/);

    await limitPushes(remote, 2000);
    const changes = staged.map(({ blob }, index) => ({ path: `pictures/${index}.png`, blob }));
    const base = tip === undefined ? {} : { tip };
    const order = { ...base, changes, message: 'Pictures', author: 'a <b@c>' };
    const commit = good(await commitTree(repository, order, signal)) ?? '';
    const push = { ...base, commit, ref, remove: [stage ?? ''] };
    expect(good(await pushCommit(repository, push, signal))).toBe('pushed');

    expect(await git(remote.bare, 'for-each-ref', '--format=%(refname)')).toBe(`${ref}\n`);
    expect(await git(remote.bare, 'fsck', '--strict', '--no-dangling')).toBe('');
  },
);

test('nothing is staged where the server takes no such ref', async () => {
  await using remote = await createDiskRemote();
  await using repository = good(await remote.open());
  const staged = await writePictures(remote, repository);
  await git(remote.bare, 'config', 'transfer.hideRefs', 'refs/dreamina');

  expect(good(await stageObjects(repository, staged, options, signal))).toBeUndefined();
  expect(good(await stageObjects(repository, [], options, signal))).toBeUndefined();
});

test('nothing is staged under a name that is taken', async () => {
  await using remote = await createDiskRemote();
  await using repository = good(await remote.open());
  const [first, ...others] = await writePictures(remote, repository);

  expect(good(await stageObjects(repository, first ? [first] : [], options, signal))).toBeDefined();
  expect(good(await stageObjects(repository, others, options, signal))).toBeUndefined();
});

test('a remote that cannot be reached is an error', async () => {
  await using remote = await createDiskRemote();
  await using repository = good(await remote.open({ url: `${remote.url}-none`, token: '' }));
  const staged = await writePictures(remote, repository);

  const result = await stageObjects(repository, staged, options, signal);
  expect(result).toMatchObject({ ok: false, error: { kind: 'not-found' } });
  expect(await staleStages(repository, 0, signal)).toMatchObject({ ok: false, error: { kind: 'not-found' } });
});

test('what a dead run left behind is found after a day', async () => {
  await using remote = await createDiskRemote();
  const commit = await remote.commit('assets', { a: 'a' });
  await using repository = good(await remote.open());
  const day = 24 * 60 * 60 * 1000;
  const old = `refs/dreamina/staging/${options.nowMs - day - 1}-a`;
  for (const name of [old, `refs/dreamina/staging/${options.nowMs}-b`, 'refs/dreamina/ledger'])
    await git(remote.bare, 'update-ref', name, commit);

  expect(good(await staleStages(repository, options.nowMs, signal))).toEqual([old]);
});
