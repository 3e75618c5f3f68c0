import { execFileSync } from 'node:child_process';
import path from 'node:path';

import { afterAll, describe, expect, test } from 'vitest';

import { publishFiles } from '../../src/references/publish-files.ts';
import type { RepositoryFacts } from '../../src/references/types.ts';
import { plainPng } from '../media/samples.ts';
import {
  committedIn,
  createReferencesStage,
  edit,
  inspect,
  NEVER,
  type ReferencesStage,
} from './references-stage.ts';

const workspace = await createReferencesStage();
afterAll(async () => {
  await workspace[Symbol.asyncDispose]();
});
const picture = await plainPng(10, 10);
for (const name of ['same.png', 'changed.png', 'sub/a b+c&d?#ü%.png', 'link-target.png', 'moved-back.png']) {
  await workspace.write(name, picture);
}
await workspace.write('.gitattributes', '*.png -text\n');
await workspace.write('empty-slot.png', picture);
workspace.git('init', '-q');
workspace.git('config', 'core.quotePath', 'true');
execFileSync('ln', ['-s', 'link-target.png', path.join(workspace.folder, 'link.png')]);
const sha = workspace.commit();
const short = sha.slice(0, 7);
await workspace.write('changed.png', await plainPng(11, 10));
await workspace.write('untracked.png', picture);

function facts(more: Partial<RepositoryFacts> = {}, folder = workspace.folder): RepositoryFacts {
  return {
    committed: committedIn(folder, more.sha ?? sha),
    owner: 'acme',
    name: 'shop',
    sha,
    serverUrl: 'https://github.com',
    visibility: () => Promise.resolve('public'),
    ...more,
  };
}

async function publish(
  place: ReferencesStage,
  names: readonly string[],
  repository = facts({}, place.folder),
) {
  const { edits, problems } = await inspect(
    place,
    names.map((name) => edit(name, [name])),
  );
  expect(problems).toEqual([]);
  const files = edits.flatMap(({ images }) => images).filter((image) => image.kind === 'file');
  const publications = await publishFiles(files, repository, NEVER);
  return Object.fromEntries([...publications].map(([file, it]) => [file, it.ok ? it.value : it.error]));
}

const raw = `https://raw.githubusercontent.com/acme/shop/${sha}`;

describe('publishFiles', () => {
  test('gives the raw URL of what the commit has, and the reason for everything else', async () => {
    expect(
      await publish(workspace, [
        'same.png',
        'changed.png',
        'untracked.png',
        'sub/a b+c&d?#ü%.png',
        'link.png',
      ]),
    ).toEqual({
      'same.png': `${raw}/same.png`,
      'changed.png': `its bytes are not those in commit ${short} (changed since, or stored by Git LFS)`,
      'untracked.png': `it is not in commit ${short}`,
      'sub/a b+c&d?#ü%.png': `${raw}/sub/a%20b%2Bc%26d%3F%23%C3%BC%25.png`,
      'link.png': `${raw}/link-target.png`,
    });
  });

  test('also in a shallow clone', async () => {
    await using clone = await createReferencesStage();
    execFileSync('git', [
      'clone',
      '-q',
      '--depth=1',
      `file://${workspace.folder}`,
      path.join(clone.folder, 'checkout'),
    ]);
    expect(await publish(clone, ['checkout/same.png'])).toEqual({ 'checkout/same.png': `${raw}/same.png` });
  });

  test('a checkout of another repository beside it does not have the commit', async () => {
    await using place = await createReferencesStage();
    await place.write('other/same.png', picture);
    execFileSync('git', ['init', '-q', path.join(place.folder, 'other')]);
    const { 'other/same.png': reason } = await publish(place, ['other/same.png']);
    expect(reason).toMatch(new RegExp(`^git cannot read commit ${short} in this checkout \\(\\S`));
  });

  test('a repository that was unpacked inside of the checkout never counts', async () => {
    await using place = await createReferencesStage();
    await place.write('unpacked/same.png', picture);
    const commit = place.commit();
    execFileSync('git', ['init', '-q', path.join(place.folder, 'unpacked')]);
    const published = await publish(place, ['unpacked/same.png'], facts({ sha: commit }, place.folder));
    expect(published['unpacked/same.png']).toMatch(/\/unpacked\/same\.png$/);
  });

  test('no git checkout at all', async () => {
    await using place = await createReferencesStage();
    await place.write('a.png', picture);
    expect(await publish(place, ['a.png'])).toEqual({ 'a.png': 'it is not in a git checkout' });
  });

  test.each([
    ['the repository is private', { visibility: () => Promise.resolve('private' as const) }],
    ['the repository is not on github.com', { serverUrl: 'https://github.acme.example' }],
    ['the commit of this run is not known', { sha: undefined }],
    ['the commit of this run is not known', { sha: '--output=/tmp/x' }],
  ])('%s', async (reason, more) => {
    expect(await publish(workspace, ['same.png'], facts(more))).toEqual({ 'same.png': reason });
  });

  test('the visibility is asked for once, and only where a file could be published', async () => {
    let asked = 0;
    const repository = facts({
      visibility: () => {
        asked += 1;
        return Promise.resolve('public');
      },
    });
    await publish(workspace, ['changed.png', 'untracked.png'], repository);
    expect(asked).toBe(0);
    await publish(workspace, ['same.png', 'moved-back.png'], repository);
    expect(asked).toBe(1);
  });

  test('hundreds of files with long names', async () => {
    await using place = await createReferencesStage();
    const names = Array.from({ length: 300 }, (_, index) => `${'long-name-'.repeat(10)}/${index}.png`);
    for (const name of names) await place.write(name, picture);
    const commit = place.commit();
    const published = await publish(place, names, facts({ sha: commit }, place.folder));
    expect(Object.values(published).filter((url) => url.startsWith('https://'))).toHaveLength(300);
  });
});
