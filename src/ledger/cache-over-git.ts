import type { KeptLedger, Ledger, LedgerEntry, LedgerResult, LedgerStore } from './types.ts';

/**
 * For a token that may read the repository's ledger and not write it: what stands there counts as well, so that nothing is
 * paid for twice that another workflow began, and only what is not there goes to the cache. An entry of the cache goes
 * before one of the repository.
 */
export function createCacheOverGit(cache: LedgerStore, git: LedgerStore): LedgerStore {
  let beneath: Ledger = new Map();

  async function readBoth(signal: AbortSignal): Promise<LedgerResult<KeptLedger>> {
    const below = await git.read(signal);
    // Where it may not even be read, there is nothing of it to know.
    if (!below.ok && below.error.kind !== 'denied') return below;
    const own = await cache.read(signal);
    if (!own.ok) return own;
    beneath = below.ok ? below.value.ledger : new Map();
    return { ok: true, value: { ...own.value, ledger: new Map([...beneath, ...own.value.ledger]) } };
  }
  return {
    read: readBoth,
    write: async (ledger, version, signal) => {
      const own = [...ledger].filter(([fingerprint, entry]) => !isSame(entry, beneath.get(fingerprint)));
      return await cache.write(new Map(own), version, signal);
    },
  };
}

function isSame(entry: LedgerEntry, other: LedgerEntry | undefined): boolean {
  return other !== undefined && JSON.stringify(entry) === JSON.stringify(other);
}
