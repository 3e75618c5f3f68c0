import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { planCommit, planPages } from '../../../src/deliver/branch/plan-commit.ts';
import type { WrittenChange } from '../../../src/deliver/branch/rebase-changes.ts';
import { addSpending } from '../../../src/lock/spending.ts';
import { foldPath } from '../../../src/shared/fold-path.ts';
import { entry, place, sampleTip, type TipSample } from './sample-branch.ts';

const inFolder = { branch: 'assets', directory: 'pics' };

function change(id: string, path: string, blob: string, from?: string): WrittenChange {
  const source =
    from === undefined
      ? ({ kind: 'disk', absolutePath: '/x' } as const)
      : ({ kind: 'branch', path: from } as const);
  return { id, entry: entry([path], blob), sources: [source], blobs: [blob] };
}

test('paths of a commit are from the root, and a moved picture counts as one', () => {
  const tip = sampleTip(
    {
      files: { 'pics/a.png': 'A', 'pics/b.png': 'B', 'a.png': 'theirs' },
      edits: { a: entry(['a.png']), b: entry(['b.png']) },
    },
    inFolder,
  );
  const set = [change('a', 'new/a.png', 'A', 'a.png'), change('c', 'c.png', 'C')];
  const plan = planCommit(tip, tip, { set, remove: ['b'] }, inFolder);
  expect(plan).toMatchObject({
    pictures: [
      { path: 'pics/new/a.png', blob: 'A' },
      { path: 'pics/c.png', blob: 'C' },
      { path: 'pics/b.png' },
      { path: 'pics/a.png' },
    ],
    facts: { edits: 2, files: 3 },
    isChange: true,
  });
  expect([...plan.lock.edits.keys()]).toEqual(['a', 'c']);
});

test('what comes to the branch is counted, and what it has or had is not: put back, moved, or adopted a second time', () => {
  const [old, now] = [entry(['a.png'], 'old'), entry(['a.png'], 'now')];
  const { recorded, ...rest } = sampleTip({ files: { 'a.png': 'A', 'b.png': 'B' }, edits: { a: now } });
  const spending = addSpending(undefined, [old, now]) ?? {};
  const tip = { ...rest, recorded: { ...recorded, lock: { ...recorded.lock, spending } } };
  const counted = (set: readonly WrittenChange[]) => {
    const { lock } = planCommit(tip, tip, { set, remove: [] }, place);
    return Object.values(lock.spending ?? {}).reduce((sum, { edits }) => sum + edits, 0);
  };
  expect(counted([])).toBe(2);
  expect(counted([change('c', 'c.png', 'C')])).toBe(3);
  expect(counted([{ ...change('a', 'a.png', 'A2'), entry: old }])).toBe(2);
  expect(counted([{ ...change('b', 'b.png', 'A', 'a.png'), entry: now }])).toBe(2);
  // Made again, it was paid for again.
  expect(counted([{ ...change('a', 'a.png', 'A2'), entry: entry(['a.png'], 'again') }])).toBe(3);
});

test('a file of ours that somebody replaced by a link, or took away, is not touched', () => {
  const tip = sampleTip({ files: { 'a.png': '120000 A' }, edits: { a: entry(['a.png', 'b.png']) } });
  const plan = planCommit(tip, tip, { set: [], remove: ['a'] }, place);
  expect(plan).toMatchObject({ pictures: [], isChange: true, facts: { edits: 0, files: 0 } });
});

describe('pages', () => {
  test('that are no longer needed go; what others wrote in their place stays', () => {
    const tip = sampleTip({
      files: { 'README.md': 'x', 'gallery-2.md': 'x', 'gallery-3.md': '120000 x', 'Gallery-4.md': 'theirs' },
      pages: ['README.md', 'gallery-2.md', 'gallery-3.md', 'gallery-9.md'],
    });
    expect(planPages(tip, tip.recorded.lock, ['gallery-4.md', 'README.md'], place)).toEqual({
      pages: ['README.md'],
      removed: ['gallery-2.md'],
      obstacles: ['Gallery-4.md'],
    });
  });
});

