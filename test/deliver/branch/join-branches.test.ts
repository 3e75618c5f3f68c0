import { describe, expect, test } from 'vitest';

import { joinBranches, type Side } from '../../../src/deliver/branch/join-branches.ts';
import type { LockEntry } from '../../../src/lock/types.ts';
import { entry, place, sampleTip, type TipSample } from './sample-branch.ts';

function side(sample: TipSample, spentUsd?: number): Side {
  const { tree, recorded } = sampleTip(sample);
  const spending =
    spentUsd === undefined ? {} : { spending: { '2026-11': { costUsd: spentUsd, edits: 1, unpriced: 0 } } };
  return { tree, lock: { ...recorded.lock, ...spending } };
}

/** An entry with one picture of its own name. */
function made(id: string, requestId: string, minute = 1): LockEntry {
  return { ...entry([`${id}.png`], requestId), finishedAt: `2026-11-01T10:0${minute}:00.000Z` };
}

function join(before: TipSample, head: TipSample, base: TipSample) {
  const joined = joinBranches({ before: side(before), head: side(head), base: side(base) }, place);
  return {
    files: Object.fromEntries([...joined.tree].map(([path, { blob }]) => [path, blob] as const)),
    edits: Object.fromEntries([...joined.lock.edits].map(([id, { requestId }]) => [id, requestId])),
    conflicts: joined.conflicts,
    isAhead: joined.isAhead,
  };
}

describe('pictures follow their entries', () => {
  const nothing: TipSample = { files: { 'code.js': 'x' } };

  test('made on the head, while the base got other files', () => {
    const head = { files: { 'code.js': 'x', 'a.png': 'A' }, edits: { a: made('a', 'r1') } };
    expect(join(nothing, head, { files: { 'code.js': 'y' } })).toEqual({
      files: { 'a.png': 'A', 'code.js': 'y' },
      edits: { a: 'r1' },
      conflicts: [],
      isAhead: true,
    });
  });

  test('squashed: the base has all of it', () => {
    const head = { files: { 'code.js': 'x', 'a.png': 'A' }, edits: { a: made('a', 'r1') } };
    expect(join(nothing, head, head)).toMatchObject({ edits: { a: 'r1' }, isAhead: false });
  });

  test('made on both: the later one counts', () => {
    const older = { files: { 'a.png': 'A' }, edits: { a: made('a', 'r1', 1) } };
    const newer = { files: { 'a.png': 'B' }, edits: { a: made('a', 'r2', 2) } };
    expect(join({}, older, newer)).toMatchObject({
      files: { 'a.png': 'B' },
      edits: { a: 'r2' },
      isAhead: false,
    });
    expect(join({}, newer, older)).toMatchObject({
      files: { 'a.png': 'B' },
      edits: { a: 'r2' },
      isAhead: true,
    });
  });

  test('removed on one side: gone; removed here and made again there: there', () => {
    const both = { files: { 'a.png': 'A' }, edits: { a: made('a', 'r1') } };
    const again = { files: { 'a.png': 'B' }, edits: { a: made('a', 'r2') } };
    expect(join(both, {}, both)).toMatchObject({ files: {}, edits: {}, isAhead: true });
    expect(join(both, both, {})).toMatchObject({ files: {}, edits: {}, isAhead: false });
    expect(join(both, {}, again)).toMatchObject({ files: { 'a.png': 'B' }, edits: { a: 'r2' } });
    expect(join(both, again, {})).toMatchObject({ files: { 'a.png': 'B' }, edits: { a: 'r2' } });
  });
});

describe('files of others', () => {
  test('what one side changed is as on that side, a mode too', () => {
    const before = { files: { 'a.txt': '1', 'b.txt': '1', 'c.txt': '1' } };
    const head = { files: { 'a.txt': '100755 1', 'c.txt': '1', 'new.txt': 'n' } };
    const base = { files: { 'a.txt': '1', 'b.txt': '1', 'c.txt': '2' } };
    const joined = joinBranches({ before: side(before), head: side(head), base: side(base) }, place);
    expect([...joined.tree.values()]).toEqual([
      { path: 'a.txt', blob: '1', mode: '100755' },
      { path: 'c.txt', blob: '2', mode: '100644' },
      { path: 'new.txt', blob: 'n', mode: '100644' },
    ]);
    expect(joined.changes).toEqual([
      { path: 'b.txt' },
      { path: 'a.txt', blob: '1', mode: '100755' },
      { path: 'new.txt', blob: 'n', mode: '100644' },
    ]);
  });

  test('changed on both sides: a conflict, unless both say the same', () => {
    const before = { files: { 'a.txt': '1' } };
    expect(join(before, { files: { 'a.txt': '2' } }, { files: { 'a.txt': '3' } }).conflicts).toEqual([
      'a.txt',
    ]);
    expect(join(before, {}, { files: { 'a.txt': '3' } }).conflicts).toEqual(['a.txt']);
    expect(join(before, { files: { 'a.txt': '2' } }, { files: { 'a.txt': '2' } }).conflicts).toEqual([]);
  });

  test('pages and lock files are no conflict, as they are written again', () => {
    const page = (text: string): TipSample => ({
      files: { 'README.md': text, 'edits.lock.json': text },
      pages: ['README.md'],
    });
    expect(join(page('1'), page('2'), page('3'))).toMatchObject({
      files: { 'README.md': '3', 'edits.lock.json': '3' },
      conflicts: [],
      isAhead: false,
    });
  });
});

test('what a month cost: of both since they parted, and once if the base has all of it', () => {
  const a = { files: { 'a.png': 'A' }, edits: { a: made('a', 'r1') } };
  const b = { files: { 'b.png': 'B' }, edits: { b: made('b', 'r2') } };
  const sides = { before: side({}, 1), head: side(a, 1.5), base: side(b, 3) };
  expect(joinBranches(sides, place).lock.spending).toEqual({
    '2026-11': { costUsd: 3.5, edits: 1, unpriced: 0 },
  });
  const squashed = { ...sides, base: side(a, 1.5) };
  expect(joinBranches(squashed, place).lock.spending).toEqual({
    '2026-11': { costUsd: 1.5, edits: 1, unpriced: 0 },
  });
});
