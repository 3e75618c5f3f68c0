import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';

import { accountRun } from '../support/run-account.ts';
import { createStage, makePicture, readStates, submitsOf } from '../support/stage.ts';

const spec = `
version: 1
vars: { brand: Acme }
defaults: { size: 1024x1024, force-single: true }
edits:
  cutout: { prompt: Cut the mug out on plain white., images: [a.png] }
  hero:
    description: Home page hero
    prompt: "Put the mug on the \${{ matrix.scene }}; the sign reads “\${{ vars.brand }}”."
    images: [{ edit: cutout }, shots/scene.png]
    matrix: { scene: [beach, studio] }
    size: 2560x1440
    scale: 0.8
    output: banners/\${{ matrix.scene }}
  night: { prompt: Make it night., images: [{ edit: hero@beach }] }
  draft: { prompt: Four ways to draw it., images: [a.png], force-single: false }
  gone: { prompt: A frozen one., images: [a.png], frozen: true }
  logo: { prompt-file: prompts/logo.txt, images: [a.png, shots/scene.png] }
`;

test('six edits, a matrix and edits of edits among them: each is paid for once, all are in the artifact', async () => {
  await using stage = await createStage(
    { 'edits.yml': spec, 'shots/scene.png': await makePicture(90, 60), 'prompts/logo.txt': 'Add the logo.' },
    { inputs: { 'max-parallel': '1' } },
  );
  stage.emulator.faults.add({ on: 'job', kind: 'images', count: 3, match: 'Four ways' });
  const main = await stage.job.main();

  expect(main.exitCode).toBe(0);
  expect(main.stderr).toBe('');
  expect(main.log.annotations).toEqual([]);
  expect(submitsOf(stage.emulator.requests)).toHaveLength(6);
  expect(stage.emulator.ledger.map(({ state }) => state)).toEqual(Array(6).fill('succeeded'));

  const resultsFile = main.outputs['results-file'] ?? '';
  expect(await readStates(resultsFile)).toMatchObject({ 'hero@beach': 'succeeded', gone: 'skipped' });
  const files = await stage.unpack();
  const made = [...files.keys()].filter((name) => name.endsWith('.jpg') && !name.startsWith('references/'));
  expect(made.toSorted()).toEqual(
    ['banners/beach.jpg', 'banners/studio.jpg', 'cutout.jpg', 'draft-1.jpg'].concat([
      'draft-2.jpg',
      'draft-3.jpg',
      'logo.jpg',
      'night.jpg',
    ]),
  );
  // Byte for byte what lies in the folder.
  const folder = path.dirname(resultsFile);
  for (const [name, bytes] of files) {
    if (name !== 'results.json') expect(bytes.equals(await readFile(path.join(folder, name)))).toBe(true);
  }
  expect(files.get('index.html')?.toString()).toContain('banners/beach.jpg');
  const inside = JSON.parse(files.get('results.json')?.toString() ?? '') as object;
  expect(inside).toMatchObject({ complete: true, outcome: 'success', costUsd: 0.24, delivery: null });

  expect(stage.artifacts.artifacts[0]?.digest).toBe(main.outputs['artifact-digest']);
  const account = accountRun(stage, main);
  expect(account.log).toMatchSnapshot('log');
  expect(account.outputs).toMatchSnapshot('outputs');
  expect(account.summary).toMatchSnapshot('summary');
  expect(account.requests).toMatchSnapshot('requests');

  // Byte for byte what the service made.
  const urls = stage.emulator.ledger.flatMap(({ outputs }) => outputs);
  const sent = await Promise.all(urls.map(async (url) => await (await fetch(url)).arrayBuffer()));
  expect(made.map((name) => files.get(name)?.toString('base64')).toSorted()).toEqual(
    sent.map((bytes) => Buffer.from(bytes).toString('base64')).toSorted(),
  );
});
