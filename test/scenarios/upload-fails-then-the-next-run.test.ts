import { expect, test } from 'vitest';

import { readBranch } from '../support/bare-repository.ts';
import { createBranchStage, type BranchStage } from '../support/branch-stage.ts';
import { readLedger } from '../support/ledger-ref.ts';
import { ALONE, BASE, runWith, specOf, UPON } from '../support/next-run.ts';
import { makePicture } from '../support/stage.ts';

const EDITS = [BASE, UPON, ALONE];
const PICTURES = ['alone.jpg', 'base.jpg', 'upon.jpg'];
const NOTE = '3 pictures of an earlier run, whose upload failed, are in the artifact now.';

/** A stage on which the branch took three pictures, and the artifact service, for one run, took nothing. */
async function afterFailedUpload(): Promise<BranchStage> {
  const files = { 'edits.yml': specOf(...EDITS), 'b.png': await makePicture(90) };
  const stage = await createBranchStage(files, { inputs: { deliver: 'artifact, branch' } });
  refuseNextUpload(stage);
  const main = await stage.job.main();
  expect(main.exitCode, main.stdout).toBe(1);
  expect(main.outputs).toMatchObject({ outcome: 'incomplete', succeeded: '3' });
  expect(picturesOf(await readBranch(stage.repository))).toEqual(PICTURES);
  expect(await debtsOf(stage)).toEqual(['accepted', 'accepted', 'accepted']);
  return stage;
}

/** 403 is not tried again. */
function refuseNextUpload({ artifacts }: BranchStage): void {
  artifacts.faults.add({ on: 'create', kind: 'status', status: 403, times: 1 });
}

async function debtsOf({ repository }: BranchStage): Promise<readonly unknown[]> {
  const { entries } = await readLedger(repository);
  return Object.values(entries)
    .flat()
    .filter(({ destination }) => destination === 'artifact beside branch assets')
    .map(({ state }) => state);
}

function picturesOf(files: ReadonlyMap<string, Buffer>): readonly string[] {
  return [...files.keys()]
    .filter((name) => name.endsWith('.jpg') && !name.startsWith('references/'))
    .toSorted();
}

test.each([{}, { force: '*' }])(
  'the next run uploads what the branch has, sends nothing, and the one after it owes nothing: %j',
  async (inputs) => {
    await using stage = await afterFailedUpload();
    const next = await runWith(stage, EDITS, inputs);
    expect(next.submitted).toEqual([]);
    expect(next.main.exitCode, next.main.stdout).toBe(0);
    expect(next.main.outputs).toMatchObject({ outcome: 'unchanged' });
    expect(next.main.stdout).toContain(NOTE);
    const files = await stage.unpack(next.main.outputs['artifact-name']);
    const branch = await readBranch(stage.repository);
    expect(picturesOf(files)).toEqual(PICTURES);
    for (const name of PICTURES) expect(files.get(name)).toEqual(branch.get(name));
    expect(await debtsOf(stage)).toEqual(['delivered', 'delivered', 'delivered']);

    const last = await runWith(stage, EDITS);
    expect(last.main.outputs).toMatchObject({ outcome: 'unchanged' });
    expect(last.main.stdout).not.toContain(NOTE);
    expect(stage.artifacts.artifacts).toHaveLength(1);
    // Now that nothing is owed, `force` means what it says.
    expect((await runWith(stage, EDITS, inputs)).submitted).toHaveLength('force' in inputs ? 3 : 0);
  },
);

test('it stays owed for as long as the upload fails, also beside new pictures', async () => {
  await using stage = await afterFailedUpload();
  refuseNextUpload(stage);
  const again = await runWith(stage, EDITS);
  expect(again.main.exitCode, again.main.stdout).toBe(1);
  expect(again.main.outputs).toMatchObject({ outcome: 'incomplete' });
  expect(await debtsOf(stage)).toEqual(['accepted', 'accepted', 'accepted']);

  const more = 'more: { prompt: More., images: a.png, size: 1024x1024 }';
  const next = await runWith(stage, [...EDITS, more]);
  expect(next.submitted).toEqual(['More.']);
  expect(next.main.stdout).toContain(NOTE);
  const files = await stage.unpack(next.main.outputs['artifact-name']);
  expect(picturesOf(files)).toEqual(['alone.jpg', 'base.jpg', 'more.jpg', 'upon.jpg']);
});

test('a run of other edits leaves it to the run that is about them', async () => {
  await using stage = await afterFailedUpload();
  const other = await runWith(stage, EDITS, { only: 'alone' });
  expect(other.main.stdout).toContain(
    '1 picture of an earlier run, whose upload failed, is in the artifact now.',
  );
  const rest = await runWith(stage, EDITS);
  expect(picturesOf(await stage.unpack(rest.main.outputs['artifact-name']))).toEqual([
    'base.jpg',
    'upon.jpg',
  ]);
  expect(new Set(await debtsOf(stage))).toEqual(new Set(['delivered']));
});
