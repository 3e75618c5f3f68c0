import { expect, test } from 'vitest';

import { readBranch } from '../support/bare-repository.ts';
import { createBranchStage, readLock, type BranchStage } from '../support/branch-stage.ts';
import { runWith, specOf } from '../support/next-run.ts';
import { makePicture } from '../support/stage.ts';

const HERO = 'hero: { prompt: A hero., images: a.png, size: 1024x1024, takes: 4 }';
const keep = (take: number): string => HERO.replace('}', `, keep: ${take} }`);

async function stageOf(...edits: readonly string[]): Promise<BranchStage> {
  return await createBranchStage({ 'edits.yml': specOf(...edits), 'b.png': await makePicture(90) });
}

/** The files of the branch, its pictures by path. */
async function look({ repository }: BranchStage) {
  const files = await readBranch(repository);
  const pictures = [...files.keys()].filter((path) => path.endsWith('.jpg')).toSorted();
  return { files, pictures, lock: readLock(files) };
}

test('four takes of one edit: one is kept by a line of the spec, and nothing is paid', async () => {
  await using stage = await stageOf(HERO);
  const first = await runWith(stage, [HERO]);
  expect(first.submitted, first.main.stdout).toHaveLength(4);
  const made = await look(stage);
  expect(made.pictures).toEqual(['hero.jpg']);
  expect(Object.keys(made.lock.edits)).toEqual(['hero#1', 'hero#2', 'hero#3', 'hero#4']);

  const second = await runWith(stage, [keep(2)]);
  expect(second.submitted, second.main.stdout).toEqual([]);
  const kept = await look(stage);
  expect(kept.pictures).toEqual(['hero.jpg']);
  expect(kept.files.get('hero.jpg')).not.toEqual(made.files.get('hero.jpg'));

  const third = await runWith(stage, [keep(1)]);
  expect(third.submitted, third.main.stdout).toEqual([]);
  expect((await look(stage)).files.get('hero.jpg')).toEqual(made.files.get('hero.jpg'));

  const same = await runWith(stage, [keep(1)]);
  expect(same.main.outputs, same.main.stdout).toMatchObject({ outcome: 'unchanged', unchanged: '4' });
});
