import { execFile } from 'node:child_process';
import { expect, test } from 'vitest';

import { readBranch, readCommits, runGit } from '../../support/bare-repository.ts';
import { committed, createDeliveryStage, pictures, TOKEN, type DeliveryStage } from './delivery-stage.ts';

/** The network commands of git: each begins with one of these. */
function commands(stage: DeliveryStage): number {
  return stage.service.requests.filter(({ path }) => path.includes('/info/refs')).length;
}

test('an absent branch begins with one commit that has no parent', async () => {
  await using stage = await createDeliveryStage();
  const opened = await stage.open();
  expect(opened.tip).toBeUndefined();
  expect(opened.recorded).toEqual({ lock: { edits: new Map(), pages: [] }, paths: new Set() });

  const hero = await stage.make('hero', { 'banners/hero.png': 'hero' });
  const delivery = committed(await stage.deliver(opened, { set: [hero] }));

  expect(delivery).toEqual({
    kind: 'committed',
    branch: 'assets',
    directory: '',
    commit: expect.stringMatching(/^[0-9a-f]{40}$/) as unknown,
    changed: ['README.md', 'banners/hero.png', 'edits.lock.json'],
    warnings: [],
    left: [],
  });
  expect(await readCommits(stage.bare)).toEqual([
    {
      id: delivery.commit,
      parents: [],
      author: 'github-actions[bot] <41898282+github-actions[bot]@users.noreply.github.com>',
      message: '1 edits, 1 files',
    },
  ]);
  expect(await pictures(stage)).toEqual({ 'banners/hero.png': 'hero' });
  expect((await readBranch(stage.bare)).get('README.md')?.toString()).toBe('# hero\n');
  expect(await stage.lock()).toMatchObject({ edits: new Map([['hero', hero.entry]]), pages: ['README.md'] });
  expect((await runGit(stage.bare, ['fsck', '--strict', '--no-dangling'])).toString()).toBe('');
});

test('then pictures are added, changed, moved and removed, each in one commit on the last', async () => {
  await using stage = await createDeliveryStage();
  const hero = await stage.make('hero', { 'hero.png': 'hero' });
  const mug = await stage.make('mug', { 'mug-1.png': 'mug 1', 'mug-2.png': 'mug 2' });
  committed(await stage.deliver(await stage.open(), { set: [hero] }));
  const added = committed(await stage.deliver(await stage.open(), { set: [mug] }));
  expect(added.changed).toEqual(['README.md', 'edits.lock.json', 'mug-1.png', 'mug-2.png']);

  const again = await stage.make('mug', { 'mug.png': 'one mug' }, 'req-2');
  const changed = committed(await stage.deliver(await stage.open(), { set: [again] }));
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
  const opened = await stage.open();
  const before = stage.service.requests.length;
  const moved = committed(await stage.deliver(opened, { set: [cup], remove: ['mug'] }));
  expect(moved.changed).toEqual(['README.md', 'cups/mug.png', 'edits.lock.json', 'mug.png']);
  const sent = stage.service.requests.slice(before).reduce((sum, { bytesIn }) => sum + bytesIn, 0);
  expect(sent).toBeLessThan(10_000);
  expect(await pictures(stage)).toEqual({ 'hero.png': 'hero', 'cups/mug.png': 'one mug' });

  committed(await stage.deliver(await stage.open(), { remove: ['hero', 'no one'] }));
  expect(await pictures(stage)).toEqual({ 'cups/mug.png': 'one mug' });
  expect([...(await stage.lock()).edits.keys()]).toEqual(['cup']);
  const commits = await readCommits(stage.bare);
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
  await using stage = await createDeliveryStage();
  const empty = await stage.open();
  expect(await stage.deliver(empty, {})).toEqual({ kind: 'unchanged', branch: 'assets', directory: '' });
  // Without a branch, one more looks whether the name is free.
  expect(commands(stage)).toBe(2);
  const { commit } = committed(
    await stage.deliver(empty, { set: [await stage.make('hero', { 'hero.png': 'x'.repeat(100_000) })] }),
  );
  const before = commands(stage);
  const bytes = stage.service.requests.length;

  const opened = await stage.open();
  expect(await stage.deliver(opened, {})).toEqual({
    kind: 'unchanged',
    branch: 'assets',
    directory: '',
    commit,
  });

  expect(commands(stage) - before).toBe(2);
  const received = stage.service.requests.slice(bytes).reduce((sum, { bytesOut }) => sum + bytesOut, 0);
  expect(received).toBeLessThan(10_000);
});

test('what is there already as it should be makes no commit', async () => {
  await using stage = await createDeliveryStage();
  const hero = await stage.make('hero', { 'hero.png': 'hero' });
  const { commit } = committed(await stage.deliver(await stage.open(), { set: [hero] }));
  expect(await stage.deliver(await stage.open(), { set: [hero], remove: ['gone'] })).toMatchObject({
    kind: 'unchanged',
    commit,
  });
});

test('the token goes with each request, and is nowhere else', async () => {
  await using stage = await createDeliveryStage();
  const opened = await stage.open();
  committed(await stage.deliver(opened, { set: [await stage.make('hero', { 'hero.png': 'hero' })] }));
  const basic = Buffer.from(`x-access-token:${TOKEN}`).toString('base64');
  expect(new Set(stage.service.requests.map(({ authorization }) => authorization))).toEqual(
    new Set([`basic ${basic}`]),
  );
  const found = await new Promise<number | null>((resolve) => {
    const child = execFile('grep', ['-rqF', '-e', TOKEN, '-e', basic, stage.root]);
    child.on('close', resolve);
  });
  expect(found).toBe(1);
  expect(stage.lines.join('\n')).not.toContain(TOKEN);
});

test('with many edits on the branch, a commit sends a fraction of the lock file', async () => {
  await using stage = await createDeliveryStage();
  const many = Array.from(
    { length: 150 },
    async (_, n) => await stage.make(`e${n}`, { [`${n}.png`]: `${n}` }),
  );
  committed(await stage.deliver(await stage.open(), { set: await Promise.all(many) }));
  const lockBytes = (await readBranch(stage.bare)).get('edits.lock.json')?.length ?? 0;
  const opened = await stage.open();
  const before = stage.service.requests.length;

  committed(await stage.deliver(opened, { set: [await stage.make('hero', { 'hero.png': 'hero' })] }));

  const sent = stage.service.requests.slice(before).reduce((sum, { bytesIn }) => sum + bytesIn, 0);
  expect(sent).toBeLessThan(lockBytes / 2);
});
