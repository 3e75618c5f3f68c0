import { describe, expect, it } from 'vitest';

import { describeGrowth, estimateGrowth, warnOfSize } from '../../../src/plan/review/estimate-growth.ts';
import { lockEntry } from '../../lock/sample-lock.ts';
import type { LockEntry } from '../../../src/lock/types.ts';
import type { PlannedAction } from '../../../src/plan/types.ts';

/** An entry of one picture. */
function entryOf(name: string, bytes: number): LockEntry {
  const entry = lockEntry([name]);
  return { ...entry, files: entry.files.map((file) => ({ ...file, sha256: name.repeat(64), bytes })) };
}

const lock = {
  edits: new Map([
    ['a', entryOf('a', 1000)],
    ['b', entryOf('b', 3000)],
    ['c', { ...entryOf('b', 3000), stored: 'aside' as const }],
  ]),
};
const submit: PlannedAction = { kind: 'submit', over: [] };
const copied = (kind: 'preview' | 'history'): PlannedAction => {
  const entry = entryOf('d', 700);
  return { kind: 'adopt', from: 'd', entry, files: entry.files, on: { kind, branch: 'x', commit: '1' } };
};

describe('the growth of a branch', () => {
  it.each<[what: string, actions: readonly PlannedAction[], growth: object]>([
    ['nothing', [], { branchBytes: 4000, addedBytes: 0 }],
    [
      'new pictures count as what is there on average',
      [submit, submit],
      { branchBytes: 4000, addedBytes: 4667 },
    ],
    ['copies count as they are', [copied('preview')], { branchBytes: 4000, addedBytes: 700 }],
    ['what its history has, it has already', [copied('history')], { branchBytes: 4000, addedBytes: 0 }],
  ])('%s', (_, actions, growth) => {
    expect(
      estimateGrowth(
        actions.map((action) => ({ action })),
        lock,
      ),
    ).toEqual(growth);
  });

  it('is not known of new pictures on an empty branch', () => {
    const growth = estimateGrowth([{ action: submit }], { edits: new Map() });
    expect(growth).toEqual({ branchBytes: 0 });
    expect(describeGrowth(growth)).toBe('0 B of pictures, it is not known how much is added');
  });

  it('is a warning near what GitHub recommends', () => {
    expect(warnOfSize({ branchBytes: 7.9e9 }, 'assets')).toEqual([]);
    expect(warnOfSize({ branchBytes: 7.9e9, addedBytes: 2e8 }, 'assets')).toMatchObject([
      { severity: 'warning', message: expect.stringContaining('come to 7.5 GiB') as unknown },
    ]);
  });
});
