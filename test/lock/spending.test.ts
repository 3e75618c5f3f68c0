import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { addSpending, mergeSpending, monthOf, sumUp, withSpendingOf } from '../../src/lock/spending.ts';
import type { LockEntry, LockFile, Recorded } from '../../src/lock/types.ts';
import { lockEntry } from './sample-lock.ts';

type ByMonth = LockFile['spending'];

const NOVEMBER = '2026-11-30T23:59:59.999Z';
const DECEMBER = '2026-12-01T00:00:00.000Z';

function made(requestId: string, costUsd?: number, submittedAt = NOVEMBER): LockEntry {
  return lockEntry([requestId], { requestId, submittedAt, ...(costUsd !== undefined && { costUsd }) });
}

/** Without the single requests. */
function sums(spending: ByMonth) {
  return Object.fromEntries(
    Object.entries(spending ?? {}).map(([month, { costUsd, edits, unpriced }]) => [
      month,
      { costUsd, edits, unpriced },
    ]),
  );
}

function recordedWith(spending: ByMonth): Recorded {
  return {
    lock: { edits: new Map(), pages: [], ...(spending !== undefined && { spending }) },
    paths: new Set(),
  };
}

describe('the spending of a month', () => {
  it('is of the month in UTC in which the edit was submitted', () => {
    expect(addSpending(undefined, [made('a', 0.1), made('b', 0.2), made('c', 0.03, DECEMBER)])).toEqual({
      '2026-11': {
        costUsd: 0.3,
        edits: 2,
        unpriced: 0,
        requests: new Map(Object.entries({ a: 0.1, b: 0.2 })),
      },
      '2026-12': { costUsd: 0.03, edits: 1, unpriced: 0, requests: new Map([['c', 0.03]]) },
    });
    expect(monthOf(Date.parse(DECEMBER))).toBe('2026-12');
  });

  it('counts an edit without a known cost, which is not 0', () => {
    expect(sums(addSpending(undefined, [made('a')]))).toEqual({
      '2026-11': { costUsd: 0, edits: 1, unpriced: 1 },
    });
  });

  it('stays a number that the lock file can hold', () => {
    const many = Array.from({ length: 3 }, (_, index): [string, number] => [`r${index}`, 1e12]);
    expect(sumUp(new Map(many))).toMatchObject({ costUsd: 1e12, edits: 3 });
  });

  it('is absent as long as nothing was spent', () => {
    expect(addSpending(undefined, [])).toBeUndefined();
  });
});

describe('a request counts once', () => {
  it('for however many edits it was made, and however often it is recorded', () => {
    const once = addSpending(undefined, [made('a', 0.1), made('a', 0.1)]);
    expect(sums(once)).toEqual({ '2026-11': { costUsd: 0.1, edits: 1, unpriced: 0 } });
    expect(addSpending(once, [made('a', 0.1)])).toEqual(once);
  });

  it('with what it cost, in whatever order: an edit that shares it with another one was free', () => {
    const costs = [undefined, 0, 0.03];
    for (const [first, second] of costs.flatMap((one) => costs.map((other) => [one, other] as const))) {
      const expected =
        first === undefined || second === undefined ? (first ?? second) : Math.max(first, second);
      const together = addSpending(undefined, [made('a', first), made('a', second)]);
      expect(together).toEqual(addSpending(undefined, [made('a', expected)]));
      expect(
        mergeSpending(
          addSpending(undefined, [made('a', first)]),
          addSpending(undefined, [made('a', second)]),
        ),
      ).toEqual(together);
    }
  });

  it('with its cost, if one of two branches knows it', () => {
    const [unknown, known] = [addSpending(undefined, [made('a')]), addSpending(undefined, [made('a', 0.1)])];
    expect(mergeSpending(unknown, known)).toEqual(known);
    expect(mergeSpending(known, unknown)).toEqual(known);
  });

  it('whichever branches it came by: what they spent together is the sum over all requests', () => {
    const request = fc.record({
      id: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
      on: fc.uniqueArray(fc.constantFrom(0, 1, 2), { minLength: 1 }),
    });
    fc.assert(
      fc.property(fc.array(request), fc.array(fc.tuple(fc.nat(2), fc.nat(2))), (requests, merges) => {
        const branches: ByMonth[] = [undefined, undefined, undefined];
        for (const { id, on } of requests)
          for (const each of on) branches[each] = addSpending(branches[each], [made(id, 0.25)]);
        // A squash, a merge, a picture that is adopted from a preview: whatever brings one lock file to another.
        for (const [from, to] of merges) branches[to] = mergeSpending(branches[to], branches[from]);
        const all = branches.reduce(mergeSpending);
        const ids = new Set(requests.map(({ id }) => id));
        const { costUsd = 0, edits = 0 } = all?.['2026-11'] ?? {};
        expect({ costUsd, edits }).toEqual({ costUsd: ids.size / 4, edits: ids.size });
      }),
    );
  });

  it('on a branch and on the one beneath it', () => {
    const own = recordedWith(addSpending(undefined, [made('a', 0.1), made('b')]));
    const base = recordedWith(
      addSpending(undefined, [made('a', 0.1), made('c', 0.2), made('d', 5, DECEMBER)]),
    );
    expect(sums(withSpendingOf(own, base).lock.spending)).toEqual({
      '2026-11': { costUsd: 0.3, edits: 3, unpriced: 1 },
      '2026-12': { costUsd: 5, edits: 1, unpriced: 0 },
    });
    expect(withSpendingOf(own, undefined)).toEqual(own);
  });
});

describe('months long ago', () => {
  const months = ['2026-08', '2026-09', '2026-10', '2026-11'].map((month) =>
    made(`r-${month}`, 1, `${month}-15T00:00:00.000Z`),
  );

  it('keep their sums only', () => {
    const spending = addSpending(undefined, months);
    const detailed = Object.entries(spending ?? {}).filter(([, { requests }]) => requests !== undefined);
    expect(detailed.map(([month]) => month)).toEqual(['2026-09', '2026-10', '2026-11']);
    expect(spending?.['2026-08']).toEqual({ costUsd: 1, edits: 1, unpriced: 0 });
    expect(addSpending(spending, months)).toEqual(spending);
  });

  it('count the larger sums of two branches, and never both', () => {
    const few = { '2026-01': { costUsd: 1, edits: 2, unpriced: 0 } };
    const many = { '2026-01': { costUsd: 3, edits: 4, unpriced: 0 } };
    expect(mergeSpending(few, many)).toEqual(many);
    expect(mergeSpending(many, few)).toEqual(many);
  });
});
