import { MOST_SPENT_USD, type LockEntry, type LockFile, type Recorded } from './types.ts';

/** The calendar month of a time in UTC, e.g. `2026-11`. */
export function monthOf(timeMs: number): string {
  return new Date(timeMs).toISOString().slice(0, 7);
}

/**
 * The spending by month with these new entries counted in the month in which each was submitted; pure. Edits that share
 * the pictures of one request were paid for once. What `lock` has recorded already is not counted again, so the same
 * commit may be made again on a tip that has it.
 */
export function addSpending(
  { edits, spending }: Pick<LockFile, 'edits' | 'spending'>,
  made: readonly LockEntry[],
): LockFile['spending'] {
  const known = new Set([...edits.values()].map(({ requestId }) => requestId));
  const sums = new Map(Object.entries(spending ?? {}));
  for (const [requestId, [entry]] of Map.groupBy(made, (each) => each.requestId)) {
    if (entry === undefined || known.has(requestId)) continue;
    const month = monthOf(Date.parse(entry.submittedAt));
    const { costUsd, edits: count, unpriced } = sums.get(month) ?? { costUsd: 0, edits: 0, unpriced: 0 };
    sums.set(month, {
      costUsd: roundUsd(costUsd + (entry.costUsd ?? 0)),
      edits: count + 1,
      unpriced: unpriced + (entry.costUsd === undefined ? 1 : 0),
    });
  }
  return sums.size === 0 ? spending : Object.fromEntries(sums);
}

/** Costs have few decimals; any more come from binary fractions. */
function roundUsd(usd: number): number {
  return Math.min(MOST_SPENT_USD, Math.round(usd * 1e6) / 1e6);
}

/** What is recorded on a branch, with the spending of the branch beneath it added; pure. */
export function withSpendingOf<T extends Recorded | undefined>(recorded: T, base: Recorded | undefined): T {
  const below = base?.lock.spending;
  if (recorded === undefined || below === undefined) return recorded;
  const sums = new Map(Object.entries(recorded.lock.spending ?? {}));
  for (const [month, { costUsd, edits, unpriced }] of Object.entries(below)) {
    const own = sums.get(month) ?? { costUsd: 0, edits: 0, unpriced: 0 };
    sums.set(month, {
      costUsd: roundUsd(own.costUsd + costUsd),
      edits: own.edits + edits,
      unpriced: own.unpriced + unpriced,
    });
  }
  return { ...recorded, lock: { ...recorded.lock, spending: Object.fromEntries(sums) } };
}
