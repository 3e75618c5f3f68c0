import { expect, it } from 'vitest';

import { describeGallery, planGallery } from '../../../src/deliver/branch/plan-gallery.ts';
import type { BranchTip, GalleryWish } from '../../../src/deliver/branch/types.ts';
import { entry, place, sampleTip } from './sample-branch.ts';

const HERO = { ...entry(['hero.png']), spec: 'edits.yml' };
const ICON = { ...entry(['icon.png']), spec: 'icons.yml' };
const asked: GalleryWish = { spec: 'edits.yml', isAsked: true };
const notAsked: GalleryWish = { spec: 'edits.yml', isAsked: false };

interface Facts {
  readonly gallery?: readonly string[];
  /** Files besides the picture. */
  readonly files?: Readonly<Record<string, string>>;
  readonly pages?: readonly string[];
  readonly edits?: Readonly<Record<string, typeof HERO>>;
}

function tipOf({ gallery, files = {}, pages = [], edits = { hero: HERO } }: Facts): BranchTip {
  const tip = sampleTip({ files: { 'hero.png': 'a', ...files }, edits, pages });
  const { recorded } = tip;
  return {
    ...tip,
    recorded: { ...recorded, lock: { ...recorded.lock, ...(gallery !== undefined && { gallery }) } },
  };
}

const OURS = { gallery: ['edits.yml'], files: { 'index.html': 'b' }, pages: ['index.html'] };

it.each<[string, Facts, GalleryWish | undefined, readonly string[], boolean]>([
  ['asked for, and not there', {}, asked, ['edits.yml'], true],
  ['asked for, and there', OURS, asked, ['edits.yml'], false],
  ['not asked for, and not there', {}, notAsked, [], false],
  ['no longer asked for', OURS, notAsked, [], true],
  ['a commit that has no say', OURS, undefined, ['edits.yml'], false],
  ['someone removed the page', { ...OURS, files: {} }, asked, ['edits.yml'], true],
  ['a file of others has its name', { ...OURS, pages: [] }, asked, ['edits.yml'], false],
  [
    'a folder of others has its name',
    { ...OURS, files: { 'index.html/a': 'b' }, pages: [] },
    asked,
    ['edits.yml'],
    false,
  ],
  ['the file of others is gone', { ...OURS, files: {}, pages: [] }, asked, ['edits.yml'], true],
  ['a branch without pictures', { edits: {} }, asked, [], false],
  ['the last picture leaves', { ...OURS, edits: {} }, asked, [], true],
  [
    'another spec still asks for it',
    { ...OURS, gallery: ['edits.yml', 'icons.yml'], edits: { hero: HERO, icon: ICON } },
    notAsked,
    ['icons.yml'],
    true,
  ],
  [
    'a spec that has nothing on the branch anymore does not ask',
    { ...OURS, gallery: ['icons.yml'] },
    notAsked,
    [],
    true,
  ],
  [
    'a second spec asks',
    { ...OURS, gallery: ['icons.yml'], edits: { hero: HERO, icon: ICON } },
    asked,
    ['edits.yml', 'icons.yml'],
    true,
  ],
])('%s', (_, facts, wish, specs, isChange) => {
  const tip = tipOf(facts);
  expect(planGallery(tip, tip.recorded.lock, wish, place)).toEqual({ specs, isChange });
});

it('says what a commit does that does nothing else', () => {
  expect(describeGallery({ specs: ['edits.yml'], isChange: true })).toBe('Write the gallery');
  expect(describeGallery({ specs: [], isChange: true })).toBe('Remove the gallery');
});
