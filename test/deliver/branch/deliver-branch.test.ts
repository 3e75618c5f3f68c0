import { execFile } from 'node:child_process';
import { expect, test } from 'vitest';

import { readBranch, readCommits, runGit } from '../../support/bare-repository.ts';
import { committed, createBranchSite, pictures, TOKEN, type BranchSite } from './branch-site.ts';

/** The network commands of git: each begins with one of these. */
function commands(site: BranchSite): number {
  return site.service.requests.filter(({ path }) => path.includes('/info/refs')).length;
}

test('an absent branch begins with one commit that has no parent', async () => {
  await using site = await createBranchSite();
  const opened = await site.open();
  expect(opened.tip).toBeUndefined();
  expect(opened.recorded).toEqual({ lock: { edits: new Map(), pages: [] }, paths: new Set() });

  const hero = await site.make('hero', { 'banners/hero.png': 'hero' });
  const delivery = committed(await site.deliver(opened, { set: [hero] }));

  expect(delivery).toEqual({
    kind: 'committed',
    branch: 'assets',
    directory: '',
    commit: expect.stringMatching(/^[0-9a-f]{40}$/) as unknown,
    changed: ['README.md', 'banners/hero.png', 'edits.lock.json'],
    warnings: [],
    left: [],
  });
  expect(await readCommits(site.bare)).toEqual([
    {
      id: delivery.commit,
      parents: [],
      author: 'github-actions[bot] <41898282+github-actions[bot]@users.noreply.github.com>',
      message: '1 edits, 1 files',
    },
  ]);
  expect(await pictures(site)).toEqual({ 'banners/hero.png': 'hero' });
  expect((await readBranch(site.bare)).get('README.md')?.toString()).toBe('# hero\n');
  expect(await site.lock()).toEqual({ edits: new Map([['hero', hero.entry]]), pages: ['README.md'] });
  expect((await runGit(site.bare, ['fsck', '--strict', '--no-dangling'])).toString()).toBe('');
});

test('then pictures are added, changed, moved and removed, each in one commit on the last', async () => {
  await using site = await createBranchSite();
  const hero = await site.make('hero', { 'hero.png': 'hero' });
  const mug = await site.make('mug', { 'mug-1.png': 'mug 1', 'mug-2.png': 'mug 2' });
  committed(await site.deliver(await site.open(), { set: [hero] }));
  const added = committed(await site.deliver(await site.open(), { set: [mug] }));
  expect(added.changed).toEqual(['README.md', 'edits.lock.json', 'mug-1.png', 'mug-2.png']);

  const again = await site.make('mug', { 'mug.png': 'one mug' }, 'req-2');
  const changed = committed(await site.deliver(await site.open(), { set: [again] }));
  expect(changed).toMatchObject({
    warnings: [],
    changed: ['edits.lock.json', 'mug-1.png', 'mug-2.png', 'mug.png'],
  });

  const files = again.entry.files.map((file) => ({ ...file, path: 'cups/mug.png' }));
  const cup = {
    id: 'cup',
    entry: { ...again.entry, files },
    sources: [{ kind: 'branch' as const, path: 'mug.png' }],
  };
  const opened = await site.open();
  const before = site.service.requests.length;
  const moved = committed(await site.deliver(opened, { set: [cup], remove: ['mug'] }));
  expect(moved.changed).toEqual(['README.md', 'cups/mug.png', 'edits.lock.json', 'mug.png']);
  const sent = site.service.requests.slice(before).reduce((sum, { bytesIn }) => sum + bytesIn, 0);
  expect(sent).toBeLessThan(10_000);
  expect(await pictures(site)).toEqual({ 'hero.png': 'hero', 'cups/mug.png': 'one mug' });

  committed(await site.deliver(await site.open(), { remove: ['hero', 'nobody'] }));
  expect(await pictures(site)).toEqual({ 'cups/mug.png': 'one mug' });
  expect([...(await site.lock()).edits.keys()]).toEqual(['cup']);
  const commits = await readCommits(site.bare);
  expect(commits.map(({ message }) => message)).toEqual([
    '0 edits, 1 files',
    '1 edits, 1 files',
    '1 edits, 3 files',
    '1 edits, 2 files',
    '1 edits, 1 files',
  ]);
  expect(commits.map(({ parents }) => parents)).toEqual([...commits.slice(1).map(({ id }) => [id]), []]);
});

test('nothing to do asks nothing; a run that finds nothing to do asks for the tip and the lock file', async () => {
  await using site = await createBranchSite();
  const empty = await site.open();
  expect(await site.deliver(empty, {})).toEqual({ kind: 'unchanged', branch: 'assets', directory: '' });
  // Without a branch, one more looks whether the name is free.
  expect(commands(site)).toBe(2);
  const { commit } = committed(
    await site.deliver(empty, { set: [await site.make('hero', { 'hero.png': 'x'.repeat(100_000) })] }),
  );
  const before = commands(site);
  const bytes = site.service.requests.length;

  const opened = await site.open();
  expect(await site.deliver(opened, {})).toEqual({
    kind: 'unchanged',
    branch: 'assets',
    directory: '',
    commit,
  });

  expect(commands(site) - before).toBe(2);
  const received = site.service.requests.slice(bytes).reduce((sum, { bytesOut }) => sum + bytesOut, 0);
  expect(received).toBeLessThan(10_000);
});

test('what is there already as it should be makes no commit', async () => {
  await using site = await createBranchSite();
  const hero = await site.make('hero', { 'hero.png': 'hero' });
  const { commit } = committed(await site.deliver(await site.open(), { set: [hero] }));
  expect(await site.deliver(await site.open(), { set: [hero], remove: ['gone'] })).toMatchObject({
    kind: 'unchanged',
    commit,
  });
});

test('the token goes with each request, and stands nowhere else', async () => {
  await using site = await createBranchSite();
  const opened = await site.open();
  committed(await site.deliver(opened, { set: [await site.make('hero', { 'hero.png': 'hero' })] }));
  const basic = Buffer.from(`x-access-token:${TOKEN}`).toString('base64');
  expect(new Set(site.service.requests.map(({ authorization }) => authorization))).toEqual(
    new Set([`basic ${basic}`]),
  );
  const found = await new Promise<number | null>((resolve) => {
    const child = execFile('grep', ['-rqF', '-e', TOKEN, '-e', basic, site.root]);
    child.on('close', resolve);
  });
  expect(found).toBe(1);
  expect(site.lines.join('\n')).not.toContain(TOKEN);
});

test('with many edits on the branch, a commit sends a fraction of the lock file', async () => {
  await using site = await createBranchSite();
  const many = Array.from(
    { length: 150 },
    async (_, n) => await site.make(`e${n}`, { [`${n}.png`]: `${n}` }),
  );
  committed(await site.deliver(await site.open(), { set: await Promise.all(many) }));
  const lockBytes = (await readBranch(site.bare)).get('edits.lock.json')?.length ?? 0;
  const opened = await site.open();
  const before = site.service.requests.length;

  committed(await site.deliver(opened, { set: [await site.make('hero', { 'hero.png': 'hero' })] }));

  const sent = site.service.requests.slice(before).reduce((sum, { bytesIn }) => sum + bytesIn, 0);
  expect(sent).toBeLessThan(lockBytes / 2);
});
