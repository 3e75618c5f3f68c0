import { expect, test } from 'vitest';

import { commitByOther, readBranch, readCommits } from '../support/bare-repository.ts';
import { readLock } from '../support/branch-stage.ts';
import { afterFirstRun, ALONE, BASE, runWith, UPON } from '../support/next-run.ts';
import { readStates } from '../support/stage.ts';

test('frozen keeps what is there, whatever the spec says, also for those that use it', async () => {
  await using stage = await afterFirstRun();
  const frozen = 'base: { prompt: Quite another., images: b.png, frozen: true }';
  const { main, submitted } = await runWith(stage, [frozen, UPON, ALONE]);
  expect(submitted).toEqual([]);
  expect(main.outputs).toMatchObject({ outcome: 'unchanged', unchanged: '3' });
});

test('the place of a frozen picture is not free: that is reported, and nothing is sent', async () => {
  await using stage = await afterFirstRun();
  const frozen = 'base: { prompt: A base., images: a.png, size: 1024x1024, output: else, frozen: true }';
  const taker = 'alone: { prompt: All alone., images: b.png, output: base }';
  const { main, submitted } = await runWith(stage, [frozen, UPON, taker]);
  expect(submitted).toEqual([]);
  expect(main).toMatchObject({ exitCode: 1, outputs: { outcome: 'failed' } });
  expect(main.log.annotations[0]?.message).toMatch(/`alone` cannot be saved as `base`.*frozen/);
});

test('force makes again what did not change, and only that', async () => {
  await using stage = await afterFirstRun();
  const { main, submitted } = await runWith(stage, [BASE, UPON, ALONE], { force: 'al*' });
  expect(submitted).toEqual(['Alone.']);
  expect(main.outputs).toMatchObject({ outcome: 'success', succeeded: '1', unchanged: '2' });
  const lock = readLock(await readBranch(stage.repository));
  expect(lock.edits['alone']?.request_id).toBe(stage.emulator.ledger.at(-1)?.requestId);
});

test('a glob of `force` that fits no edit is an error before anything is sent', async () => {
  await using stage = await afterFirstRun();
  const { main, submitted } = await runWith(stage, [BASE, UPON, ALONE], { force: 'alne' });
  expect(submitted).toEqual([]);
  expect(main.exitCode).toBe(1);
  expect(main.log.annotations[0]?.message).toMatch(/`force`.*`alne`.*`alone`/);
});

test('an edit that left the spec stays on the branch until it is pruned', async () => {
  await using stage = await afterFirstRun();
  const left = await runWith(stage, [BASE, UPON]);
  expect(left.main.outputs).toMatchObject({ outcome: 'unchanged', unchanged: '2' });
  expect(await readCommits(stage.repository)).toHaveLength(1);

  const pruned = await runWith(stage, [BASE, UPON], { prune: 'true' });
  expect(pruned.submitted).toEqual([]);
  expect(pruned.main.outputs['changed']?.split('\n')).toContain('alone.jpg');
  const files = await readBranch(stage.repository);
  expect(files.has('alone.jpg')).toBe(false);
  expect(Object.keys(readLock(files).edits)).toEqual(['base', 'upon']);
});

test('edits that a run is not about stay, also when it prunes', async () => {
  await using stage = await afterFirstRun();
  const { main } = await runWith(stage, [BASE, UPON, ALONE], { prune: 'true', only: 'alone' });
  expect(main.outputs).toMatchObject({ outcome: 'unchanged', unchanged: '1' });
  expect(await readStates(main.outputs['results-file'] ?? '')).toEqual({ alone: 'unchanged' });
  expect(await readCommits(stage.repository)).toHaveLength(1);
});

test('a picture that was deleted by hand is made again; what others added stays', async () => {
  await using stage = await afterFirstRun();
  await commitByOther(stage.repository, {
    'alone.jpg': undefined,
    'notes.txt': 'mine',
    'upon.txt': 'mine, too',
  });
  const { main, submitted } = await runWith(stage, [BASE, UPON, ALONE]);
  expect(submitted).toEqual(['Alone.']);
  expect(main.outputs).toMatchObject({ outcome: 'success' });
  const files = await readBranch(stage.repository);
  expect([...files.keys()].toSorted()).toEqual(
    ['README.md', 'alone.jpg', 'base.jpg', 'edits.lock.json', 'notes.txt', 'upon.jpg', 'upon.txt'].toSorted(),
  );
  expect(files.get('notes.txt')?.toString()).toBe('mine');
});
