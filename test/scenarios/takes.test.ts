import type { ChildProcess } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import * as z from 'zod';

import { readBranch, runGit } from '../support/bare-repository.ts';
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

const resultsSchema = z.object({
  edits: z.array(
    z.object({
      id: z.string(),
      take: z.object({ number: z.number(), isKept: z.boolean() }).nullable(),
      heldBy: z.string().nullable(),
      before: z.array(z.object({ path: z.string(), commit: z.string() })),
      files: z.array(z.object({ path: z.string(), sha256: z.string(), onBranch: z.boolean() })),
    }),
  ),
});

/** The bytes of a file of a commit. */
async function show({ repository }: BranchStage, commit: string, path: string): Promise<string> {
  return (await runGit(repository, ['rev-parse', `${commit}:${path}`])).toString();
}

test('one take is made again: the old picture is shown beside the new one, and its commit is named', async () => {
  await using stage = await stageOf(HERO);
  await runWith(stage, [HERO]);
  const old = (await look(stage)).files.get('hero.jpg');
  const rolled = await runWith(stage, [HERO], { force: 'hero' });
  expect(rolled.submitted, rolled.main.stdout).toHaveLength(1);
  const { files } = await look(stage);
  expect(files.get('hero.jpg')).not.toEqual(old);
  expect(rolled.main.summary).toContain('Before:');

  const third = await runWith(stage, [HERO], { force: 'hero#3' });
  expect(third.submitted, third.main.stdout).toHaveLength(1);
  expect((await look(stage)).files.get('hero.jpg')).toEqual(files.get('hero.jpg'));
  const results = resultsSchema.parse(
    JSON.parse(await readFile(third.main.outputs['results-file'] ?? '', 'utf8')),
  );
  const edit = results.edits.find(({ id }) => id === 'hero#3');
  expect(edit).toMatchObject({ take: { number: 3, isKept: false }, files: [{ onBranch: false }] });
  const [before] = edit?.before ?? [];
  const then = await show(stage, before?.commit ?? '', before?.path ?? '');
  const now = await show(stage, edit?.heldBy ?? '', edit?.files[0]?.path ?? '');
  expect(now).not.toBe(then);

  const all = await runWith(stage, [HERO], { force: 'hero#*' });
  expect(all.submitted).toHaveLength(4);
});

test('a run with takes is killed: the next one collects what was paid for, and pays for the rest only', async () => {
  await using stage = await stageOf(HERO);
  stage.emulator.faults.add({ on: 'job', kind: 'lasts', ms: 1500, match: 'A hero' });
  let child: ChildProcess | undefined;
  const main = await stage.job.main({
    // So that no other submit is on its way at that moment: it would be unknown.
    inputs: { 'max-parallel': '1' },
    onSpawn: (spawned) => {
      child = spawned;
    },
    onLine: ({ text }) => {
      if (text.startsWith('hero#2  submitted')) child?.kill('SIGKILL');
    },
  });
  expect(main.signal).toBe('SIGKILL');
  const paid = stage.emulator.ledger.length;
  expect(paid).toBeGreaterThan(0);
  await stage.job.post();
  const next = await stage.job.main({ facts: { runId: '4712' } });
  expect(next.exitCode, next.stdout).toBe(0);
  expect(stage.emulator.ledger).toHaveLength(4);
  expect((await look(stage)).pictures).toEqual(['hero.jpg']);
});

test('takes of a matrix, on the branch, and what is made from the kept one is planned and priced first', async () => {
  const hero =
    'hero: { prompt: "${{ matrix.s }}", images: a.png, size: 1024x1024, takes: 2, matrix: { s: [x, y] } }';
  const kept = hero.replace('takes: 2', 'takes: 2, keep: { hero@y: 2 }');
  const upon = 'upon: { prompt: Upon it., images: [{ edit: hero@y }], size: 2048x2048 }';
  const inputs = { 'takes-on-branch': 'true' };
  await using stage = await stageOf(hero, upon);
  const first = await runWith(stage, [hero, upon], inputs);
  expect(first.submitted, first.main.stdout).toHaveLength(5);
  const made = await look(stage);
  expect(made.pictures).toEqual([
    'hero/x.jpg',
    'hero/y.jpg',
    'takes/hero/x/2.jpg',
    'takes/hero/y/2.jpg',
    'upon.jpg',
  ]);

  const plan = await runWith(stage, [kept, upon], { ...inputs, mode: 'plan' });
  expect(plan.main.outputs, plan.main.stdout).toMatchObject({ planned: '1' });
  expect(plan.main.stdout).toContain('because another take is kept, 1 edit is made again: about 0.03 USD');
  expect(plan.main.summary).toContain('### To make again because another take is kept, about 0.03 USD (1)');

  const second = await runWith(stage, [kept, upon], inputs);
  expect(second.submitted, second.main.stdout).toEqual(['Upon it.']);
  const moved = await look(stage);
  expect(moved.files.get('hero/y.jpg')).toEqual(made.files.get('takes/hero/y/2.jpg'));
  expect(moved.files.get('takes/hero/y/1.jpg')).toEqual(made.files.get('hero/y.jpg'));
});

test('what the edit asks for changes: a take that was kept among the old pictures is an error, and nothing is sent', async () => {
  await using stage = await stageOf(HERO);
  await runWith(stage, [HERO]);
  await runWith(stage, [keep(2)]);
  const other = keep(2).replace('A hero', 'Another hero');
  const plan = await runWith(stage, [other], { mode: 'plan' });
  expect(plan.main.exitCode, plan.main.stdout).toBe(0);
  expect(plan.main.stdout).toContain('that choice was made among other pictures');
  const refused = await runWith(stage, [other]);
  expect(refused.main.exitCode).toBe(1);
  expect(refused.submitted).toEqual([]);
  const made = await runWith(stage, [HERO.replace('A hero', 'Another hero')]);
  expect(made.submitted, made.main.stdout).toHaveLength(4);
  const back = await runWith(stage, [keep(2)]);
  expect(back.submitted, back.main.stdout).toEqual([]);
});
