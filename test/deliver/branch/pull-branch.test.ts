import { expect, test } from 'vitest';

import type { BranchPlace } from '../../../src/deliver/branch/types.ts';
import { commitByOther, readBranch, readCommits, runGit } from '../../support/bare-repository.ts';
import { committed, createDeliveryStage, type DeliveryStage } from './delivery-stage.ts';

const pull: BranchPlace = { branch: 'proposal', directory: 'assets', into: 'main' };

async function deliver(stage: DeliveryStage, id: string, content = id, minute = 1) {
  const change = await stage.make(id, { [`${id}.png`]: content }, `req-${id}-${minute}`);
  const finishedAt = `2026-11-01T10:0${minute}:00.000Z`;
  const set = [{ ...change, entry: { ...change.entry, finishedAt } }];
  return await stage.deliver(await stage.open({ place: pull }), { set });
}

/** Files of a branch as text; pages and lock files left out. */
async function texts(stage: DeliveryStage, branch = 'proposal'): Promise<Readonly<Record<string, string>>> {
  const files = [...(await readBranch(stage.bare, branch))].filter(([name]) => !/README|lock/.test(name));
  return Object.fromEntries(files.map(([name, bytes]) => [name, bytes.toString()]));
}

test('the first commit of the branch builds on the base, and only its own ref is made', async () => {
  await using stage = await createDeliveryStage();
  const base = await commitByOther(stage.bare, { 'code.js': '1', 'deep/er/file.txt': 'd' }, 'main');
  const { commit, branch } = committed(await deliver(stage, 'hero'));
  expect(branch).toBe('proposal');
  expect(await readCommits(stage.bare, 'proposal')).toMatchObject([
    { id: commit, parents: [base] },
    { id: base },
  ]);
  expect(await texts(stage)).toEqual({ 'assets/hero.png': 'hero', 'code.js': '1', 'deep/er/file.txt': 'd' });
  expect(await texts(stage, 'main')).toEqual({ 'code.js': '1', 'deep/er/file.txt': 'd' });
});

test('nothing to make: no branch is made, and what the base has counts as there', async () => {
  await using stage = await createDeliveryStage();
  await commitByOther(stage.bare, { 'code.js': '1' }, 'main');
  committed(await deliver(stage, 'hero'));
  await runGit(stage.bare, ['branch', '-f', 'main', 'proposal']);
  await runGit(stage.bare, ['branch', '-D', 'proposal']);
  const [base] = await readCommits(stage.bare, 'main');

  const opened = await stage.open({ place: pull });
  expect([...opened.recorded.lock.edits.keys()]).toEqual(['hero']);
  expect(await stage.deliver(opened, {})).toMatchObject({
    kind: 'unchanged',
    branch: 'main',
    commit: base?.id,
  });
  expect(await readCommits(stage.bare, 'proposal')).toEqual([]);
});

test('both moved: a merge keeps what either has, files of people too, and every commit', async () => {
  await using stage = await createDeliveryStage();
  await commitByOther(stage.bare, { 'code.js': '1', 'old.txt': 'o', 'deep/er/file.txt': 'd' }, 'main');
  committed(await deliver(stage, 'hero'));
  const head = await commitByOther(stage.bare, { 'note.txt': 'by a reviewer' }, 'proposal');
  const base = await commitByOther(stage.bare, { 'code.js': '2', 'old.txt': undefined }, 'main');

  const opened = await stage.open({ place: pull });
  expect(opened.tip).toBe(head);
  expect([...opened.recorded.lock.edits.keys()]).toEqual(['hero']);
  const { commit } = committed(await deliver(stage, 'mug'));
  expect((await readCommits(stage.bare, 'proposal'))[0]).toMatchObject({ id: commit, parents: [head, base] });
  const all = {
    'assets/hero.png': 'hero',
    'assets/mug.png': 'mug',
    'code.js': '2',
    'deep/er/file.txt': 'd',
    'note.txt': 'by a reviewer',
  };
  expect(await texts(stage)).toEqual(all);
  await runGit(stage.bare, ['fsck', '--strict']);
  // From here on, git itself merges without a conflict.
  await runGit(stage.bare, ['merge-base', '--is-ancestor', 'main', 'proposal']);
});

