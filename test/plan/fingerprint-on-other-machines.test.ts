import { utimes } from 'node:fs/promises';
import { expect, it } from 'vitest';

import { readSpec } from '../../src/spec/read-spec.ts';
import { plainPng } from '../media/samples.ts';
import { createReferencesStage, inspect } from '../references/references-stage.ts';
import { plan } from './recorded-work.ts';
import { textPorts } from '../spec/spec-stage.ts';

const MUG = await plainPng(40, 24);
const CUP = await plainPng(24, 40);

/** The fingerprints, by id, that these files give when they are checked out at this time into a folder of their own. */
async function fingerprintsOf(
  spec: string,
  files: Readonly<Record<string, Buffer | string>>,
  time: string,
): Promise<Record<string, string>> {
  await using workspace = await createReferencesStage();
  for (const [name, data] of Object.entries({ 'edits.yml': spec, ...files }))
    await utimes(await workspace.write(name, data), new Date(time), new Date(time));
  const reading = await readSpec('edits.yml', textPorts(workspace.folder));
  if (!reading.ok) throw new Error(JSON.stringify(reading.error));
  const { edits, problems } = await inspect(workspace, reading.value.spec.edits);
  expect(problems).toEqual([]);
  return Object.fromEntries(plan(edits).edits.map(({ id, fingerprint }) => [id, fingerprint]));
}

const SPEC = `
version: 1
defaults: { size: 2560x1440, scale: 0.5 }
edits:
  cutout: { prompt: Cut the mug out., images: [shots/*.png] }
  hero:
    prompt: "Put the mug on the \${{ matrix.scene }}."
    images: [edit: cutout, 'https://cdn.example.com/a.jpg']
    matrix: { scene: [beach, studio] }
`;

/** The same pictures, asked for in every other way: order, form, names, ids, outputs, defaults, prompts from files. */
const OTHERWISE = `
# The same, by another hand.
edits:
  studio:
    output: banners/two
    timeout: 3m
    force-single: false
    images:
      - edit: plain
      - https://CDN.example.com:443/a.jpg
    scale: 0.50
    size: 2560x1440(16:9)
    description: Home page
    prompt: >-
      Put the mug
      on the studio.
  plain:
    images: [ 'a/1 mug.png', 'b/cup.png' ]
    size: 2560x1440
    prompt-file: prompts/cut.txt
  beach: { images: [edit: plain, 'https://cdn.example.com/a.jpg'], size: "2560x1440", prompt: "Put the mug on the \${{ vars.where }}." }
vars: { where: beach }
version: 1
`;

// The-DevOps-Daily/devops-daily#713: a cache key with absolute paths or times in it never hits.
it('is the same in another folder, after a fresh checkout, under other names and in another form', async () => {
  const pictures = { 'shots/1.png': MUG, 'shots/2.png': CUP };
  const here = await fingerprintsOf(SPEC, pictures, '2026-01-01T00:00:00Z');
  expect(new Set(Object.values(here)).size).toBe(3);
  expect(await fingerprintsOf(SPEC, pictures, '2020-02-02T02:02:02Z')).toEqual(here);
  const others = { 'a/1 mug.png': MUG, 'b/cup.png': CUP, 'prompts/cut.txt': 'Cut the mug out.\n' };
  expect(await fingerprintsOf(OTHERWISE, others, '2023-03-03T03:03:03Z')).toEqual({
    plain: here['cutout'],
    beach: here['hero@beach'],
    studio: here['hero@studio'],
  });
});

it('follows the bytes of a file, and with them every edit that is made from it', async () => {
  const time = '2026-01-01T00:00:00Z';
  const before = await fingerprintsOf(SPEC, { 'shots/1.png': MUG }, time);
  const after = await fingerprintsOf(SPEC, { 'shots/1.png': CUP }, time);
  const ids = ['cutout', 'hero@beach', 'hero@studio'];
  expect(Object.keys(before).sort()).toEqual(ids);
  expect(ids.filter((id) => before[id] === after[id])).toEqual([]);
});
