import { describe, expect, it } from 'vitest';

import { addSpending, monthOf } from '../../src/lock/add-spending.ts';
import type { LockEntry } from '../../src/lock/types.ts';
import { lockEntry } from './sample-lock.ts';

const none = { edits: new Map<string, LockEntry>() };
const NOVEMBER = '2026-11-30T23:59:59.999Z';
const DECEMBER = '2026-12-01T00:00:00.000Z';

function made(requestId: string, costUsd?: number, submittedAt = NOVEMBER): LockEntry {
  return lockEntry([requestId], { requestId, submittedAt, ...(costUsd !== undefined && { costUsd }) });
}

describe('the spending of a month', () => {
  it('is of the month in UTC in which the edit was submitted', () => {
    expect(addSpending(none, [made('a', 0.1), made('b', 0.2), made('c', 0.03, DECEMBER)])).toEqual({
      '2026-11': { costUsd: 0.3, edits: 2, unpriced: 0 },
      '2026-12': { costUsd: 0.03, edits: 1, unpriced: 0 },
    });
    expect(monthOf(Date.parse(DECEMBER))).toBe('2026-12');
  });

  it('counts an edit without a known cost, which is not 0', () => {
    expect(addSpending(none, [made('a')])).toEqual({ '2026-11': { costUsd: 0, edits: 1, unpriced: 1 } });
  });

  it('counts a request once, for however many edits it was made', () => {
    expect(addSpending(none, [made('a', 0.1), made('a', 0.1)])).toMatchObject({ '2026-11': { edits: 1 } });
  });

  it('does not count again what the lock has: the same commit may be made again', () => {
    const spending = { '2026-11': { costUsd: 1, edits: 3, unpriced: 1 } };
    const lock = { edits: new Map([['x', made('a', 0.1)]]), spending };
    expect(addSpending(lock, [made('a', 0.1)])).toEqual(spending);
    expect(addSpending(lock, [made('b', 0.1)])).toEqual({
      '2026-11': { costUsd: 1.1, edits: 4, unpriced: 1 },
    });
  });

  it('stays a number that the lock file can hold', () => {
    const spending = { '2026-11': { costUsd: 1e12, edits: 3, unpriced: 0 } };
    const [sum] = Object.values(addSpending({ ...none, spending }, [made('a', 1e6)]) ?? {});
    expect(sum).toEqual({ costUsd: 1e12, edits: 4, unpriced: 0 });
  });

  it('is absent as long as nothing was spent', () => {
    expect(addSpending(none, [])).toBeUndefined();
  });
});