test('someone pushes to the branch, and the base moves, while the pictures are made: all of it is there in the end', async () => {
  let bare = '';
  let times = 2;
  await using stage = await createDeliveryStage({
    beforeGit: async ({ method, service }) => {
      if (method !== 'POST' || service !== 'git-receive-pack' || times === 0) return;
      times -= 1;
      await commitByOther(bare, { [`note-${times}.txt`]: 'n' }, 'proposal');
      await commitByOther(bare, { [`code-${times}.js`]: 'c' }, 'main');
    },
  });
  ({ bare } = stage);
  times = 0;
  await commitByOther(bare, { 'code.js': '1' }, 'main');
  committed(await deliver(stage, 'hero'));
  times = 2;
  committed(await deliver(stage, 'mug'));
  expect(Object.keys(await texts(stage))).toEqual([
    ...['assets/hero.png', 'assets/mug.png', 'code-0.js', 'code-1.js', 'code.js'],
    ...['note-0.txt', 'note-1.txt'],
  ]);
});

test('the same edit on both: the later one is taken, with its picture', async () => {
  await using stage = await createDeliveryStage();
  await commitByOther(stage.bare, { 'code.js': '1' }, 'main');
  committed(await deliver(stage, 'hero', 'from the pull request', 2));
  // Another run commits to the base directly.
  const direct = { branch: 'main', directory: 'assets' };
  for (const [content, minute] of [
    ['older', 1],
    ['newer', 3],
  ] as const) {
    const change = await stage.make('hero', { 'hero.png': content }, `req-${content}`);
    const finishedAt = `2026-11-01T10:0${minute}:00.000Z`;
    const set = [{ ...change, entry: { ...change.entry, finishedAt } }];
    committed(await stage.deliver(await stage.open({ place: direct }), { set }));
    const opened = await stage.open({ place: pull });
    const wanted = content === 'older' ? 'req-hero-2' : 'req-newer';
    expect(opened.recorded.lock.edits.get('hero')?.requestId).toBe(wanted);
    expect(opened.joined?.isAhead).toBe(content === 'older');
  }
});

test('a file of others that changed on both sides: nothing can be opened, and both branches are named', async () => {
  await using stage = await createDeliveryStage();
  await commitByOther(stage.bare, { 'code.js': '1' }, 'main');
  committed(await deliver(stage, 'hero'));
  await commitByOther(stage.bare, { 'code.js': '2' }, 'proposal');
  await commitByOther(stage.bare, { 'code.js': '3' }, 'main');
  const opened = await stage.tryOpen({ place: pull });
  expect(opened).toMatchObject({
    ok: false,
    error: [
      {
        message:
          'Branch `proposal` cannot be brought up to date, because `code.js` changed there and on branch `main`: merge `main` into `proposal` by hand, or delete branch `proposal`.',
      },
    ],
  });
});

test('the history of the base was replaced: nothing can be opened, as a merge would bring the old one back', async () => {
  await using stage = await createDeliveryStage();
  await commitByOther(stage.bare, { 'code.js': '1', 'secret.txt': 's' }, 'main');
  committed(await deliver(stage, 'hero'));
  await runGit(stage.bare, ['update-ref', '-d', 'refs/heads/main']);
  await commitByOther(stage.bare, { 'code.js': '1' }, 'main');
  expect(await stage.tryOpen({ place: pull })).toMatchObject({
    ok: false,
    error: [
      {
        message:
          'Branches `proposal` and `main` have no commit in common, because the history of one of them was replaced: rebase `proposal` onto `main` by hand, or delete it, so that the pictures that only it has are made and paid for again.',
      },
    ],
  });
});

test('merged with a merge commit, and kept: the branch moves forward to the base with the next picture', async () => {
  await using stage = await createDeliveryStage();
  await commitByOther(stage.bare, { 'code.js': '1' }, 'main');
  committed(await deliver(stage, 'hero'));
  await runGit(stage.bare, ['branch', '-f', 'main', 'proposal']);
  const base = await commitByOther(stage.bare, { 'code.js': '2' }, 'main');
  committed(await deliver(stage, 'mug'));
  expect((await readCommits(stage.bare, 'proposal'))[0]).toMatchObject({ parents: [base] });
  expect((await texts(stage))['code.js']).toBe('2');
});
