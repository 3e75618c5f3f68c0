import { expect, test } from 'vitest';

import { openPreview, readPreviews } from '../../../src/deliver/branch/read-previews.ts';
import { fetchFiles } from '../../../src/deliver/branch/fetch-files.ts';
import { removeBranch } from '../../../src/git/read-branches.ts';
import { renderLock } from '../../../src/lock/render-lock.ts';
import { commitByOther, readCommits, runGit } from '../../support/bare-repository.ts';
import { networkCommands } from '../../support/branch-stage.ts';
import { createDeliveryStage, openDeps, type DeliveryStage } from './delivery-stage.ts';

const { signal } = new AbortController();
const isPreview = (name: string): boolean => name.startsWith('assets-pr-');

/** Commits a preview whose lock names the pull request; with a picture of so many bytes. */
async function commitPreview(stage: DeliveryStage, number: number, bytes = 0): Promise<void> {
  const change = await stage.make(
    'hero',
    { 'hero.png': Buffer.alloc(Math.max(bytes, 8), number) },
    `req-${number}`,
  );
  const lock = { edits: new Map([['hero', change.entry]]), pages: [], preview: { pullRequest: number } };
  const files = {
    'art/edits.lock.json': renderLock(lock),
    'art/hero.png': Buffer.alloc(Math.max(bytes, 8), number),
  };
  await commitByOther(stage.bare, files, `assets-pr-${number}`);
}

async function openOwn(stage: DeliveryStage) {
  return await stage.open({ place: { branch: 'assets', directory: 'art' } });
}

async function read(stage: DeliveryStage, { repository }: Awaited<ReturnType<typeof openOwn>>) {
  const result = await readPreviews(
    { repository, isPreview, directory: 'art' },
    openDeps(stage.lines, signal),
  );
  if (!result.ok) throw new Error(result.error.why);
  return result.value;
}

test('200 previews cost three git commands, and no picture is fetched', async () => {
  await using stage = await createDeliveryStage();
  await commitPreview(stage, 1, 400_000);
  const tip = (await readCommits(stage.bare, 'assets-pr-1'))[0]?.id ?? '';
  const refs = Array.from({ length: 199 }, (_, index) => `create refs/heads/assets-pr-${index + 2} ${tip}\n`);
  await runGit(stage.bare, ['update-ref', '--stdin'], refs.join(''));
  const own = await openOwn(stage);
  const before = stage.service.requests.length;
  const { previews, unreadable } = await read(stage, own);

  expect(unreadable).toEqual([]);
  expect(previews).toHaveLength(200);
  expect(previews[0]?.lock.preview).toEqual({ pullRequest: 1 });
  const asked = stage.service.requests.slice(before);
  expect(networkCommands(asked)).toHaveLength(3);
  expect(asked.reduce((sum, { bytesOut }) => sum + bytesOut, 0)).toBeLessThan(100_000);
});

test('a branch without a lock file in the directory offers nothing, and is named; so is one that cannot be read', async () => {
  await using stage = await createDeliveryStage();
  await commitPreview(stage, 1);
  await commitByOther(stage.bare, { 'edits.lock.json': '{}' }, 'assets-pr-elsewhere');
  await commitByOther(stage.bare, { 'art/edits.lock.json': '{"version": 99}' }, 'assets-pr-newer');
  await commitByOther(stage.bare, { 'art/edits.lock.json/x': 'A folder' }, 'assets-pr-odd');
  const { previews, unreadable, unseen } = await read(stage, await openOwn(stage));
  expect(unseen).toEqual([
    { branch: 'assets-pr-elsewhere', kind: 'no-lock' },
    { branch: 'assets-pr-odd', kind: 'no-lock' },
  ]);
  expect(previews.map(({ branch }) => branch)).toEqual(['assets-pr-1']);
  expect(unreadable.map(({ branch }) => branch)).toEqual(['assets-pr-newer']);
  expect(unreadable[0]?.why).toContain('newer version of this action');
});

test('a picture that was looked at can be fetched after its branch is gone', async () => {
  await using stage = await createDeliveryStage();
  await commitPreview(stage, 1);
  await commitPreview(stage, 2);
  const own = await openOwn(stage);
  const { previews } = await read(stage, own);
  const [one] = previews;
  if (one === undefined) throw new Error('no preview');
  const opened = await openPreview(own.repository, one, 'art', signal);
  if (!opened.ok) throw new Error(opened.error.why);
  expect([...opened.value.recorded.paths]).toEqual(['edits.lock.json', 'hero.png']);
  expect(await removeBranch(own.repository, one, signal)).toEqual({ ok: true, value: 'removed' });
  const to = one.lock.edits.get('hero')?.files[0];
  if (to === undefined) throw new Error('no file');
  expect(await fetchFiles(opened.value, [{ from: 'hero.png', to }], stage.root, signal)).toMatchObject({
    ok: true,
  });
  expect((await read(stage, own)).previews.map(({ branch }) => branch)).toEqual(['assets-pr-2']);
});

test('a branch that is deleted while the branches are read is named', async () => {
  let bare = '';
  let commands = 0;
  await using stage = await createDeliveryStage({
    beforeGit: async ({ method }) => {
      if (bare === '' || method !== 'GET') return;
      commands += 1;
      if (commands === 2) await runGit(bare, ['update-ref', '-d', 'refs/heads/assets-pr-2']);
    },
  });
  await commitPreview(stage, 1);
  await commitPreview(stage, 2);
  const own = await openOwn(stage);
  ({ bare } = stage);
  const { previews, unseen } = await read(stage, own);
  expect(previews.map(({ branch }) => branch)).toEqual(['assets-pr-1']);
  expect(unseen).toEqual([{ branch: 'assets-pr-2', kind: 'deleted' }]);
});

test('only the commit that was looked at is removed', async () => {
  await using stage = await createDeliveryStage();
  await commitPreview(stage, 1);
  const own = await openOwn(stage);
  const [one] = (await read(stage, own)).previews;
  if (one === undefined) throw new Error('no preview');
  const pushed = await commitByOther(stage.bare, { 'late.txt': 'Late' }, 'assets-pr-1');
  expect(await removeBranch(own.repository, one, signal)).toEqual({ ok: true, value: 'moved' });
  expect((await readCommits(stage.bare, 'assets-pr-1'))[0]?.id).toBe(pushed);
  expect(await removeBranch(own.repository, { ...one, commit: pushed }, signal)).toEqual({
    ok: true,
    value: 'removed',
  });
  expect(await removeBranch(own.repository, one, signal)).toEqual({ ok: true, value: 'moved' });
  expect(await readCommits(stage.bare, 'assets-pr-1')).toEqual([]);
});
