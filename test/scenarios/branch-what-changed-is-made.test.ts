import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';

import { readBranch, readCommits } from '../support/bare-repository.ts';
import { readLock } from '../support/branch-stage.ts';
import { afterFirstRun, ALONE, BASE, runWith, UPON } from '../support/next-run.ts';
import { sentImages } from '../support/sent-images.ts';
import { makePicture } from '../support/stage.ts';

test('a changed prompt makes that edit alone, and replaces its picture', async () => {
  await using stage = await afterFirstRun();
  const before = await readBranch(stage.repository);
  const { main, submitted } = await runWith(stage, [BASE, UPON, ALONE.replace('Alone', 'All alone')]);

  expect(submitted).toEqual(['All alone.']);
  expect(main.outputs).toMatchObject({ outcome: 'success', planned: '1', succeeded: '1', unchanged: '2' });
  const after = await readBranch(stage.repository);
  expect([...after.keys()]).toEqual([...before.keys()]);
  expect(after.get('base.jpg')).toEqual(before.get('base.jpg'));
  expect(readLock(after).edits['alone']?.input.prompt).toBe('All alone.');
  expect(await readCommits(stage.repository)).toHaveLength(2);
});

test('a changed edit is made with those that use it; one that uses an unchanged edit gets its picture', async () => {
  await using stage = await afterFirstRun();
  const base = BASE.replace('A base', 'Another base');
  const both = await runWith(stage, [base, UPON, ALONE]);
  expect(both.submitted).toEqual(['Another base.', 'Upon it.']);

  const one = await runWith(stage, [base, UPON.replace('Upon', 'High upon'), ALONE]);
  expect(one.submitted).toEqual(['High upon it.']);
  const picture = (await readBranch(stage.repository)).get('base.jpg') ?? '';
  const sha256 = createHash('sha256').update(picture).digest('hex');
  expect(sentImages(stage.emulator).at(-1)).toEqual([`data:image/jpeg;sha256=${sha256}`]);
  expect(one.main.outputs).toMatchObject({ outcome: 'success', succeeded: '1', unchanged: '2' });
});

test('a file of the repository counts by its bytes, wherever it is', async () => {
  await using stage = await afterFirstRun();
  const { workspace } = stage.job;
  await writeFile(path.join(workspace, 'c.png'), await makePicture(90));
  const moved = await runWith(stage, [BASE, UPON, ALONE.replace('b.png', 'c.png')]);
  expect(moved.main.outputs).toMatchObject({ outcome: 'unchanged' });

  await writeFile(path.join(workspace, 'b.png'), await makePicture(91));
  const changed = await runWith(stage, [BASE, UPON, ALONE]);
  expect(changed.submitted).toEqual(['Alone.']);
});

test('a renamed edit and a new output move the files, and nothing is sent', async () => {
  await using stage = await afterFirstRun();
  const before = await readBranch(stage.repository);
  const spec = [BASE, UPON.replace('size', 'output: deep/er, size'), ALONE.replace('alone', 'lonely')];
  const { main, submitted } = await runWith(stage, spec);

  expect(submitted).toEqual([]);
  expect(main.outputs).toMatchObject({ planned: '0', unchanged: '3' });
  const after = await readBranch(stage.repository);
  expect([...after.keys()].toSorted()).toEqual(
    ['README.md', 'base.jpg', 'deep/er.jpg', 'edits.lock.json', 'lonely.jpg'].toSorted(),
  );
  expect(after.get('lonely.jpg')).toEqual(before.get('alone.jpg'));
  expect(after.get('deep/er.jpg')).toEqual(before.get('upon.jpg'));
  expect(Object.keys(readLock(after).edits)).toEqual(['base', 'lonely', 'upon']);

  const again = await runWith(stage, spec);
  expect(again.main.outputs).toMatchObject({ outcome: 'unchanged', changed: '' });
});

test('two edits that ask for the same are sent once, and both get the picture', async () => {
  await using stage = await afterFirstRun();
  const twins = ['one', 'two'].map((id) => `${id}: { prompt: The same., images: a.png, size: 2496x1664 }`);
  const { main, submitted } = await runWith(stage, [BASE, UPON, ALONE, ...twins]);

  expect(submitted).toEqual(['The same.']);
  expect(main.outputs).toMatchObject({ succeeded: '2', unchanged: '3', 'cost-usd': '0.03' });
  const files = await readBranch(stage.repository);
  expect(files.get('two.jpg')).toEqual(files.get('one.jpg'));
  const { one, two } = readLock(files).edits;
  expect(two?.request_id).toBe(one?.request_id);

  const again = await runWith(stage, [BASE, UPON, ALONE, ...twins]);
  expect(again.main.outputs).toMatchObject({ outcome: 'unchanged', unchanged: '5' });
});