describe('whatever is on the branch, and whatever is asked for', () => {
  const paths = fc.constantFrom('a.png', 'A.png', 'b.png', 'b.png/c.png', 'd/e.png', 'D/e.png', 'd');
  const ids = fc.constantFrom('one', 'two', 'three');
  const blobs = fc.constantFrom('1', '2', '3');
  /** Entries with a path each, no two alike, of which some are there. */
  const branches = fc
    .record({
      files: fc.dictionary(paths, blobs),
      owned: fc.uniqueArray(fc.tuple(ids, paths), { selector: ([id]) => id }),
    })
    .map(({ files, owned }): TipSample => {
      const alike = new Set<string>();
      const entries = owned.filter(([, path]) => !alike.has(foldPath(path)) && alike.add(foldPath(path)));
      return { files, edits: Object.fromEntries(entries.map(([id, path]) => [id, entry([path], path)])) };
    });
  const sets = fc.uniqueArray(
    fc
      .record({ id: ids, path: paths, blob: blobs, from: fc.option(paths, { nil: undefined }) })
      .map(({ id, path, blob, from }) => change(id, path, blob, from)),
    { selector: ({ id }) => id },
  );

  test('files of others stay, entries have their files, and each id is reported', () => {
    fc.assert(
      fc.property(branches, branches, sets, fc.uniqueArray(ids), (before, now, set, removed) => {
        const [base, tip] = [sampleTip(before), sampleTip(now)];
        const remove = removed.filter((id) => set.every((other) => other.id !== id));
        const plan = planCommit(tip, base, { set, remove }, place);
        const own = new Set(
          [...tip.recorded.lock.edits.values()].flatMap(({ files }) => files.map(({ path }) => path)),
        );
        const after = new Map([...tip.tree.values()].map(({ path, blob }) => [path, blob]));
        for (const { path } of plan.pictures.filter((each) => !('blob' in each))) {
          expect(own).toContain(path);
          after.delete(path);
        }
        for (const { path, blob = '' } of plan.pictures.filter((each) => 'blob' in each)) {
          expect(own.has(path) || !tip.tree.has(path)).toBe(true);
          after.set(path, blob);
        }
        const files = [...plan.lock.edits.values()].flatMap((each) =>
          each.files.map(({ path }) => foldPath(path)),
        );
        expect(new Set(files).size).toBe(files.length);
        for (const { id, entry: wanted, blobs: names } of set) {
          if (plan.left.some((each) => each.id === id)) {
            expect(plan.lock.edits.get(id)).toEqual(tip.recorded.lock.edits.get(id));
          } else if (plan.lock.edits.get(id) === wanted) {
            expect(wanted.files.map(({ path }) => after.get(path))).toEqual(names);
          } else {
            expect(plan.warnings).toContainEqual(expect.stringContaining(`\`${id}\``));
          }
        }
        // What was there and is still named has not gone.
        for (const { files: named } of plan.lock.edits.values())
          for (const { path } of named) if (tip.tree.has(path)) expect(after.has(path)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  test('doing it again changes nothing', () => {
    fc.assert(
      fc.property(branches, sets, (now, set) => {
        const tip = sampleTip(now);
        const plan = planCommit(tip, tip, { set, remove: [] }, place);
        const tree = new Map([...tip.tree.values()].map(({ path, blob }) => [path, blob]));
        for (const { path, blob } of plan.pictures) {
          if (blob === undefined) tree.delete(path);
          else tree.set(path, blob);
        }
        const edits = Object.fromEntries(plan.lock.edits);
        const next = sampleTip({ files: Object.fromEntries(tree), edits });
        const landed = set.filter(({ id }) => plan.left.every((each) => each.id !== id));
        expect(planCommit(next, next, { set: landed, remove: [] }, place)).toMatchObject({
          isChange: false,
          left: [],
        });
      }),
      { numRuns: 1000 },
    );
  });
});
