import { expect, test } from 'vitest';

import { madeBy } from '../../src/plan/made-by.ts';
import type { PlannedEdit } from '../../src/plan/types.ts';
import { sampleEntry } from '../report/sample-branch.ts';
import { sampleEdit, sampleFile, sampleImage } from '../report/sample-run.ts';

const files = [sampleFile('hero.jpg')];
const kept = (input: object): PlannedEdit['action'] => ({
  ...{ kind: 'unchanged', from: 'hero', files },
  entry: { ...sampleEntry(files), model: 'acme/old', input: { prompt: 'Then', ...input } },
});
const submit: PlannedEdit['action'] = { kind: 'submit', over: [] };
const FILE = sampleImage('a.png');

test.each<[string, PlannedEdit['action'], PlannedEdit['images'], object]>([
  ['a new picture: by the spec', submit, [FILE], { prompt: 'Now', hasImages: true }],
  ['a mask is not an image', submit, [{ ...FILE, option: 'mask_url' }], { hasImages: false }],
  [
    'one that stays: by its entry',
    kept({ image_urls: ['sha256:aa'] }),
    [],
    { prompt: 'Then', hasImages: true },
  ],
  ['by another model', kept({ images: ['sha256:aa'] }), [], { model: 'acme/old', hasImages: true }],
  [
    'made from nothing',
    kept({ images: [], options: { mask_url: 'sha256:aa' } }),
    [FILE],
    { hasImages: false },
  ],
])('%s', (_, action, images, expected) => {
  expect(madeBy(sampleEdit('hero', { action, images, prompt: 'Now' }))).toMatchObject(expected);
});
