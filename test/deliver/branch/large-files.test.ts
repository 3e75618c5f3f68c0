import { mkdir, truncate, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';

import type { BranchChange } from '../../../src/deliver/branch/types.ts';
import { committed, createDeliveryStage, pictures, type DeliveryStage } from './delivery-stage.ts';
import { entry, picture } from './sample-branch.ts';

const MIB = 1024 * 1024;

/** A file of zeros that takes no room on disk. */
async function makeLarge(stage: DeliveryStage, id: string, bytes: number): Promise<BranchChange> {
  const absolutePath = path.join(stage.root, 'large', `${id}.mp4`);
  await mkdir(path.dirname(absolutePath), { recursive: true });
  await writeFile(absolutePath, '');
  await truncate(absolutePath, bytes);
  const file = { ...picture(`${id}.mp4`), bytes, type: 'video/mp4' as const };
  return { id, entry: { ...entry([]), files: [file] }, sources: [{ kind: 'disk', absolutePath }] };
}

test('a file of 100 MiB is left out with its edit, and the others land', async () => {
  await using stage = await createDeliveryStage();
  const old = await stage.make('film', { 'film.png': 'old' });
  committed(await stage.deliver(await stage.open(), { set: [old] }));
  const opened = await stage.open();
  const film = await makeLarge(stage, 'film', 100 * MIB);
  const hero = await stage.make('hero', { 'hero.png': 'hero' });

  const delivery = committed(await stage.deliver(opened, { set: [film, hero] }));

  const reason = '`film.mp4` has 100.0 MiB, and GitHub refuses files of 100 MiB or more';
  expect(delivery.left).toEqual([{ id: 'film', reason }]);
  expect(await pictures(stage)).toEqual({ 'film.png': 'old', 'hero.png': 'hero' });
  expect((await stage.lock()).edits.get('film')).toEqual(old.entry);

  expect(await stage.deliver(opened, { set: [film] })).toMatchObject({
    kind: 'failed',
    message: `Nothing could be committed to branch \`assets\`: \`film\`: ${reason}.`,
  });
});

test('a file of 50 MiB is committed with a warning', async () => {
  await using stage = await createDeliveryStage();
  const film = await makeLarge(stage, 'film', 50 * MIB);

  const { warnings, changed } = committed(await stage.deliver(await stage.open(), { set: [film] }));

  expect(changed).toContain('film.mp4');
  expect(warnings).toEqual([
    '`film.mp4` has 50.0 MiB: GitHub warns of files over 50 MiB, and every clone of the branch carries it.',
  ]);
});

test('a file that is no longer on disk keeps its edit out', async () => {
  await using stage = await createDeliveryStage();
  const { entry: recorded } = await stage.make('hero', { 'hero.png': 'hero' });
  const hero: BranchChange = {
    id: 'hero',
    entry: recorded,
    sources: [{ kind: 'disk', absolutePath: path.join(stage.root, 'gone.png') }],
  };
  expect(await stage.deliver(await stage.open(), { set: [hero] })).toMatchObject({
    kind: 'failed',
    message: expect.stringMatching(/`hero\.png` cannot be read: ENOENT/) as unknown,
  });
});
