import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';

import { commitByOther, readCommits, runGit } from '../../support/bare-repository.ts';
import { committed, createDeliveryStage, hurriedClock, pictures } from './delivery-stage.ts';

/** Lets somebody else push `times` times, each time just before ours is looked at. */
function createRival() {
  const rival = {
    bare: '',
    times: 0,
    beforeGit: async ({ method, service }: { method: string; service?: string }) => {
      // In turn before the server lists its refs and after: then it is the client that sees it, or the server.
      const isDue = service === 'git-receive-pack' && method === (rival.times % 2 === 0 ? 'POST' : 'GET');
      if (!isDue || rival.times === 0) return;
      rival.times -= 1;
      await commitByOther(rival.bare, { [`theirs-${rival.times}.txt`]: 'theirs' });
    },
  };
  return rival;
}

test('somebody else is first 5 times in a row: everything of both is there in the end', async () => {
  const rival = createRival();
  await using stage = await createDeliveryStage({ beforeGit: rival.beforeGit });
  rival.bare = stage.bare;
  committed(
    await stage.deliver(await stage.open(), { set: [await stage.make('mug', { 'mug.png': 'mug' })] }),
  );
  const opened = await stage.open();
  const waits: number[] = [];
  rival.times = 5;

  const clock = {
    ...hurriedClock,
    sleep: async (ms: number) => {
      await Promise.resolve(waits.push(ms));
    },
  };
  const hero = await stage.make('hero', { 'hero.png': 'hero' });
  const delivery = committed(await stage.deliver(opened, { set: [hero] }, { clock, random: () => 0.5 }));

  expect(delivery).toMatchObject({ left: [], warnings: [] });
  expect(waits).toEqual([50, 100, 200, 400, 800]);
  const theirs = [0, 1, 2, 3, 4].map((n) => `theirs-${n}.txt`);
  expect(Object.keys(await pictures(stage))).toEqual(['hero.png', 'mug.png', ...theirs]);
  expect([...(await stage.lock()).edits.keys()]).toEqual(['hero', 'mug']);
  const commits = await readCommits(stage.bare);
  expect(commits).toHaveLength(7);
  expect(commits.every(({ parents }) => parents.length <= 1)).toBe(true);
});

test('pictures of some size go over the line once, however often the branch moves', async () => {
  const bytes = 3_000_000;
  const rival = createRival();
  await using stage = await createDeliveryStage({ beforeGit: rival.beforeGit });
  rival.bare = stage.bare;
  const opened = await stage.open();
  const hero = await stage.make('hero', { 'hero.png': randomBytes(bytes) });
  // What a run that died has left behind goes along.
  const old = 'refs/dreamina/staging/1000-dead';
  const commit = await commitByOther(stage.bare, { a: 'a' }, 'other');
  await runGit(stage.bare, ['update-ref', old, commit]);
  rival.times = 4;

  committed(await stage.deliver(opened, { set: [hero] }));

  expect(rival.times).toBe(0);
  const sent = stage.service.requests.reduce((sum, { bytesIn }) => sum + bytesIn, 0);
  expect(sent).toBeGreaterThan(bytes);
  expect(sent).toBeLessThan(1.1 * bytes);
  const refs = (await runGit(stage.bare, ['for-each-ref', '--format=%(refname)'])).toString();
  expect(refs).toBe('refs/heads/assets\nrefs/heads/other\n');
});

test('the branch is gone when the commit is ready: it begins again, with what is ours alone', async () => {
  await using stage = await createDeliveryStage();
  const [mug, hero] = [
    await stage.make('mug', { 'mug.png': 'mug' }),
    await stage.make('hero', { 'hero.png': 'h' }),
  ];
  committed(await stage.deliver(await stage.open(), { set: [mug] }));
  const opened = await stage.open();
  await runGit(stage.bare, ['update-ref', '-d', 'refs/heads/assets']);
  const files = mug.entry.files.map((file) => ({ ...file, path: 'cup.png' }));
  const moved = {
    id: 'mug',
    entry: { ...mug.entry, files },
    sources: [{ kind: 'branch' as const, path: 'mug.png' }],
  };

  const delivery = committed(await stage.deliver(opened, { set: [hero, moved] }));

  expect(delivery.left).toEqual([
    {
      id: 'mug',
      reason: 'its picture `mug.png` is no longer on the branch; the next run makes it again',
      remedy: 'make-again',
    },
  ]);
  expect(await pictures(stage)).toEqual({ 'hero.png': 'h' });
});

test('a lock file that somebody broke meanwhile is not overwritten', async () => {
  await using stage = await createDeliveryStage();
  const opened = await stage.open();
  await commitByOther(stage.bare, { 'edits.lock.json': '{"version": 2}' });

  const delivery = await stage.deliver(opened, { set: [await stage.make('hero', { 'hero.png': 'h' })] });

  expect(delivery).toMatchObject({
    kind: 'failed',
    message: expect.stringMatching(/^assets:edits\.lock\.json:1:13: .*newer version/) as unknown,
  });
  expect(await pictures(stage)).toEqual({});
});

test('two runs that make the same edit: the later one stays, and says so', async () => {
  await using stage = await createDeliveryStage();
  const [first, second] = [await stage.open(), await stage.open()];
  committed(await stage.deliver(first, { set: [await stage.make('hero', { 'hero.png': '1' }, 'req-1')] }));

  const later = await stage.make('hero', { 'hero.png': '2' }, 'req-2');
  const delivery = committed(await stage.deliver(second, { set: [later] }));

  expect(delivery.warnings).toEqual([
    "Edit `hero` was also made by another run, at 2026-11-01T10:01:00.000Z (request req-1); this later one replaces it. The earlier pictures are in the branch's history.",
  ]);
  expect(await pictures(stage)).toEqual({ 'hero.png': '2' });
  expect((await stage.lock()).edits.get('hero')?.requestId).toBe('req-2');
});
