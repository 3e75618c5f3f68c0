import { expect, test } from 'vitest';

import { planCommit } from '../../../src/deliver/branch/plan-commit.ts';
import { planRenditions } from '../../../src/deliver/branch/plan-renditions.ts';
import type { WrittenChanges } from '../../../src/deliver/branch/rebase-changes.ts';
import type { BranchTip } from '../../../src/deliver/branch/types.ts';
import { findRenditionWork } from '../../../src/pictures/find-rendition-work.ts';
import { renderPicturesFile } from '../../../src/pictures/pictures-file.ts';
import type { PictureSettings, RenditionSet } from '../../../src/spec/types.ts';
import { entry, picture, place, sampleTip } from './sample-branch.ts';

const HERO = { ...picture('hero.png'), width: 2560, height: 1440 };
const WEB: RenditionSet = { name: 'web', widths: [640, 1280], formats: ['webp', 'jpeg'], isNamed: true };
const THUMB: RenditionSet = { name: 'thumb', widths: [320], formats: ['jpeg'], isNamed: true };

/** A branch with this picture, and with other files by path. */
function branchWith(files: Readonly<Record<string, string>> = {}): BranchTip {
  const hero = { ...entry(['hero.png']), files: [HERO] };
  return sampleTip({ files: { 'hero.png': 'HERO', ...files }, edits: { hero } });
}

/** One run: what it makes and copies, and the branch after its commit. `entries`: what else it does. */
function runOn(
  tip: BranchTip,
  renditions: readonly RenditionSet[],
  prune = false,
  entries: Pick<WrittenChanges, 'set' | 'remove'> = { set: [], remove: [] },
) {
  const settings: PictureSettings = {
    renditions,
    mark: 'renditions',
    markPrompt: false,
    sourceType: 'trainedAlgorithmicMedia',
  };
  const user = { id: 'hero', model: 'm', prompt: 'p', hasImages: false, shown: [HERO], settings };
  const { sets, stale, own, blocked } = findRenditionWork([user], tip.recorded);
  const blobs = new Map<string, string>();
  const set = sets.map(({ wanted, make, copy, preview }) => {
    for (const { to, from } of copy) blobs.set(to.path, tip.tree.get(from)?.blob ?? '');
    for (const { path } of make) blobs.set(path, `new ${path}`);
    const files = [...copy.map(({ to }) => to), ...make.map((file) => ({ ...file, sha256: 'b', bytes: 2 }))];
    const { color, placeholder } = { color: '#aabbcc', placeholder: 'data:,', ...preview };
    const known = make.length > 0 ? { color, placeholder } : (preview ?? {});
    const { key, settings: by } = wanted;
    return { original: HERO.sha256, key, set: wanted.set.name, settings: by, files, ...known };
  });
  const change = { set, stale, own, prune, blobs };
  const plan = planCommit(tip, tip, { ...entries, renditions: change }, place);
  const tree = new Map(tip.tree);
  for (const each of plan.pictures) {
    if ('blob' in each) tree.set(each.path, { path: each.path, blob: each.blob, mode: '100644' });
    else tree.delete(each.path);
  }
  const recorded = { lock: plan.lock, paths: new Set(tree.keys()) };
  return {
    ...{ warnings: plan.warnings, isChange: plan.isChange, after: { ...tip, tree, recorded } },
    blocked: blocked.map(({ path }) => path),
    made: sets.flatMap(({ make }) => make.map(({ path }) => path)),
    copied: sets.flatMap(({ copy }) => copy.map(({ to }) => to.path)),
  };
}

/** The sets of `pictures.json`, and the files of each. */
function listed({ recorded: { lock } }: BranchTip): object {
  const { edits } = JSON.parse(
    renderPicturesFile([{ id: 'hero', files: [HERO] }], lock.renditions ?? {}),
  ) as {
    edits: {
      hero: {
        pictures: [{ renditions: { set: string; color: string | null; files: { path: string }[] }[] }];
      };
    };
  };
  const { renditions } = edits.hero.pictures[0];
  return Object.fromEntries(
    renditions.map(({ set, color, files }) => [`${set} ${color ?? ''}`, files.map(({ path }) => path)]),
  );
}

test('two sets with the same settings are listed each, and are made once, also with `prune`', () => {
  const first = runOn(branchWith(), [WEB, THUMB], true);
  expect(first.made).toHaveLength(5);
  const both = {
    'thumb #aabbcc': ['hero-thumb-320w.jpg'],
    'web #aabbcc': ['hero-web-640w.jpg', 'hero-web-640w.webp', 'hero-web-1280w.jpg', 'hero-web-1280w.webp'],
  };
  expect(listed(first.after)).toEqual(both);
  const second = runOn(first.after, [WEB, THUMB], true);
  expect([second.made, second.copied, second.isChange]).toEqual([[], [], false]);
  expect(listed(second.after)).toEqual(both);
});

test('a set that gets another name takes its files along', () => {
  const first = runOn(branchWith(), [{ ...WEB, isNamed: false }]);
  const renamed = runOn(first.after, [{ ...WEB, isNamed: false, name: 'site' }], true);
  expect([renamed.made, renamed.copied.length]).toEqual([[], 4]);
  expect(listed(renamed.after)).toEqual({
    'site #aabbcc': ['hero-640w.jpg', 'hero-640w.webp', 'hero-1280w.jpg', 'hero-1280w.webp'],
  });
  expect([...renamed.after.tree.keys()].toSorted()).toEqual([...first.after.tree.keys()].toSorted());
});

