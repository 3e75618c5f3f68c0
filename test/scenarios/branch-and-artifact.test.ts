import { expect, test } from 'vitest';

import { readBranch } from '../support/bare-repository.ts';
import { afterFirstRun, ALONE, BASE, runWith, UPON } from '../support/next-run.ts';

const both = { deliver: 'artifact, branch' };
const changed = [BASE, UPON, ALONE.replace('Alone', 'All alone')];

function picturesOf(files: ReadonlyMap<string, Buffer>): readonly string[] {
  return [...files.keys()]
    .filter((name) => name.endsWith('.jpg') && !name.startsWith('references/'))
    .toSorted();
}

test('the artifact beside a branch holds what the run made', async () => {
  await using stage = await afterFirstRun(both);
  const old = (await readBranch(stage.repository)).get('alone.jpg');
  expect(picturesOf(await stage.unpack('dreamina-edits'))).toEqual(['alone.jpg', 'base.jpg', 'upon.jpg']);
  const { main } = await runWith(stage, changed);
  expect(main.exitCode).toBe(0);
  const files = await stage.unpack(main.outputs['artifact-name']);
  expect(picturesOf(files)).toEqual(['alone.jpg']);
  // And what it replaced, for the gallery to show beside it.
  const before = [...files.keys()].filter((name) => name.startsWith('references/before/'));
  expect(before.map((name) => files.get(name))).toEqual([old]);
  expect(files.get('index.html')?.toString()).toContain(`data-before="${before[0] ?? 'none'}"`);
});

test('or every picture of the spec, the unchanged ones as they are on the branch', async () => {
  await using stage = await afterFirstRun(both);
  const { main } = await runWith(stage, changed, { 'artifact-contents': 'all' });
  const files = await stage.unpack(main.outputs['artifact-name']);
  const branch = await readBranch(stage.repository);
  expect(picturesOf(files)).toEqual(['alone.jpg', 'base.jpg', 'upon.jpg']);
  for (const name of picturesOf(files)) expect(files.get(name)).toEqual(branch.get(name));
});

test('a run that made nothing uploads nothing, unless all is asked for', async () => {
  await using stage = await afterFirstRun(both);
  const uploads = stage.artifacts.artifacts.length;
  const unchanged = await runWith(stage, [BASE, UPON, ALONE]);
  expect(unchanged.main.outputs).toMatchObject({ outcome: 'unchanged' });
  expect(stage.artifacts.artifacts).toHaveLength(uploads);

  const all = await runWith(stage, [BASE, UPON, ALONE], { 'artifact-contents': 'all' });
  expect(all.main.outputs).toMatchObject({ outcome: 'unchanged' });
  expect(picturesOf(await stage.unpack(all.main.outputs['artifact-name']))).toHaveLength(3);
});
