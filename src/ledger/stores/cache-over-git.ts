import type { KeptLedger, Ledger, LedgerEntry, LedgerResult, LedgerStore } from '../life/types.ts';

/** What was paid for outranks what may have been, and that what is done with. */
const WEIGHT = { submitted: 3, unclear: 2, claimed: 1, settled: 0 } as const;

/**
 * For a token that may read the repository's ledger and not write it: what stands there counts as well, so that nothing is
 * paid for twice that another workflow began, and only what is not there goes to the cache. Of two entries for one edit
 * the one counts that says more of money. A run that writes the repository's own sees nothing of the cache.
 */
export function createCacheOverGit(cache: LedgerStore, git: LedgerStore): LedgerStore {
  let beneath: Ledger = new Map();
  let versionBeneath: string | undefined;

  async function readBoth(signal: AbortSignal): Promise<LedgerResult<KeptLedger>> {
    const below = await git.read(signal);
    // Where it may not even be read, there is nothing of it to know.
    if (!below.ok && below.error.kind !== 'denied') return below;
    const own = await cache.read(signal);
    if (!own.ok) return own;
    beneath = below.ok ? below.value.ledger : new Map();
    versionBeneath = below.ok ? below.value.version : undefined;
    const above = [...own.value.ledger].filter(([fingerprint, entry]) => {
      const other = beneath.get(fingerprint);
      return other === undefined || weigh(entry) >= weigh(other);
    });
    return { ok: true, value: { ...own.value, ledger: new Map([...beneath, ...above]) } };
  }
  return {
    read: readBoth,
    write: async (ledger, version, signal) => {
      const below = await git.read(signal);
      if (!below.ok && below.error.kind !== 'denied') return below;
      const isMoved = below.ok && below.value.version !== versionBeneath;
      if (isMoved) return { ok: true, value: 'moved' };
      const own = [...ledger].filter(([fingerprint, entry]) => !isSame(entry, beneath.get(fingerprint)));
      return await cache.write(new Map(own), version, signal);
    },
  };
}

/** A claim that took the place of another entry, with consent, outranks that one. */
function weigh(entry: LedgerEntry): number {
  return entry.state === 'claimed' && entry.inPlaceOf !== undefined ? 4 : WEIGHT[entry.state];
}

function isSame(entry: LedgerEntry, other: LedgerEntry | undefined): boolean {
  return other !== undefined && JSON.stringify(entry) === JSON.stringify(other);
}
