import { expect, test } from 'vitest';

import { findMissing } from '../../../src/deliver/branch/find-missing.ts';
import { place, sampleTip } from './sample-branch.ts';

const unchanged = [
  { id: 'hero', paths: ['hero.png'] },
  { id: 'set', paths: ['set-1.png', 'set-2.png'] },
];

test('an edit whose files are all there is not missing', () => {
  const tip = sampleTip({ files: { 'hero.png': 'a', 'set-1.png': 'b', 'set-2.png': 'c' } });
  expect(findMissing(tip, unchanged, place)).toEqual([]);
});

test.each([
  ['the branch is empty', {}, ['hero', 'set']],
  ['one file of two is gone', { 'hero.png': 'a', 'set-1.png': 'b' }, ['set']],
  ['a link took its place', { 'hero.png': '120000 a', 'set-1.png': 'b', 'set-2.png': 'c' }, ['hero']],
  ['it is in another folder', { 'x/hero.png': 'a', 'set-1.png': 'b', 'set-2.png': 'c' }, ['hero']],
])('%s', (_what, files, ids) => {
  expect(findMissing(sampleTip({ files }), unchanged, place).map(({ id }) => id)).toEqual(ids);
});
