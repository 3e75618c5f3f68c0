import { mkdir, truncate, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';

import type { BranchChange } from '../../../src/deliver/branch/types.ts';
import { committed, createBranchSite, pictures, type BranchSite } from './branch-site.ts';
import { entry, picture } from './sample-branch.ts';

const MIB = 1024 * 1024;

/** A file of zeros that takes no room on disk. */
async function makeLarge(site: BranchSite, id: string, bytes: number): Promise<BranchChange> {
  const absolutePath = path.join(site.root, 'large', `${id}.mp4`);
  await mkdir(path.dirname(absolutePath), { recursive: true });
  await writeFile(absolutePath, '');
  await truncate(absolutePath, bytes);
  const file = { ...picture(`${id}.mp4`), bytes, type: 'video/mp4' as const };
  return { id, entry: { ...entry([]), files: [file] }, sources: [{ kind: 'disk', absolutePath }] };
}

test('a file of 100 MiB is kept out with its edit, and the others land', async () => {
  await using site = await createBranchSite();
  const old = await site.make('film', { 'film.png': 'old' });
  committed(await site.deliver(await site.open(), { set: [old] }));
  const opened = await site.open();
  const film = await makeLarge(site, 'film', 100 * MIB);
  const hero = await site.make('hero', { 'hero.png': 'hero' });

  const delivery = committed(await site.deliver(opened, { set: [film, hero] }));

  const reason = '`film.mp4` has 100.0 MiB, and GitHub takes no file of 100 MiB or more';
  expect(delivery.left).toEqual([{ id: 'film', reason }]);
  expect(await pictures(site)).toEqual({ 'film.png': 'old', 'hero.png': 'hero' });
  expect((await site.lock()).edits.get('film')).toEqual(old.entry);

  expect(await site.deliver(opened, { set: [film] })).toMatchObject({
    kind: 'failed',
    message: `Nothing could be committed to branch \`assets\`: \`film\`: ${reason}.`,
  });
});

test('a file of 50 MiB is committed with a warning', async () => {
  await using site = await createBranchSite();
  const film = await makeLarge(site, 'film', 50 * MIB);

  const { warnings, changed } = committed(await site.deliver(await site.open(), { set: [film] }));

  expect(changed).toContain('film.mp4');
  expect(warnings).toEqual([
    '`film.mp4` has 50.0 MiB: GitHub warns of files over 50 MiB, and every clone of the branch carries it.',
  ]);
});

test('a file that is no longer on disk keeps its edit out', async () => {
  await using site = await createBranchSite();
  const { entry: recorded } = await site.make('hero', { 'hero.png': 'hero' });
  const hero: BranchChange = {
    id: 'hero',
    entry: recorded,
    sources: [{ kind: 'disk', absolutePath: path.join(site.root, 'gone.png') }],
  };
  expect(await site.deliver(await site.open(), { set: [hero] })).toMatchObject({
    kind: 'failed',
    message: expect.stringMatching(/`hero\.png` cannot be read: ENOENT/) as unknown,
  });
});
