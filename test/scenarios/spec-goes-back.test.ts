import { expect, test } from 'vitest';

import { commitByOther, readBranch, runGit } from '../support/bare-repository.ts';
import { readLock, type BranchStage } from '../support/branch-stage.ts';
import { afterFirstRun, ALONE, BASE, runWith, UPON } from '../support/next-run.ts';

const CHANGED = ALONE.replace('Alone', 'All alone');

/** The pictures of the branch, and what its lock file says was spent. */
async function look({ repository }: BranchStage) {
  const files = await readBranch(repository);
  const text = files.get('edits.lock.json')?.toString() ?? '{}';
  const { spending } = JSON.parse(text) as { readonly spending: object };
  return { files, spent: Object.values(spending) as unknown[], lock: readLock(files) };
}

test('a spec that goes back gets its earlier pictures from the history of the branch, and nothing is paid', async () => {
  await using stage = await afterFirstRun();
  const first = await look(stage);
  await runWith(stage, [BASE, UPON, CHANGED]);
  const second = await look(stage);
  expect(second.files.get('alone.jpg')).not.toEqual(first.files.get('alone.jpg'));

  const plan = await runWith(stage, [BASE, UPON, ALONE], { mode: 'plan' });
  expect(plan.main.outputs, plan.main.stdout).toMatchObject({ planned: '0', adopted: '1' });
  const back = await runWith(stage, [BASE, UPON, ALONE]);
  expect(back.submitted).toEqual([]);
  expect(back.main.outputs).toMatchObject({ outcome: 'success', planned: '0', adopted: '1', unchanged: '2' });
  expect(back.main.summary).toContain('adopted');
  const third = await look(stage);
  expect(third.files.get('alone.jpg')).toEqual(first.files.get('alone.jpg'));
  expect(third.lock.edits['alone']?.request_id).toBe(first.lock.edits['alone']?.request_id);
  expect(third.spent).toEqual(second.spent);

  const forth = await runWith(stage, [BASE, UPON, CHANGED]);
  expect(forth.submitted).toEqual([]);
  expect((await look(stage)).files.get('alone.jpg')).toEqual(second.files.get('alone.jpg'));
  const again = await runWith(stage, [BASE, UPON, CHANGED]);
  expect(again.main.outputs).toMatchObject({ outcome: 'unchanged', unchanged: '3' });
});

test('what was removed from the history of the branch is made again', async () => {
  await using stage = await afterFirstRun();
  await runWith(stage, [BASE, UPON, CHANGED]);
  const { files } = await look(stage);
  await runGit(stage.repository, ['update-ref', '-d', 'refs/heads/assets']);
  await commitByOther(stage.repository, Object.fromEntries(files));

  const back = await runWith(stage, [BASE, UPON, ALONE]);
  expect(back.submitted).toEqual(['Alone.']);
  expect(back.main.stdout).toContain('Branch `assets` had the pictures of alone (commit ');
  expect(back.main.outputs).toMatchObject({ succeeded: '1', adopted: '0', unchanged: '2' });
});

test('an edit that is forced is made again, although the branch had its pictures', async () => {
  await using stage = await afterFirstRun();
  await runWith(stage, [BASE, UPON, CHANGED]);
  const back = await runWith(stage, [BASE, UPON, ALONE], { force: 'alone' });
  expect(back.submitted).toEqual(['Alone.']);
});
