import { describe, expect, test } from 'vitest';

import type { LockedFile, LockedRenditions } from '../../src/lock/types.ts';
import { applyRenditions, type RenditionChange } from '../../src/pictures/apply-renditions.ts';
import { mergeRenditions } from '../../src/pictures/merge-renditions.ts';

function file(path: string, sha256 = 'f'): LockedFile {
  return { path, sha256, bytes: 1, type: 'image/webp', width: 1, height: 1 };
}

function records(all: Readonly<Record<string, readonly string[]>>): LockedRenditions {
  return Object.fromEntries(
    Object.entries(all).map(([original, paths]) => [
      original,
      { key: { set: 'web', settings: {}, files: paths.map((path) => file(path, original)) } },
    ]),
  );
}

function entries(all: Readonly<Record<string, string>>) {
  return new Map(
    Object.entries(all).map(([path, sha256]) => [path, { files: [file(`${path}.png`, sha256)] }]),
  );
}

const NOTHING: RenditionChange = { set: [], stale: [], own: [], prune: false };
const made = (original: string, ...paths: readonly string[]) => ({
  original,
  key: 'key',
  set: 'web',
  settings: {},
  files: paths.map((path) => file(path, original)),
});
const pathsOf = (all: LockedRenditions): object =>
  Object.fromEntries(
    Object.entries(all).map(([original, keys]) => [
      original,
      Object.values(keys).flatMap(({ files }) => files.map(({ path }) => path)),
    ]),
  );

describe('what is recorded after a commit', () => {
  test.each<[string, LockedRenditions, object]>([
    [
      'new files beside the old ones',
      applyRenditions(
        records({ a: ['h-1w.webp'] }),
        { ...NOTHING, set: [made('a', 'h-2w.webp')] },
        entries({ h: 'a' }),
      ),
      { a: ['h-1w.webp', 'h-2w.webp'] },
    ],
    [
      'a path belongs to the newest only',
      applyRenditions(
        records({ a: ['h-1w.webp', 'h-2w.webp'] }),
        { ...NOTHING, set: [made('b', 'h-1w.webp')] },
        entries({ h: 'b' }),
      ),
      { a: ['h-2w.webp'], b: ['h-1w.webp'] },
    ],
    [
      'nothing of a picture that another run has replaced',
      applyRenditions(
        records({ a: ['h-1w.webp'] }),
        { ...NOTHING, set: [made('b', 'h-1w.webp')] },
        entries({ h: 'c' }),
      ),
      { a: ['h-1w.webp'] },
    ],
    [
      'pruned: neither stale ones nor those of other pictures',
      applyRenditions(
        records({ a: ['h-1w.webp', 'h-2w.webp'], old: ['h-3w.webp'], b: ['i-1w.webp'] }),
        { ...NOTHING, stale: ['h-1w.webp'], own: ['h.png'], prune: true },
        entries({ h: 'a', i: 'b' }),
      ),
      { a: ['h-2w.webp'], b: ['i-1w.webp'] },
    ],
    [
      'two edits with one picture share a record',
      applyRenditions(
        {},
        { ...NOTHING, set: [made('a', 'h-1w.webp'), made('a', 'i-1w.webp')] },
        entries({ h: 'a', i: 'a' }),
      ),
      { a: ['h-1w.webp', 'i-1w.webp'] },
    ],
  ])('%s', (_, after, expected) => {
    expect(pathsOf(after)).toEqual(expected);
  });

  test('stale until it is made again', () => {
    const stale = applyRenditions(
      records({ a: ['h-1w.webp'] }),
      { ...NOTHING, stale: ['h-1w.webp'], own: ['h.png'] },
      entries({ h: 'a' }),
    );
    expect(stale['a']?.['key']?.stale).toEqual(['h-1w.webp']);
    const again = applyRenditions(stale, { ...NOTHING, set: [made('a', 'h-1w.webp')] }, entries({ h: 'a' }));
    expect(again['a']?.['key']?.stale).toBeUndefined();
  });
});

describe('two branches together', () => {
  test.each<[string, LockedRenditions, object]>([
    [
      'all of both',
      mergeRenditions(
        records({ a: ['h-1w.webp'] }),
        records({ a: ['h-2w.webp'], b: ['i-1w.webp'] }),
        new Set(['a', 'b']),
      ),
      { a: ['h-1w.webp', 'h-2w.webp'], b: ['i-1w.webp'] },
    ],
    [
      'a path belongs to the picture that is there',
      mergeRenditions(records({ new: ['h-1w.webp'] }), records({ old: ['h-1w.webp'] }), new Set(['new'])),
      { new: ['h-1w.webp'] },
    ],
    [
      'and to the base if neither is',
      mergeRenditions(records({ x: ['h-1w.webp'] }), records({ y: ['h-1w.webp'] }), new Set()),
      { y: ['h-1w.webp'] },
    ],
  ])('%s', (_, merged, expected) => {
    expect(pathsOf(merged)).toEqual(expected);
  });
});
