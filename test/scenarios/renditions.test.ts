import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';

import { commitByOther, readBranch, readCommits } from '../support/bare-repository.ts';
import { createBranchStage, type BranchStage } from '../support/branch-stage.ts';
import { PREVIEWS } from '../support/previews.ts';
import { pullRequest } from '../support/pull-request.ts';
import { HEAD, inputs as PULL, squashHead, startApi } from '../support/pull-stage.ts';

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
  const foreseen = await stage.job.main({ inputs: { mode: 'plan', 'api-token': '' } });
  const promise = 'at least 4 files to make, at no cost';
  expect(foreseen.stdout).toContain(`renditions: ${promise}`);
  expect(foreseen.summary).toContain(`**Renditions:** ${promise}.`);
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

  await writeFile(path.join(stage.job.workspace, 'edits.yml'), spec(web.replace('128', '256')));
  const more = await stage.job.main({ inputs: { mode: 'plan', 'api-token': '' } });
  expect(more.stdout).toContain('renditions: 2 files to make, at no cost');
  expect(more.stdout).toMatch(/branch: .* of pictures, about \d.* added/);
  const third = await runAgain(stage, web.replace('128', '256'));
  expect(third.commits).toBe(first.commits + 1);
  expect(third.names).toContain('hero-256w.webp');
  expect(stage.emulator.ledger).toHaveLength(1);
});

test('takes and renditions on a preview: after the merge they are adopted, paid once, and what is kept later has its own', async () => {
  const plain = (more: string): string =>
    `version: 1\nrenditions: { web: { width: 64, format: [webp, jpeg] } }\ndefaults: { force-single: true }\nedits:\n  hero: { prompt: A hero., images: a.png, size: 1024x1024, takes: 3${more} }\n  icon: { prompt: An icon., images: a.png, size: 1024x1024 }\n`;
  await using stage = await createBranchStage({ 'edits.yml': plain('').replace(/ {2}hero.*\n/, '') });
  expect((await stage.job.main()).exitCode).toBe(0);
  const on = async (branch = 'assets') => await readBranch(stage.repository, branch);
  const write = async (text: string) => {
    await writeFile(path.join(stage.job.workspace, 'edits.yml'), text);
  };
  await write(plain(''));
  const preview = { mode: 'apply', branch: 'assets-pr-7', 'base-branch': 'assets', ...PREVIEWS };
  const shown = await stage.job.main({ ...pullRequest(undefined, undefined, 7), inputs: preview });
  expect(shown.outputs, shown.stdout).toMatchObject({ outcome: 'success', succeeded: '3', unchanged: '1' });
  const before = await on('assets-pr-7');
  expect([...before.keys()]).toEqual([
    ...['README.md', 'edits.lock.json', 'hero-64w.jpg', 'hero-64w.webp', 'hero.jpg'],
    ...['pictures.json', 'takes/hero/2.jpg', 'takes/hero/3.jpg'],
  ]);

  const merged = await stage.job.main({ inputs: PREVIEWS });
  expect(merged.outputs, merged.stdout).toMatchObject({ outcome: 'success', adopted: '3', succeeded: '0' });
  expect(stage.emulator.ledger).toHaveLength(4);
  const live = await on();
  expect([...live.keys()]).toEqual([
    ...['README.md', 'edits.lock.json', 'hero-64w.jpg', 'hero-64w.webp', 'hero.jpg'],
    ...['icon-64w.jpg', 'icon-64w.webp', 'icon.jpg', 'pictures.json'],
  ]);
  for (const name of ['hero.jpg', 'hero-64w.webp']) expect(live.get(name)).toEqual(before.get(name));

  await write(plain(', keep: 2'));
  const kept = await stage.job.main({ inputs: PREVIEWS });
  expect(kept.exitCode, kept.stdout).toBe(0);
  expect(stage.emulator.ledger).toHaveLength(4);
  const now = await on();
  expect(now.get('hero.jpg')).toEqual(before.get('takes/hero/2.jpg'));
  expect(now.get('hero-64w.webp')).not.toEqual(live.get('hero-64w.webp'));
  const idle = await stage.job.main({ inputs: PREVIEWS });
  expect(idle.outputs).toMatchObject({ outcome: 'unchanged', changed: '' });
});

test('takes and renditions in a pull request: paid once, there after the merge, and another take is kept by another one', async () => {
  const text = (more: string): string =>
    `version: 1\nrenditions: { web: { width: 64, format: [webp, jpeg] } }\ndefaults: { force-single: true }\nedits:\n  hero: { prompt: A hero., images: a.png, size: 1024x1024, takes: 3${more} }\n`;
  await using stage = await createBranchStage({ 'edits.yml': text('') });
  await using github = await startApi(stage);
  const step = { env: { GITHUB_API_URL: github.url }, inputs: PULL };
  await commitByOther(stage.repository, { 'code.js': 'x' }, 'main');
  const proposed = await stage.job.main(step);
  expect(proposed.outputs, proposed.stdout).toMatchObject({ outcome: 'success', succeeded: '3' });
  const head = await readBranch(stage.repository, HEAD);
  const ours = [
    'hero-64w.jpg',
    'hero-64w.webp',
    'hero.jpg',
    'pictures.json',
    'takes/hero/2.jpg',
    'takes/hero/3.jpg',
  ];
  expect([...head.keys()]).toEqual(expect.arrayContaining(ours.map((name) => `assets/${name}`)));
  await squashHead(stage);
  const merged = await stage.job.main(step);
  expect(merged.outputs, merged.stdout).toMatchObject({ outcome: 'unchanged', unchanged: '3' });

  await writeFile(path.join(stage.job.workspace, 'edits.yml'), text(', keep: 3'));
  const kept = await stage.job.main(step);
  expect(kept.exitCode, kept.stdout).toBe(0);
  expect(stage.emulator.ledger).toHaveLength(3);
  const next = await readBranch(stage.repository, HEAD);
  expect(next.get('assets/hero.jpg')).toEqual(head.get('assets/takes/hero/3.jpg'));
  expect(next.get('assets/takes/hero/1.jpg')).toEqual(head.get('assets/hero.jpg'));
  expect(next.get('assets/hero-64w.webp')).not.toEqual(head.get('assets/hero-64w.webp'));
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
