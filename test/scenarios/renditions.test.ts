import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';

import { readBranch, readCommits } from '../support/bare-repository.ts';
import { createBranchStage, type BranchStage } from '../support/branch-stage.ts';

const EDIT = 'hero: { prompt: A hero., images: a.png, size: 1024x1024, alt: A hero }';

function spec(renditions: string): string {
  return `version: 1\n${renditions}\nedits:\n  ${EDIT}\n`;
}

async function runAgain(stage: BranchStage, renditions: string) {
  await writeFile(path.join(stage.job.workspace, 'edits.yml'), spec(renditions));
  const main = await stage.job.main();
  const commits = await readCommits(stage.repository);
  return { main, names: [...(await readBranch(stage.repository)).keys()], commits: commits.length };
}

test('renditions and pictures.json come to the branch and into the artifact, once, and follow their settings at no cost', async () => {
  const web = 'renditions: { web: { width: [64, 128], format: [webp, jpeg] } }';
  await using stage = await createBranchStage(
    { 'edits.yml': spec(web) },
    { inputs: { deliver: 'branch, artifact' } },
  );
  const first = await runAgain(stage, web);
  expect(first.main.outputs).toMatchObject({ outcome: 'success', succeeded: '1' });
  const files = ['hero-128w.jpg', 'hero-128w.webp', 'hero-64w.jpg', 'hero-64w.webp'];
  expect(first.names).toEqual(['README.md', 'edits.lock.json', ...files, 'hero.jpg', 'pictures.json']);
  const artifact = await stage.unpack('dreamina-edits');
  const branch = await readBranch(stage.repository);
  for (const name of files) expect(artifact.get(name)).toEqual(branch.get(name));
  expect(artifact.get('pictures.json')).toEqual(branch.get('pictures.json'));

  const second = await runAgain(stage, web);
  expect([second.main.outputs['outcome'], second.commits]).toEqual(['unchanged', first.commits]);

  const third = await runAgain(stage, web.replace('128', '256'));
  expect(third.commits).toBe(first.commits + 1);
  expect(third.names).toContain('hero-256w.webp');
  expect(stage.emulator.ledger).toHaveLength(1);
});

test('no file of the engine is opened unless a rendition is made', async () => {
  await using stage = await createBranchStage({ 'edits.yml': spec('') });
  const opened = path.join(stage.job.workspace, '..', 'opened.txt');
  const hook = path.resolve(import.meta.dirname, '../support/record-opened.cjs');
  const env = { NODE_OPTIONS: `--require "${hook}"`, OPENED_FILES: opened };
  const ofEngine = async (): Promise<readonly string[]> =>
    (await readFile(opened, 'utf8')).split('\n').filter((file) => /dist[\\/]engine/.test(file));
  expect((await stage.job.main({ env })).outputs['succeeded']).toBe('1');
  expect((await readFile(opened, 'utf8')).length).toBeGreaterThan(0);
  expect(await ofEngine()).toEqual([]);

  await writeFile(path.join(stage.job.workspace, 'edits.yml'), spec('renditions: { web: { width: 64 } }'));
  await stage.job.main({ env });
  expect((await ofEngine()).some((file) => file.endsWith('.wasm'))).toBe(true);
  const made = (await ofEngine()).length;

  await stage.job.main({ env });
  expect(await ofEngine()).toHaveLength(made);
});
