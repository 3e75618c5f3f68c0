import { describe, expect, test } from 'vitest';

import { joinBranches, type Side } from '../../../src/deliver/branch/join-branches.ts';
import { mergeLocks } from '../../../src/deliver/branch/merge-locks.ts';
import { addSpending } from '../../../src/lock/spending.ts';
import type { LockEntry } from '../../../src/lock/types.ts';
import { entry, picture, place, sampleTip, type TipSample } from './sample-branch.ts';

function side(sample: TipSample): Side {
  const { tree, recorded } = sampleTip(sample);
  return { tree, lock: recorded.lock };
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

describe('files that someone put at our paths of the base', () => {
  const head = {
    files: { 'a.png': 'A', 'README.md': 'ours' },
    edits: { a: made('a', 'r1') },
    pages: ['README.md'],
  };

  test('in the place of a picture: a conflict, unless it is the same', () => {
    expect(join({}, head, { files: { 'a.png': 'theirs' } }).conflicts).toEqual(['a.png']);
    expect(join({}, head, { files: { 'a.png': 'A' } }).conflicts).toEqual([]);
  });

  test('in the place of a page, or of a picture that is gone: theirs stays', () => {
    const files = { 'README.md': 'theirs', 'old.png': 'theirs' };
    const before = { files: { 'old.png': 'O' }, edits: { old: made('old', 'r0') } };
    expect(join(before, head, { files })).toMatchObject({
      files: { ...files, 'a.png': 'A' },
      conflicts: [],
    });
  });

  test('what was ours before and is no longer named there was ours', () => {
    const before = { files: { 'a.png': 'A' }, edits: { a: made('a', 'r0') } };
    expect(join(before, head, { files: { 'a.png': 'A' } })).toMatchObject({ conflicts: [] });
  });
});

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

test('what a month cost: of both, and once what both recorded, as after a squash', () => {
  const paid = (edit: LockEntry, costUsd: number): LockEntry => ({ ...edit, costUsd });
  const [one, two, three] = [paid(made('a', 'r1'), 1), paid(made('b', 'r2'), 2), paid(made('a', 'r3'), 4)];
  const side = (sample: TipSample, spent: readonly LockEntry[]): Side => {
    const { tree, recorded } = sampleTip(sample);
    return { tree, lock: { ...recorded.lock, spending: addSpending({}, spent) ?? {} } };
  };
  const before = side({}, []);
  const head = side({ files: { 'a.png': 'A' }, edits: { a: one } }, [one]);
  const costOf = (ours: Side, theirs: Side) =>
    joinBranches({ before, head: ours, base: theirs }, place).lock.spending?.['2026-11'];
  const apart = side({ files: { 'b.png': 'B' }, edits: { b: two } }, [two]);
  expect(costOf(head, apart)).toMatchObject({ costUsd: 3, edits: 2 });
  expect(costOf(head, head)).toMatchObject({ costUsd: 1, edits: 1 });
  // The base has the squashed head, and the head made the edit again since.
  const later = side({ files: { 'a.png': 'A2' }, edits: { a: three } }, [one, three]);
  expect(costOf(later, head)).toMatchObject({ costUsd: 5, edits: 2 });
});

test('a rendition is of the take that is kept after the merge, not of one that is set aside', () => {
  const take = (number: number, letter: string, more: Partial<LockEntry>): LockEntry => ({
    ...{ ...made('hero', `r${number}`, number), files: [picture('hero.png', letter)] },
    ...{ take: number, ...more },
  });
  const file = picture('hero-640w.png', 'f');
  const renditionsOf = (letter: string) => ({
    [letter.repeat(64)]: { key: { set: 'web', settings: {}, files: [file] } },
  });
  const lockOf = (edits: Readonly<Record<string, LockEntry>>, letter: string) => ({
    ...{ edits: new Map(Object.entries(edits)), pages: [] },
    renditions: renditionsOf(letter),
  });
  const first = lockOf({ 'hero#1': take(1, 'a', { isKept: true }) }, 'a');
  const second = lockOf(
    {
      'hero#1': take(1, 'a', { stored: 'aside', heldBy: 'c'.repeat(40) }),
      'hero#2': take(2, 'b', { isKept: true }),
    },
    'b',
  );
  expect(mergeLocks(first, second, first).lock.renditions).toEqual(renditionsOf('b'));
});
