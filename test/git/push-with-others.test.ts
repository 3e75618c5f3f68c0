import { describe, expect, test } from 'vitest';

import { pushCommit, removeRefs } from '../../src/git/push.ts';
import { commitText, where } from './commit-text.ts';
import { createDiskRemote, git, good, type DiskRemote } from './disk-remote.ts';

const { signal } = new AbortController();
const ref = 'refs/heads/assets';

describe('refs that go with it', () => {
  const stage = 'refs/dreamina/staging/1-a';

  test('in the same push', async () => {
    await using remote = await createDiskRemote();
    await using repository = good(await remote.open());
    const commit = await commitText(repository, 'ours');
    good(await pushCommit(repository, { commit, ref: stage }, signal));

    const order = { commit, ref, remove: [stage, 'refs/dreamina/staging/none'] };
    expect(good(await pushCommit(repository, order, signal))).toBe('pushed');

    expect(await git(remote.bare, 'for-each-ref', '--format=%(refname)')).toBe(`${ref}\n`);
  });

  test('they stay where the ref has moved', async () => {
    await using remote = await createDiskRemote();
    await using repository = good(await remote.open());
    const commit = await commitText(repository, 'ours');
    good(await pushCommit(repository, { commit, ref: stage }, signal));
    await remote.commit('assets', { a: 'a' });

    expect(good(await pushCommit(repository, { commit, ref, remove: [stage] }, signal))).toBe('moved');
    expect(await where(remote, stage)).toBe(commit);
  });

  test.each([
    [
      'the server knows no atomic pushes',
      async (remote: DiskRemote) => await git(remote.bare, 'config', 'receive.advertiseAtomic', 'false'),
    ],
    [
      'the server does not let them go',
      async (remote: DiskRemote) => await git(remote.bare, 'config', 'receive.denyDeletes', 'true'),
    ],
    [
      'a hook keeps them',
      async (remote: DiskRemote) => {
        await remote.hook('update', 'case $1 in refs/dreamina/*) exit 1; esac');
      },
    ],
  ])('the ref goes alone where %s', async (_, prepare) => {
    await using remote = await createDiskRemote();
    await using repository = good(await remote.open());
    const commit = await commitText(repository, 'ours');
    good(await pushCommit(repository, { commit, ref: stage }, signal));
    await prepare(remote);

    expect(good(await pushCommit(repository, { commit, ref, remove: [stage] }, signal))).toBe('pushed');
    expect(await where(remote, ref)).toBe(commit);
  });

  test('they can be removed by themselves', async () => {
    await using remote = await createDiskRemote();
    await using repository = good(await remote.open());
    const commit = await commitText(repository, 'ours');
    good(await pushCommit(repository, { commit, ref: stage }, signal));

    good(await removeRefs(repository, [stage, 'refs/dreamina/staging/none'], signal));
    good(await removeRefs(repository, [], signal));

    expect(await where(remote, stage)).toBe('');
  });
});
