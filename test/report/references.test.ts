import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';

import { createReferencePath } from '../../src/report/reference-path.ts';
import { stageReferences } from '../../src/report/stage-references.ts';
import { openEdit, sampleFile, sampleImage, sampleOutcome } from './sample-run.ts';

const at = { file: 'edits.yml', line: 1, column: 1 };
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'references-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true, maxRetries: 5 });
});

it('copies each picture that an edit of this run used, once, also of one that failed, and leaves out one that is gone', async () => {
  const shots = path.join(folder, 'shots');
  await mkdir(shots);
  const [mug, cup, lid] = await Promise.all(
    (['mug.png', 'cup.jpg', 'lid.png'] as const).map(async (name) => {
      const absolutePath = path.join(shots, name);
      await writeFile(absolutePath, `bytes of ${name}`);
      const type = name.endsWith('.png') ? 'image/png' : 'image/jpeg';
      return sampleImage(`shots/${name}`, { absolutePath, type, sha256: `sha-${name.slice(0, 3)}` });
    }),
  );
  if (mug === undefined || cup === undefined || lid === undefined)
    throw new Error('three pictures were made');
  const out = path.join(folder, 'out');
  const edits = [
    sampleOutcome(
      'a',
      'succeeded',
      {},
      { images: [mug, cup, { kind: 'url', url: 'https://e.x/a.png', at }] },
    ),
    sampleOutcome('b', 'succeeded', {}, { images: [mug] }),
    sampleOutcome('c', 'failed', {}, { images: [lid] }),
    sampleOutcome(
      'old',
      'unchanged',
      {},
      { images: [sampleImage('old.png', { sha256: 'sha-old', absolutePath: mug.absolutePath })] },
    ),
    sampleOutcome(
      'd',
      'succeeded',
      {},
      { images: [sampleImage('gone.png', { absolutePath: path.join(shots, 'gone.png') })] },
    ),
  ];
  const staged = await stageReferences(edits, out);
  expect([...staged]).toEqual([
    ['sha-mug', 'references/sha-mug.png'],
    ['sha-cup', 'references/sha-cup.jpg'],
    ['sha-lid', 'references/sha-lid.png'],
  ]);
  expect(await readdir(path.join(out, 'references'))).toEqual(['sha-cup.jpg', 'sha-lid.png', 'sha-mug.png']);
  expect(await readFile(path.join(out, 'references/sha-cup.jpg'), 'utf8')).toBe('bytes of cup.jpg');
});

it('throws if the folder cannot be written', async () => {
  const file = path.join(folder, 'file');
  await writeFile(file, '');
  await expect(stageReferences([sampleOutcome('a', 'succeeded')], file)).rejects.toThrow(/ENOTDIR|EEXIST/);
  const image = sampleImage('shots', { absolutePath: folder });
  await expect(
    stageReferences([sampleOutcome('a', 'succeeded', {}, { images: [image] })], folder),
  ).rejects.toThrow();
});

it('finds references among staged files, hosted addresses and outputs that are pictures', () => {
  const edits = [
    sampleOutcome('cutout', 'succeeded'),
    sampleOutcome('clip', 'succeeded', { files: [sampleFile('clip.mp4', { type: 'video/mp4' })] }),
    sampleOutcome('broken', 'failed'),
    openEdit('open'),
  ];
  const find = createReferencePath(edits, new Map([['ab'.repeat(32), 'references/ab.png']]));
  expect(find(sampleImage('shots/mug.png'))).toBe('references/ab.png');
  expect(find(sampleImage('shots/other.png', { sha256: 'none' }))).toBeUndefined();
  expect(find({ kind: 'url', url: 'https://e.x/a.png', at })).toBe('https://e.x/a.png');
  expect(['cutout', 'clip', 'broken', 'open'].map((id) => find({ kind: 'edit', id, at }))).toEqual([
    'cutout.jpg',
    undefined,
    undefined,
    undefined,
  ]);
});
