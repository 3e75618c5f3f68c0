import { expect, test } from 'vitest';

import sharp from 'sharp';
import { readCarried } from '../../../src/media/mark/read-carried.ts';
import { run } from '../../../src/run/run.ts';
import { readBranch } from '../../support/bare-repository.ts';
import { createRunStage } from '../run-stage.ts';
import { FOUR, make, pathsOf, spec, WEB } from './rendition-runs.ts';

test('with `mark: all`, originals are marked, and with `mark: none` nothing is', async () => {
  await using stage = await createRunStage();
  const all = await make(
    stage,
    spec(`mark: all\nmark-prompt: true\nmark-source: trainedAlgorithmicMedia\n${WEB}`),
  );
  const original = all.files.get('banners/hero.jpg') ?? Buffer.alloc(0);
  expect(readCarried(original, 'image/jpeg')?.mark).toMatch(/\/trainedAlgorithmicMedia$/);
  expect(original.toString('latin1')).toContain('Put it on a beach');
  expect(all.lock.edits.get('hero')?.files[0]?.carries?.mark).toMatch(/\/trainedAlgorithmicMedia$/);
  const none = await make(stage, spec(`mark: none\n${WEB}`));
  expect(none.submits).toBe(1);
  // What is in the original stays in what is made of it, no matter who wrote it there.
  expect(readCarried(none.files.get('banners/hero-64w.jpg') ?? Buffer.alloc(0), 'image/jpeg')?.mark).toMatch(
    /\/trainedAlgorithmicMedia$/,
  );
});

test('the mark of a frozen edit names what its picture was made by, not what the spec has by now', async () => {
  await using stage = await createRunStage();
  const edits = (prompt: string, more = ''): string => `hero: { prompt: ${prompt}, images: a.png${more} }`;
  const first = await make(stage, spec(`mark-prompt: true\n${WEB}`, edits('A beach')));
  expect(first.files.get('hero-32w.jpg')?.toString('latin1')).toContain('A beach');
  const frozen = await make(stage, spec(`mark-prompt: true\n${WEB}`, edits('A forest', ', frozen: true')));
  expect([frozen.submits, frozen.commits, frozen.written]).toEqual([1, 0, []]);
});

test('an engine that is not there is a warning, and the pictures are delivered', async () => {
  await using stage = await createRunStage();
  await using here = await stage.world(spec(WEB));
  const world = { ...here.world, engineFolder: '/nowhere' };
  expect(await run(stage.inputs(), world)).toEqual({});
  expect([...(await readBranch(stage.repository)).keys()]).toContain('banners/hero.jpg');
  expect(here.annotations.map(({ severity, message }) => [severity, message])).toEqual([
    [
      'warning',
      expect.stringMatching(
        /^hero: `banners\/hero\.jpg`: its renditions `web` are not all made: the engine cannot be loaded/,
      ),
    ],
  ]);
  const next = await make(stage, spec(WEB));
  expect([next.submits, pathsOf(next.pictures)]).toEqual([1, FOUR]);
});

test('two sets, crops, a limit of bytes, and names that say which set it is', async () => {
  await using stage = await createRunStage({ render: 'collage' });
  const sets =
    'renditions: { web: { width: 640, format: jpeg, max-bytes: 12KB }, thumb: { width: [48], format: [jpeg, png], aspect: "1:1" }, wide: { width: 100, format: png, aspect: "1:1", fit: contain, background: "#f00" } }';
  const { pictures, files, annotations } = await make(stage, spec(sets));
  expect(annotations).toEqual([]);
  expect(pathsOf(pictures)).toEqual([
    'banners/hero-thumb-48w.jpg',
    'banners/hero-thumb-48w.png',
    'banners/hero-web-640w.jpg',
    'banners/hero-wide-100w.png',
  ]);
  expect(files.get('banners/hero-web-640w.jpg')?.length).toBeLessThanOrEqual(12_000);
  expect(await sharp(files.get('banners/hero-thumb-48w.png')).metadata()).toMatchObject({
    width: 48,
    height: 48,
  });
  const wide = await sharp(files.get('banners/hero-wide-100w.png'))
    .raw()
    .toBuffer({ resolveWithObject: true });
  expect([wide.info.width, wide.info.height, ...wide.data.subarray(0, 3)]).toEqual([100, 100, 255, 0, 0]);
});
