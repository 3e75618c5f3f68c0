import { MOST_SPENT_USD, type LockEntry, type LockFile, type MonthSpending, type Recorded } from './types.ts';

type ByMonth = LockFile['spending'];

/** USD by request id; undefined if the cost is not known. */
type Requests = NonNullable<MonthSpending['requests']>;

/** How many months, the newest first, are recorded request by request. Of older ones, only the sums are kept. */
const MONTHS_IN_DETAIL = 3;

/** The calendar month of a time in UTC, e.g. `2026-11`. */
export function monthOf(timeMs: number): string {
  return new Date(timeMs).toISOString().slice(0, 7);
}

/** The spending of a month in which these requests were submitted; pure. */
export function sumUp(requests: Requests): MonthSpending {
  const costs = [...requests.values()];
  const known = costs.filter((each) => each !== undefined);
  const costUsd = known.reduce((sum, each) => sum + each, 0);
  return {
    // Costs have few decimals; any more come from binary fractions.
    costUsd: Math.min(MOST_SPENT_USD, Math.round(costUsd * 1e6) / 1e6),
    edits: costs.length,
    unpriced: costs.length - known.length,
    requests,
  };
}

/**
 * The spending with that of these entries in it, each in the month in which it was submitted; pure. A request counts once,
 * however many entries it has, and whether or not it is recorded already.
 */
export function addSpending(
  spending: ByMonth,
  entries: readonly Pick<LockEntry, 'requestId' | 'costUsd' | 'submittedAt'>[],
): ByMonth {
  const byMonth = Map.groupBy(entries, ({ submittedAt }) => monthOf(Date.parse(submittedAt)));
  const more = [...byMonth].map(
    ([month, paid]) =>
      [month, sumUp(mergeCosts(paid.map(({ requestId, costUsd }) => [requestId, costUsd])))] as const,
  );
  return mergeSpending(spending, Object.fromEntries(more));
}

/** What two branches spent; pure. What both recorded, because pictures went from one to the other, counts once. */
export function mergeSpending(one: ByMonth, other: ByMonth): ByMonth {
  const months = new Map(Object.entries(one ?? {}));
  for (const [month, theirs] of Object.entries(other ?? {})) {
    const ours = months.get(month);
    months.set(month, ours === undefined ? theirs : mergeMonth(ours, theirs));
  }
  if (months.size === 0) return undefined;
  const recent = new Set([...months.keys()].toSorted().slice(-MONTHS_IN_DETAIL));
  return Object.fromEntries(
    [...months].map(([month, each]) => [month, recent.has(month) ? each : withoutRequests(each)]),
  );
}

/** If one of them has only sums, it is not known what is in both: the larger one counts, so that nothing counts twice. */
function mergeMonth(one: MonthSpending, other: MonthSpending): MonthSpending {
  if (one.requests !== undefined && other.requests !== undefined)
    return sumUp(mergeCosts([...one.requests, ...other.requests]));
  return other.edits > one.edits ? other : one;
}

/** The highest known cost of each request: edits that share a request with another one record it as free. */
function mergeCosts(costs: readonly (readonly [requestId: string, costUsd: number | undefined])[]): Requests {
  const merged = new Map<string, number | undefined>();
  for (const [id, costUsd] of costs) {
    const known = merged.get(id);
    merged.set(
      id,
      known === undefined || costUsd === undefined ? (known ?? costUsd) : Math.max(known, costUsd),
    );
  }
  return merged;
}

function withoutRequests({ costUsd, edits, unpriced }: MonthSpending): MonthSpending {
  return { costUsd, edits, unpriced };
}

/** What is recorded on a branch, with the spending of the branch beneath it; pure. */
export function withSpendingOf<T extends Recorded | undefined>(recorded: T, base: Recorded | undefined): T {
  if (recorded === undefined) return recorded;
  const spending = mergeSpending(recorded.lock.spending, base?.lock.spending);
  if (spending === undefined) return recorded;
  return { ...recorded, lock: { ...recorded.lock, spending } };
}
