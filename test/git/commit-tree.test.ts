import { expect, test } from 'vitest';

import { commitTree } from '../../src/git/commit-tree.ts';
import { fetchTip } from '../../src/git/fetch-tip.ts';
import { listFiles } from '../../src/git/list-files.ts';
import { writeText } from '../../src/git/write-blobs.ts';
import { createDiskRemote, git, good } from './disk-remote.ts';

const { signal } = new AbortController();
const author = 'github-actions[bot] <41898282+github-actions[bot]@users.noreply.github.com>';
const order = { message: 'Pictures\n\nof today', author };

test('the tip is fetched with its tree, and a commit is made on it', async () => {
  await using remote = await createDiskRemote();
  const theirs = await remote.commit('assets', { 'a.txt': 'a', 'run.sh*': 'run', 'b/c.txt': 'c' });
  await using repository = good(await remote.open());

  const tip = good(await fetchTip(repository, 'refs/heads/assets', signal));
  expect(tip).toBe(theirs);

  const blob = good(await writeText(repository, 'new', signal));
  const changes = [{ path: 'a.txt', blob }, { path: 'b/c.txt' }];
  const commit = good(await commitTree(repository, { ...order, tip: theirs, changes }, signal));
  const files = good(await listFiles(repository, commit ?? '', signal));

  expect(files.map(({ path, mode }) => `${mode} ${path}`)).toEqual(['100644 a.txt', '100755 run.sh']);
  expect(files[0]?.blob).toBe(blob);
  const shown = await git(repository.folder, 'log', '-1', '--format=%an <%ae>|%cn <%ce>|%P|%B', commit ?? '');
  expect(shown.trim()).toBe(`${author}|${author}|${theirs}|${order.message}`);
});

test('a commit without a tip has no parent', async () => {
  await using remote = await createDiskRemote();
  await using repository = good(await remote.open());
  const blob = good(await writeText(repository, 'new', signal));

  expect(good(await fetchTip(repository, 'refs/heads/assets', signal))).toBeUndefined();
  const commit = good(await commitTree(repository, { ...order, changes: [{ path: 'a', blob }] }, signal));

  expect(await git(repository.folder, 'log', '-1', '--format=%P', commit ?? '')).toBe('\n');
});

test('no change makes no commit', async () => {
  await using remote = await createDiskRemote();
  const tip = await remote.commit('assets', { 'a.txt': 'same' });
  await using repository = good(await remote.open());
  await fetchTip(repository, 'refs/heads/assets', signal);
  const blob = good(await writeText(repository, 'same', signal));
  const changes = [{ path: 'a.txt', blob }, { path: 'not/there' }];

  expect(good(await commitTree(repository, { ...order, tip, changes }, signal))).toBeUndefined();
});

test('a file takes the place of a folder, and a folder that of a file', async () => {
  await using remote = await createDiskRemote();
  const tip = await remote.commit('assets', { 'a/one': '1', 'a/two': '2', b: 'b' });
  await using repository = good(await remote.open());
  await fetchTip(repository, 'refs/heads/assets', signal);
  const blob = good(await writeText(repository, 'new', signal));
  const changes = [
    { path: 'a', blob },
    { path: 'b/deep/er', blob },
    { path: 'a/one' },
    { path: 'a/two' },
    { path: 'b' },
  ];

  const commit = good(await commitTree(repository, { ...order, tip, changes }, signal));

  const files = good(await listFiles(repository, commit ?? '', signal));
  expect(files.map(({ path }) => path)).toEqual(['a', 'b/deep/er']);
});

test.each([
  'with space.png',
  '"quoted".png',
  "it's.png",
  'ünï/日本.png',
  '-leading.png',
  'tab\there.png',
  'back\\slash',
])('a path stays as it is: %s', async (path) => {
  await using remote = await createDiskRemote();
  await using repository = good(await remote.open());
  const blob = good(await writeText(repository, 'x', signal));

  const commit = good(await commitTree(repository, { ...order, changes: [{ path, blob }] }, signal));

  expect(good(await listFiles(repository, commit ?? '', signal))).toEqual([{ path, blob, mode: '100644' }]);
});

test.each(['../out', '.git/config', 'a/../b', '/abs'])('a path that no tree may have: %s', async (path) => {
  await using remote = await createDiskRemote();
  await using repository = good(await remote.open());
  const blob = good(await writeText(repository, 'x', signal));

  const result = await commitTree(repository, { ...order, changes: [{ path, blob }] }, signal);

  expect(result).toMatchObject({ ok: false, error: { kind: 'failed' } });
});

test('links and submodules of others stay', async () => {
  await using remote = await createDiskRemote();
  const first = await remote.commit('assets', { a: 'a' });
  const index = `160000 commit ${first}\tlibs\n120000 blob ${(await git(remote.bare, 'rev-parse', 'assets:a')).trim()}\tlink\n`;
  const { execFileSync } = await import('node:child_process');
  const tree = execFileSync('git', ['mktree', '--missing'], { cwd: remote.bare, input: index })
    .toString()
    .trim();
  const tip = (await git(remote.bare, 'commit-tree', tree, '-p', first, '-m', 'x')).trim();
  await git(remote.bare, 'update-ref', 'refs/heads/assets', tip);
  await using repository = good(await remote.open());
  await fetchTip(repository, 'refs/heads/assets', signal);
  const blob = good(await writeText(repository, 'x', signal));

  const commit = good(
    await commitTree(repository, { ...order, tip, changes: [{ path: 'b', blob }] }, signal),
  );

  const files = good(await listFiles(repository, commit ?? '', signal));
  expect(files.map(({ path, mode }) => `${mode} ${path}`)).toEqual([
    '100644 b',
    '160000 libs',
    '120000 link',
  ]);
});