test('a second set with a format in common: the files of the first get its name without being made again', () => {
  const first = runOn(branchWith(), [{ ...WEB, isNamed: false }]);
  const second = runOn(first.after, [WEB, THUMB]);
  expect([second.made, second.copied.length]).toEqual([['hero-thumb-320w.jpg'], 4]);
  // Pages that use the old paths have them until the next run with `prune`.
  expect(second.after.tree.has('hero-640w.jpg')).toBe(true);
  expect(runOn(second.after, [WEB, THUMB], true).after.tree.has('hero-640w.jpg')).toBe(false);
});

test('what its record does not keep is not written: the picture was moved by another run', () => {
  const tip = branchWith();
  const edits = new Map([['hero', { ...entry(['hero.png']), files: [HERO] }]]);
  const made = (path: string) => ({
    ...{ original: HERO.sha256, key: 'key', set: 'web', settings: {} },
    files: [{ ...picture(path, 'b'), width: 640, height: 360 }],
  });
  const set = [made('hero-640w.webp'), made('before-640w.webp')];
  const blobs = new Map(set.flatMap(({ files }) => files.map(({ path }) => [path, path] as const)));
  const { written } = planRenditions(tip, edits, { set, stale: [], own: [], prune: true, blobs }, place);
  expect(written.map(({ path }) => path)).toEqual(['hero-640w.webp']);
});

test('a take that is set aside was at the path of the kept one: what no setting asks for anymore is pruned all the same', () => {
  const tip = branchWith();
  const aside = {
    ...entry(['hero.png']),
    files: [picture('hero.png', 'a')],
    take: 1,
    stored: 'aside' as const,
  };
  const edits = new Map([...tip.recorded.lock.edits, ['hero#1', aside] as const]);
  const recorded = { ...tip.recorded, lock: { ...tip.recorded.lock, edits } };
  const first = runOn({ ...tip, recorded }, [WEB]);
  const second = runOn(first.after, [{ ...WEB, widths: [640] }]);
  expect(listed(second.after)).toEqual({ 'web #aabbcc': ['hero-web-640w.jpg', 'hero-web-640w.webp'] });
  const pruned = runOn(second.after, [{ ...WEB, widths: [640] }], true);
  expect([...pruned.after.tree.keys()].filter((path) => path.includes('1280'))).toEqual([]);
});

test('what no setting asks for anymore is known at once, also if the edit gets another id in the same run', () => {
  const { tree, recorded, ...rest } = branchWith();
  const edits = new Map([...recorded.lock.edits].map(([, was]) => ['was', was] as const));
  const first = runOn({ ...rest, tree, recorded: { ...recorded, lock: { ...recorded.lock, edits } } }, [WEB]);
  const second = runOn(first.after, [{ ...WEB, widths: [640] }]);
  expect(listed(second.after)).toEqual({ 'web #aabbcc': ['hero-web-640w.jpg', 'hero-web-640w.webp'] });
});

test('a picture of another edit at the path of a rendition stays, and nothing is made for that path in any run', () => {
  const tip = branchWith({ 'hero-WEB-640w.webp': 'SMALL' });
  const small = { ...entry(['hero-WEB-640w.webp']), files: [picture('hero-WEB-640w.webp')] };
  const edits = new Map([...tip.recorded.lock.edits, ['small', small] as const]);
  const recorded = { ...tip.recorded, lock: { ...tip.recorded.lock, edits } };
  const first = runOn({ ...tip, recorded }, [WEB]);
  expect(first.blocked).toEqual(['hero-web-640w.webp']);
  const second = runOn(first.after, [WEB]);
  expect([second.blocked, second.made, second.isChange]).toEqual([first.blocked, [], false]);
});

test('where a take was that is set aside, a rendition can be', () => {
  const tip = branchWith();
  const aside = { ...entry(['hero-web-640w.webp']), take: 2, stored: 'aside' as const };
  const edits = new Map([...tip.recorded.lock.edits, ['hero#2', aside] as const]);
  const recorded = { ...tip.recorded, lock: { ...tip.recorded.lock, edits } };
  const first = runOn({ ...tip, recorded }, [WEB]);
  expect([first.warnings, first.blocked]).toEqual([[], []]);
  expect(first.after.tree.has('hero-web-640w.webp')).toBe(true);
});

test('a picture that comes to the path of an old rendition ends its record', () => {
  const first = runOn(branchWith(), [WEB]);
  const without = runOn(first.after, []);
  const small = {
    ...{ id: 'small', entry: entry(['hero-web-640w.jpg']), blobs: ['SMALL'] },
    sources: [{ kind: 'disk', absolutePath: '/small.jpg' } as const],
  };
  const plan = planCommit(without.after, without.after, { set: [small], remove: [] }, place);
  expect(plan.pictures).toEqual([{ path: 'hero-web-640w.jpg', blob: 'SMALL' }]);
  const files = Object.values(plan.lock.renditions?.[HERO.sha256] ?? {}).flatMap((record) => record.files);
  expect(files.map(({ path }) => path)).toEqual([
    'hero-web-640w.webp',
    'hero-web-1280w.webp',
    'hero-web-1280w.jpg',
  ]);
});

test('a file of others at the path of a rendition stays, and nothing is made for that path in any run', () => {
  const tip = branchWith({ 'hero-WEB-640w.webp': 'THEIRS' });
  const first = runOn(tip, [WEB]);
  expect(first.blocked).toEqual(['hero-web-640w.webp']);
  expect(first.made).toEqual(['hero-web-640w.jpg', 'hero-web-1280w.webp', 'hero-web-1280w.jpg']);
  const second = runOn(first.after, [WEB], true);
  expect([second.blocked, second.made, second.isChange]).toEqual([first.blocked, [], false]);
  expect(second.after.tree.get('hero-WEB-640w.webp')?.blob).toBe('THEIRS');
});
