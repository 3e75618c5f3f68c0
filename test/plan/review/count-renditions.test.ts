import { describe, expect, it } from 'vitest';

import type { Recorded } from '../../../src/lock/types.ts';
import { findRenditionWork } from '../../../src/pictures/find-rendition-work.ts';
import { countRenditions, describeRenditions } from '../../../src/plan/review/count-renditions.ts';
import { estimateGrowth } from '../../../src/plan/review/estimate-growth.ts';
import type { PlannedAction, PlannedEdit } from '../../../src/plan/types.ts';
import type { PictureSettings, RenditionSet } from '../../../src/spec/types.ts';
import { sampleEdit, sampleFile } from '../../report/sample-run.ts';
import { sampleEntry } from '../../report/sample-branch.ts';

const WEB: RenditionSet = { name: 'web', widths: [640, 1280], formats: ['webp', 'jpeg'], isNamed: false };
const settings = (...renditions: readonly RenditionSet[]): PictureSettings => ({
  renditions,
  mark: 'renditions',
  markPrompt: false,
  sourceType: 'trainedAlgorithmicMedia',
});

const submit: PlannedAction = { kind: 'submit', over: [] };
const file = sampleFile('hero.jpg', { sha256: 'a'.repeat(64) });
const entry = sampleEntry([file]);
const unchanged: PlannedAction = { kind: 'unchanged', from: 'hero', entry, files: [file] };
const on = { kind: 'base', branch: 'assets', commit: '1' } as const;

function edit(action: PlannedAction, more: Partial<PlannedEdit> = {}): PlannedEdit {
  return sampleEdit('hero', { action, pictures: settings(WEB), forceSingle: true, ...more });
}

/** A branch with these renditions of the picture. */
function recordedWith(...names: readonly string[]): Recorded {
  const [set] = findRenditionWork(
    [
      {
        ...{ id: 'hero', model: entry.model, prompt: 'Prompt of hero', hasImages: false },
        shown: [file],
        settings: settings(WEB),
      },
    ],
    undefined,
  ).sets;
  if (set === undefined) throw new Error('nothing is wanted');
  const files = set.make
    .filter(({ path }) => names.includes(path))
    .map((each) => ({ ...each, sha256: 'b'.repeat(64), bytes: each.width * each.height }));
  const record = { set: 'web', settings: set.wanted.settings, files };
  return {
    lock: {
      edits: new Map([['hero', entry]]),
      pages: [],
      renditions: files.length === 0 ? {} : { [file.sha256]: { [set.wanted.key]: record } },
    },
    paths: new Set(['hero.jpg', ...names]),
  };
}

const ALL = ['hero-640w.webp', 'hero-640w.jpg', 'hero-1280w.webp', 'hero-1280w.jpg'];

describe('the renditions that a plan makes', () => {
  it.each<[what: string, edits: readonly PlannedEdit[], recorded: Recorded | undefined, files: number]>([
    ['of a picture that is made', [edit(submit)], undefined, 4],
    ['none for an edit without any', [edit(submit, { pictures: settings() })], undefined, 0],
    ['of one that is there', [edit(unchanged)], recordedWith(), 4],
    ['those that are missing only', [edit(unchanged)], recordedWith(...ALL.slice(0, 3)), 1],
    ['none if nothing is missing', [edit(unchanged)], recordedWith(...ALL), 0],
    ['none of what stays on the base branch', [edit({ ...unchanged, on })], recordedWith(), 0],
    [
      'of one that is copied',
      [edit({ kind: 'adopt', from: 'x', entry, files: [file], on })],
      recordedWith(),
      4,
    ],
    [
      'of the kept take only',
      [1, 2, 3].map((number) =>
        edit(submit, { take: { edit: 'hero', number, of: 3, isKept: number === 2, isChosen: true } }),
      ),
      undefined,
      4,
    ],
    ['none of what is left out', [edit({ kind: 'skip', reason: 'frozen' })], undefined, 0],
    [
      'never enlarged: one width for both',
      [edit(submit, { size: { width: 600, height: 600, wire: '600x600(1:1)' } })],
      undefined,
      2,
    ],
  ])('%s', (_, edits, recorded, files) => {
    expect(countRenditions(edits, recorded).files).toBe(files);
  });

  it('may be more if an edit can return several pictures', () => {
    expect(countRenditions([edit(submit, { forceSingle: false })], undefined).isLeast).toBe(true);
    expect(countRenditions([edit(unchanged, { forceSingle: false })], recordedWith()).isLeast).toBe(false);
  });

  it('are named with how long AVIF takes', () => {
    const avif: RenditionSet = { ...WEB, widths: [1280], formats: ['avif', 'jpeg'] };
    const count = countRenditions([edit(submit, { pictures: settings(avif) })], undefined);
    expect(describeRenditions(count)).toBe(
      '2 files to make, at no cost; 1 of them is AVIF, which takes about 15 s',
    );
    expect(describeRenditions({ files: 1, isLeast: false })).toBe('1 file to make, at no cost');
    expect(describeRenditions({ files: 4, isLeast: true })).toBe('at least 4 files to make, at no cost');
  });

  it('count for the growth of the branch, by the bytes of those that are there', () => {
    const recorded = recordedWith(...ALL.slice(0, 3));
    const count = countRenditions([edit(unchanged)], recorded);
    const { addedBytes } = estimateGrowth([edit(unchanged)], recorded.lock, count);
    // One byte for each pixel, as in the others.
    expect(addedBytes).toBe(1280 * 720);
    expect(estimateGrowth([edit(unchanged)], recorded.lock)).toMatchObject({ addedBytes: 0 });
  });
});
