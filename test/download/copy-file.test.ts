import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';

import { copyFile } from '../../src/download/copy-file.ts';
import type { DownloadedFile } from '../../src/download/types.ts';

let folder = '';
let file: DownloadedFile;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'copy-'));
  const absolutePath = path.join(folder, 'hero.jpg');
  await writeFile(absolutePath, 'picture');
  file = { path: 'hero.jpg', absolutePath, sha256: 'ab', bytes: 7, type: 'image/jpeg', width: 4, height: 3 };
});
afterEach(async () => {
  await rm(folder, { recursive: true, maxRetries: 5 });
});

async function files(): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'))
    .toSorted();
}

test('a copy has the bytes and the facts of the file, at a path of its own', async () => {
  const copy = await copyFile(file, folder, 'banners/big ü');
  const absolutePath = path.join(folder, 'banners', 'big ü.jpg');
  expect(copy).toEqual({ ...file, path: 'banners/big ü.jpg', absolutePath });
  expect(await readFile(absolutePath, 'utf8')).toBe('picture');
  expect(await files()).toEqual(['banners/big ü.jpg', 'hero.jpg']);
});

test('it is on its own: what happens to the file does not reach the copy', async () => {
  const copy = await copyFile(file, folder, 'copy');
  await writeFile(file.absolutePath, 'something else');
  expect(await readFile(copy.absolutePath, 'utf8')).toBe('picture');
  expect((await stat(copy.absolutePath)).nlink).toBe(1);
});

test('what a killed run left half-written is written over', async () => {
  await writeFile(path.join(folder, 'copy.jpg.copy.part'), 'half');
  await copyFile(file, folder, 'copy');
  expect(await files()).toEqual(['copy.jpg', 'hero.jpg']);
});

test.each([
  [
    'the file is gone',
    async () => {
      await rm(file.absolutePath);
    },
  ],
  ['a folder has the name', async () => await mkdir(path.join(folder, 'copy.jpg', 'x'), { recursive: true })],
])('%s: an error, and nothing half-written stays', async (_, spoil) => {
  await spoil();
  const before = await files();
  await expect(copyFile(file, folder, 'copy')).rejects.toThrow(/ENOENT|EISDIR|ENOTEMPTY|EPERM/);
  expect(await files()).toEqual(before);
});
