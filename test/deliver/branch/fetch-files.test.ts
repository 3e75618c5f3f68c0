import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';

import { fetchFiles, type WantedFile } from '../../../src/deliver/branch/fetch-files.ts';
import type { OpenedBranch } from '../../../src/deliver/branch/types.ts';
import { commitByOther } from '../../support/bare-repository.ts';
import { committed, createDeliveryStage, type DeliveryStage } from './delivery-stage.ts';

const { signal } = new AbortController();

/** A branch with two pictures, opened, and the pictures as they are wanted on disk: one of them at another path. */
async function openPictures(
  stage: DeliveryStage,
): Promise<{ opened: OpenedBranch; files: readonly WantedFile[] }> {
  const set = [
    await stage.make('hero', { 'hero one.png': 'hero' }),
    await stage.make('mug', { 'mug.png': 'mug' }),
  ];
  committed(await stage.deliver(await stage.open(), { set }));
  const files = set.flatMap(({ entry }) => entry.files.map((to) => ({ from: to.path, to })));
  const [first, second] = files;
  if (first === undefined || second === undefined) throw new Error('no files');
  return {
    opened: await stage.open(),
    files: [first, { ...second, to: { ...second.to, path: 'cups/1.png' } }],
  };
}

test('files of the branch come to disk by one git command', async () => {
  await using stage = await createDeliveryStage();
  const { opened, files } = await openPictures(stage);
  const folder = path.join(stage.root, 'out');
  const before = stage.service.requests.length;

  const result = await fetchFiles(opened, files, folder, signal);

  expect(result).toEqual({
    ok: true,
    value: files.map(({ to }) => ({ ...to, absolutePath: path.join(folder, to.path) })),
  });
  expect(await readFile(path.join(folder, 'hero one.png'), 'utf8')).toBe('hero');
  expect(await readFile(path.join(folder, 'cups/1.png'), 'utf8')).toBe('mug');
  const asked = stage.service.requests.slice(before).filter(({ path: where }) => where.includes('info/refs'));
  expect(asked).toHaveLength(1);
});

test('a picture that someone changed by hand is an error, and does not stay on disk', async () => {
  await using stage = await createDeliveryStage();
  const { files } = await openPictures(stage);
  await commitByOther(stage.bare, { 'mug.png': 'painted over' });
  const folder = path.join(stage.root, 'out');

  const result = await fetchFiles(await stage.open(), files, folder, signal);

  expect(result).toEqual({
    ok: false,
    error: {
      isLost: true,
      message:
        "`mug.png` on branch `assets` is not the file that the lock file records: restore it from the branch's history, or make the edit again with the input `force`.",
    },
  });
  expect(existsSync(path.join(folder, 'cups/1.png'))).toBe(false);
});

test('a file that is not there, and a server that is not', async () => {
  await using stage = await createDeliveryStage();
  const { opened, files } = await openPictures(stage);
  const folder = path.join(stage.root, 'out');
  const gone = files.map(({ to }) => ({ from: 'gone.png', to }));
  expect(await fetchFiles(opened, gone, folder, signal)).toEqual({
    ok: false,
    error: { isLost: true, message: '`gone.png` on branch `assets` does not exist.' },
  });
  stage.service.faults.push({ match: /./, kind: 'status', status: 503, times: 100 });
  expect(await fetchFiles(opened, files, folder, signal)).toMatchObject({
    ok: false,
    error: {
      isLost: false,
      message: expect.stringMatching(/^Branch `assets` cannot be read: .*run it again later\.$/) as unknown,
    },
  });
});
