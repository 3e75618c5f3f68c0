import {
  MOST_SPENT_USD,
  NOTHING_SPENT,
  type LockEntry,
  type LockFile,
  type Recorded,
  type Spending,
} from './types.ts';

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
    const { costUsd = 0, submittedAt } = entry;
    const unpriced = entry.costUsd === undefined ? 1 : 0;
    addToMonth(sums, monthOf(Date.parse(submittedAt)), { costUsd, edits: 1, unpriced });
  }
  return sums.size === 0 ? spending : Object.fromEntries(sums);
}

/** Adds what was spent in a month to the sums by month. */
export function addToMonth(sums: Map<string, Spending>, month: string, more: Spending): void {
  const { costUsd, edits, unpriced } = sums.get(month) ?? NOTHING_SPENT;
  sums.set(month, {
    // Costs have few decimals; any more come from binary fractions.
    costUsd: Math.min(MOST_SPENT_USD, Math.round((costUsd + more.costUsd) * 1e6) / 1e6),
    edits: edits + more.edits,
    unpriced: unpriced + more.unpriced,
  });
}

/** What is recorded on a branch, with the spending of the branch beneath it added; pure. */
export function withSpendingOf<T extends Recorded | undefined>(recorded: T, base: Recorded | undefined): T {
  const below = base?.lock.spending;
  if (recorded === undefined || below === undefined) return recorded;
  const sums = new Map(Object.entries(recorded.lock.spending ?? {}));
  for (const [month, more] of Object.entries(below)) addToMonth(sums, month, more);
  return { ...recorded, lock: { ...recorded.lock, spending: Object.fromEntries(sums) } };
}
