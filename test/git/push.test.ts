import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

import { fetchTip } from '../../src/git/fetch-tip.ts';
import { checkWritable, pushCommit } from '../../src/git/push.ts';
import { commitText, where } from './commit-text.ts';
import { createDiskRemote, git, good } from './disk-remote.ts';

const { signal } = new AbortController();
const ref = 'refs/heads/assets';

test('a new branch, then a step forward', async () => {
  await using remote = await createDiskRemote();
  await using repository = good(await remote.open());
  const first = await commitText(repository, 'one');
  const second = await commitText(repository, 'two', first);

  expect(good(await pushCommit(repository, { commit: first, ref }, signal))).toBe('pushed');
  expect(good(await pushCommit(repository, { commit: second, ref, tip: first }, signal))).toBe('pushed');

  expect(await where(remote, ref)).toBe(second);
  expect(await git(remote.bare, 'fsck', '--strict')).toBe('');
});

describe('somebody else was first, and nothing of theirs is touched', () => {
  test('a new branch', async () => {
    await using remote = await createDiskRemote();
    await using repository = good(await remote.open());
    const commit = await commitText(repository, 'ours');
    const theirs = await remote.commit('assets', { 'theirs.txt': 'theirs' });

    expect(good(await pushCommit(repository, { commit, ref }, signal))).toBe('moved');
    expect(await where(remote, ref)).toBe(theirs);
  });

  test('another commit on the same tip', async () => {
    await using remote = await createDiskRemote();
    const tip = await remote.commit('assets', { 'theirs.txt': '1' });
    await using repository = good(await remote.open());
    await fetchTip(repository, ref, signal);
    const commit = await commitText(repository, 'ours', tip);
    const theirs = await remote.commit('assets', { 'theirs.txt': '2' });

    expect(good(await pushCommit(repository, { commit, ref, tip }, signal))).toBe('moved');
    expect(await where(remote, ref)).toBe(theirs);
    // On the new tip it goes through.
    const next = good(await fetchTip(repository, ref, signal));
    expect(next).toBe(theirs);
    const again = await commitText(repository, 'ours', theirs);
    expect(good(await pushCommit(repository, { commit: again, ref, tip: theirs }, signal))).toBe('pushed');
    expect(await git(remote.bare, 'log', '--format=%H', 'assets')).toBe(`${again}\n${theirs}\n${tip}\n`);
  });

  test('the branch is gone, and does not come back with its history', async () => {
    await using remote = await createDiskRemote();
    const tip = await remote.commit('assets', { 'theirs.txt': '1' });
    await using repository = good(await remote.open());
    await fetchTip(repository, ref, signal);
    const commit = await commitText(repository, 'ours', tip);
    await git(remote.bare, 'update-ref', '-d', ref);

    expect(good(await pushCommit(repository, { commit, ref, tip }, signal))).toBe('moved');
    expect(await where(remote, ref)).toBe('');
    expect(good(await fetchTip(repository, ref, signal))).toBeUndefined();
  });

  test('the ref is being written at this moment', async () => {
    await using remote = await createDiskRemote();
    await using repository = good(await remote.open());
    const commit = await commitText(repository, 'ours');
    await writeFile(path.join(remote.bare, `${ref}.lock`), '');

    expect(good(await pushCommit(repository, { commit, ref }, signal))).toBe('moved');
  });
});

test('a commit that does not build on the tip is not pushed over it', async () => {
  await using remote = await createDiskRemote();
  const tip = await remote.commit('assets', { 'theirs.txt': '1' });
  await using repository = good(await remote.open());
  await fetchTip(repository, ref, signal);
  const commit = await commitText(repository, 'ours');

  const result = await pushCommit(repository, { commit, ref, tip }, signal);

  expect(result).toMatchObject({ ok: false, error: { kind: 'failed', why: /does not build on/ } });
  expect(await where(remote, ref)).toBe(tip);
});

describe('refused, with the reason', () => {
  test.each([
    [
      'pre-receive',
      'echo "GH006: Protected branch update failed"; exit 1',
      /^GH006.*\(pre-receive hook declined\)$/,
    ],
    ['update', 'echo "no cats here" >&2; exit 1', /^no cats here; hook declined to update/],
  ])('by the hook %s', async (name, script, why) => {
    await using remote = await createDiskRemote();
    await using repository = good(await remote.open());
    const commit = await commitText(repository, 'ours');
    await remote.hook(name, script);

    const result = await pushCommit(repository, { commit, ref }, signal);

    expect(result).toMatchObject({ ok: false, error: { kind: 'refused', why } });
    expect(await where(remote, ref)).toBe('');
  });

  test('a branch of that name cannot be', async () => {
    await using remote = await createDiskRemote();
    await remote.commit('assets/old', { a: 'a' });
    await using repository = good(await remote.open());
    const commit = await commitText(repository, 'ours');

    const result = await pushCommit(repository, { commit, ref }, signal);

    expect(result).toMatchObject({
      ok: false,
      error: { kind: 'refused', why: /'refs\/heads\/assets\/old' exists/ },
    });
  });

  test('the push is over the limit of the server', async () => {
    await using remote = await createDiskRemote();
    await git(remote.bare, 'config', 'receive.maxInputSize', '1000');
    await using repository = good(await remote.open());
    const commit = await commitText(repository, 'x'.repeat(5000));

    const result = await pushCommit(repository, { commit, ref }, signal);

    expect(result).toMatchObject({ ok: false, error: { kind: 'refused', why: /maximum allowed size/ } });
  });
});

describe('the right to write', () => {
  test.each(['an absent branch', 'a branch at another commit'])('is asked for: %s', async (what) => {
    await using remote = await createDiskRemote();
    if (what !== 'an absent branch') await remote.commit('assets', { a: 'a' });
    const before = await where(remote, ref);
    await using repository = good(await remote.open());

    expect(await checkWritable(repository, ref, signal)).toEqual({ ok: true, value: undefined });
    expect(await where(remote, ref)).toBe(before);
  });

  test('no repository at all', async () => {
    await using remote = await createDiskRemote();
    await using repository = good(await remote.open());
    await rm(remote.bare, { recursive: true, maxRetries: 5 });

    const result = await checkWritable(repository, ref, signal);
    expect(result).toMatchObject({ ok: false, error: { kind: 'not-found' } });
    const commit = await commitText(repository, 'ours');
    const pushed = await pushCommit(repository, { commit, ref }, signal);
    expect(pushed).toMatchObject({ ok: false, error: { kind: 'not-found' } });
  });
});
