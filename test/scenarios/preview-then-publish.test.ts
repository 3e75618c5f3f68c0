import { expect, test } from 'vitest';

import { readBranch, readCommits } from '../support/bare-repository.ts';
import { readLock } from '../support/branch-stage.ts';
import { afterFirstRun, ALONE, BASE, runWith, UPON } from '../support/next-run.ts';
import { CHANGED, preview, PREVIEWS, replaceBase } from '../support/previews.ts';
import { HEAD } from '../support/pull-request.ts';

test('a preview makes only what changed; after the merge it is adopted, and nothing is paid again', async () => {
  await using stage = await afterFirstRun();
  const live = await readBranch(stage.repository);
  const first = await preview(stage, 7, CHANGED);

  expect(first.submitted).toEqual(['Another base.', 'Upon it.']);
  expect(first.main.outputs).toMatchObject({
    outcome: 'success',
    branch: 'assets-pr-7',
    succeeded: '2',
    unchanged: '1',
  });
  const shown = await readBranch(stage.repository, 'assets-pr-7');
  expect([...shown.keys()]).toEqual(['README.md', 'base.jpg', 'edits.lock.json', 'upon.jpg']);
  expect(JSON.parse(shown.get('edits.lock.json')?.toString() ?? '')).toMatchObject({
    preview: { pull_request: 7, commit: HEAD },
  });
  expect(await readBranch(stage.repository)).toEqual(live);

  const again = await preview(stage, 7, CHANGED);
  expect(again.submitted).toEqual([]);
  expect(again.main.outputs).toMatchObject({ outcome: 'unchanged', unchanged: '3', changed: '' });

  const plan = await runWith(stage, CHANGED, { mode: 'plan', 'api-token': '', ...PREVIEWS });
  expect(plan.main.outputs).toMatchObject({ planned: '0', adopted: '2', 'estimated-cost-usd': '0' });
  expect(plan.main.stdout).toMatch(
    /base {2}adopted from base of branch assets-pr-7 \(commit [0-9a-f]{7}\), already paid for/,
  );

  const merged = await runWith(stage, CHANGED, PREVIEWS);
  expect(merged.submitted).toEqual([]);
  expect(merged.main.outputs).toMatchObject({
    outcome: 'success',
    planned: '0',
    succeeded: '0',
    adopted: '2',
    unchanged: '1',
  });
  const published = await readBranch(stage.repository);
  for (const file of ['base.jpg', 'upon.jpg']) expect(published.get(file)).toEqual(shown.get(file));
  expect(published.get('alone.jpg')).toEqual(live.get('alone.jpg'));
  expect(published.get('edits.lock.json')?.toString()).not.toContain('preview');
  expect(readLock(published).edits['base']?.request_id).toBe(readLock(shown).edits['base']?.request_id);
  expect(await readCommits(stage.repository)).toHaveLength(2);
  expect(stage.emulator.ledger).toHaveLength(5);

  const idle = await runWith(stage, CHANGED, PREVIEWS);
  expect(idle.main.outputs).toMatchObject({ outcome: 'unchanged', unchanged: '3', changed: '' });
});

test('what a pull request takes back is no longer in its preview', async () => {
  await using stage = await afterFirstRun();
  await preview(stage, 7, CHANGED);
  const { main, submitted } = await preview(stage, 7, [BASE, UPON, ALONE]);

  expect(submitted).toEqual([]);
  expect(main.outputs).toMatchObject({ outcome: 'unchanged', unchanged: '3' });
  expect([...(await readBranch(stage.repository, 'assets-pr-7')).keys()]).toEqual([
    'README.md',
    'edits.lock.json',
  ]);
});

test('two previews at once are on branches of their own; what both want is paid once', async () => {
  await using stage = await afterFirstRun();
  const alone = ALONE.replace('Alone', 'All alone');
  await preview(stage, 7, CHANGED);
  const other = await preview(stage, 8, [...CHANGED.slice(0, 2), alone]);
  expect(other.submitted).toEqual(['All alone.']);
  expect(other.main.outputs).toMatchObject({ adopted: '2', succeeded: '1' });

  const { main, submitted } = await runWith(stage, [...CHANGED.slice(0, 2), alone], PREVIEWS);
  expect(submitted).toEqual([]);
  expect(main.outputs).toMatchObject({ adopted: '3' });
  expect(stage.emulator.ledger).toHaveLength(6);
});

test('a base branch that is replaced counts as it is then, and the preview keeps its own pictures', async () => {
  await using stage = await afterFirstRun();
  await preview(stage, 7, CHANGED);
  await replaceBase(stage);
  const { main, submitted } = await preview(stage, 7, CHANGED);

  expect(submitted).toEqual(['Alone.']);
  expect(main.outputs).toMatchObject({ outcome: 'success', succeeded: '1', unchanged: '2' });
  expect([...(await readBranch(stage.repository)).keys()]).toEqual(['notes.txt']);
});

test('a base branch that does not exist is a warning', async () => {
  await using stage = await afterFirstRun();
  const inputs = { mode: 'plan', branch: 'assets-pr-7', 'base-branch': 'asset' };
  const { main } = await runWith(stage, CHANGED, inputs);
  expect(main.outputs).toMatchObject({ outcome: 'planned', planned: '3' });
  expect(main.stdout).toContain('Branch `asset` (input `base-branch`) does not exist');
});

test('what a pull request takes back and asks for again is paid once', async () => {
  await using stage = await afterFirstRun();
  await preview(stage, 7, CHANGED);
  const shown = await readBranch(stage.repository, 'assets-pr-7');
  await preview(stage, 7, [BASE, UPON, ALONE], { prune: 'true' });
  const idle = await preview(stage, 7, [BASE, UPON, ALONE], { prune: 'true' });
  expect(idle.main.outputs).toMatchObject({ outcome: 'unchanged', changed: '' });

  const { main, submitted } = await preview(stage, 7, CHANGED, { prune: 'true' });
  expect(submitted).toEqual([]);
  expect(main.outputs).toMatchObject({ outcome: 'success', planned: '0', adopted: '2', unchanged: '1' });
  const again = await readBranch(stage.repository, 'assets-pr-7');
  for (const file of ['base.jpg', 'upon.jpg']) expect(again.get(file)).toEqual(shown.get(file));
});
