import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';

import { fetchTip } from '../../src/git/fetch-tip.ts';
import { listFiles } from '../../src/git/list-files.ts';
import { fetchBlobs, readBlob, readFileOf, saveBlob } from '../../src/git/read-blobs.ts';
import type { GitRepository } from '../../src/git/types.ts';
import { writeBlobs, writeText, writeTexts } from '../../src/git/write-blobs.ts';
import { createDiskRemote, git, good } from './disk-remote.ts';

const { signal } = new AbortController();

async function objects(repository: GitRepository): Promise<readonly string[]> {
  const listing = ['cat-file', '--batch-all-objects', '--batch-check=%(objectname)'];
  return (await git(repository.folder, ...listing)).split('\n');
}

test('files are written as they are, and named in order', async () => {
  await using remote = await createDiskRemote();
  await using repository = good(await remote.open());
  await git(repository.folder, 'config', 'core.autocrlf', 'true');
  await mkdir(path.join(remote.root, 'in'));
  const contents = ['a\r\nb\n', '', '\0\xff', 'd'.repeat(100_000), 'e'];
  const names = ['plain', 'with space', '"quoted" ünï', 'line\nbreak\\', '-dash'];
  const files = names.map((name) => path.join(remote.root, 'in', name));
  await Promise.all(
    files.map(async (file, index) => {
      await writeFile(file, contents[index] ?? '');
    }),
  );

  const blobs = good(await writeBlobs(repository, files, signal));

  const read = await Promise.all(
    blobs.map(async (blob) => good(await readBlob(repository, blob, signal)).toString()),
  );
  expect(read).toEqual(contents.map((content) => Buffer.from(content).toString()));
});

test.each([0, 1, 2, 3])('%i files', async (count) => {
  await using remote = await createDiskRemote();
  await using repository = good(await remote.open());
  const files = Array.from({ length: count }, (_, index) => path.join(remote.root, `file-${index}`));
  for (const file of files) await writeFile(file, file);

  const blobs = good(await writeBlobs(repository, files, signal));

  expect(blobs).toHaveLength(count);
  expect(new Set(blobs).size).toBe(count);
});

test('a file that cannot be read is named', async () => {
  await using remote = await createDiskRemote();
  await using repository = good(await remote.open());

  const result = await writeBlobs(repository, [path.join(remote.root, 'none')], signal);

  expect(result).toMatchObject({ ok: false, error: { kind: 'failed', why: /could not open '.*none'/ } });
});

test('pictures of others come only when they are asked for, and in one go', async () => {
  await using remote = await createDiskRemote();
  const tip = await remote.commit('assets', { 'a.bin': 'A'.repeat(5000), 'b.bin': 'B', 'c.bin': 'C' });
  await using repository = good(await remote.open());
  await fetchTip(repository, 'refs/heads/assets', signal);
  const [a = '', b = '', c = ''] = good(await listFiles(repository, tip, signal)).map(({ blob }) => blob);
  expect(await objects(repository)).not.toEqual(expect.arrayContaining([a]));

  good(await fetchBlobs(repository, [a, b, a], signal));

  const here = await objects(repository);
  expect(here).toEqual(expect.arrayContaining([a, b]));
  expect(here).not.toContain(c);
  // Nothing is missing anymore: the remote is not asked.
  await git(remote.root, 'init', '-q', '--bare', 'other.git');
  good(await fetchBlobs(repository, [a, b], signal));
  good(await fetchBlobs(repository, [], signal));
});

test('one that was not fetched before is fetched as it is read', async () => {
  await using remote = await createDiskRemote();
  const tip = await remote.commit('assets', { 'a.json': '{"a":1}' });
  await using repository = good(await remote.open());
  await fetchTip(repository, 'refs/heads/assets', signal);
  const [file] = good(await listFiles(repository, tip, signal));

  expect(good(await readBlob(repository, file?.blob ?? '', signal)).toString()).toBe('{"a":1}');
});

test('a blob that the remote does not have', async () => {
  await using remote = await createDiskRemote();
  await remote.commit('assets', { a: 'a' });
  await using repository = good(await remote.open());
  const none = '1'.repeat(40);

  expect(await fetchBlobs(repository, [none], signal)).toMatchObject({
    ok: false,
    error: { why: /not our ref/ },
  });
  expect(await readBlob(repository, none, signal)).toMatchObject({ ok: false });
});

test('texts are written as they are, in order, and leave no file behind', async () => {
  await using remote = await createDiskRemote();
  await using repository = good(await remote.open());
  const before = await readdir(repository.folder);

  const blobs = good(await writeTexts(repository, ['new ünï\r\n', '', 'b'], signal));

  const there = await Promise.all(blobs.map(async (blob) => good(await readBlob(repository, blob, signal))));
  expect(there.map(String)).toEqual(['new ünï\r\n', '', 'b']);
  expect(await readdir(repository.folder)).toEqual(before);
});

test('a file is saved whole or not at all', async () => {
  await using remote = await createDiskRemote();
  await using repository = good(await remote.open());
  const folder = path.join(remote.root, 'out');
  await mkdir(folder);
  await writeFile(path.join(folder, 'old'), 'old');
  const blob = good(await writeText(repository, 'new ünï', signal));

  good(await saveBlob(repository, blob, path.join(folder, 'new'), signal));
  good(await saveBlob(repository, blob, path.join(folder, 'old'), signal));
  const none = await saveBlob(repository, '1'.repeat(40), path.join(folder, 'none'), signal);

  expect(none.ok).toBe(false);
  expect(await readdir(folder)).toEqual(['new', 'old']);
  expect(await readFile(path.join(folder, 'old'), 'utf8')).toBe('new ünï');
});

test.each<[path: string, bytes: string | undefined]>([
  ['a.txt', 'two\nlines\n'],
  ['empty', ''],
  ['sub/b.txt', 'B'],
  ['none.txt', undefined],
  ['sub', undefined],
])('the file at %s of a commit', async (name, bytes) => {
  await using remote = await createDiskRemote();
  const files = { 'a.txt': 'two\nlines\n', empty: '', 'sub/b.txt': 'B' };
  await remote.commit('assets', files);
  await using repository = good(await remote.open());
  const tip = good(await fetchTip(repository, 'refs/heads/assets', signal, 'whole')) ?? '';
  expect(good(await readFileOf(repository, tip, name, signal))?.toString()).toBe(bytes);
});
