import type { Ledger, LedgerEntry } from './types.ts';

/**
 * What two ledgers know together; pure. If both have a claim, what came later in its life counts. What only `above` has
 * was claimed later than what `beneath` has.
 */
export function mergeLedgers(beneath: Ledger, above: Ledger): Ledger {
  const merged = new Map(beneath);
  for (const [fingerprint, entries] of above)
    merged.set(fingerprint, mergeEntries(beneath.get(fingerprint) ?? [], entries));
  return merged;
}

function mergeEntries(
  beneath: readonly LedgerEntry[],
  above: readonly LedgerEntry[],
): readonly LedgerEntry[] {
  const later = new Map(above.map((entry) => [entry.id, entry]));
  const known = new Set(beneath.map(({ id }) => id));
  return [
    ...beneath.map((entry) => {
      const other = later.get(entry.id);
      return other === undefined || rankLife(other) < rankLife(entry) ? entry : other;
    }),
    ...above.filter(({ id }) => !known.has(id)),
  ];
}

/** Higher for what comes later in the life of a claim. */
function rankLife({ state }: LedgerEntry): number {
  switch (state) {
    case 'claimed':
      return 0;
    case 'maybe-sent':
      return 1;
    case 'accepted':
      return 2;
    case 'lost':
      return 3;
    case 'delivered':
      return 4;
  }
}
