import type { Ledger, LedgerEntry, LedgerResult, LedgerStore, Snapshot } from '../life/types.ts';
import { mergeLedgers } from '../life/merge-ledgers.ts';

/**
 * For a token that may read the repository's ledger but not write it: what is there counts too, so that work that
 * another workflow began is not paid for twice, and only what is not there goes to the cache. A run that writes the
 * repository's own ledger sees nothing of the cache.
 */
export function createCacheOverGit(cache: LedgerStore, git: LedgerStore): LedgerStore {
  let beneath: Ledger = new Map();
  let versionBeneath: string | undefined;

  async function readBoth(signal: AbortSignal): Promise<LedgerResult<Snapshot>> {
    const below = await git.read(signal);
    // If it may not even be read, nothing of it can be known.
    if (!below.ok && below.error.kind !== 'denied') return below;
    const own = await cache.read(signal);
    if (!own.ok) return own;
    beneath = below.ok ? below.value.ledger : new Map();
    versionBeneath = below.ok ? below.value.version : undefined;
    return { ok: true, value: { ...own.value, ledger: mergeLedgers(beneath, own.value.ledger) } };
  }
  return {
    read: readBoth,
    write: async (ledger, version, signal) => {
      const below = await git.read(signal);
      if (!below.ok && below.error.kind !== 'denied') return below;
      const isMoved = below.ok && below.value.version !== versionBeneath;
      if (isMoved) return { ok: true, value: 'moved' };
      const own = [...ledger].flatMap(([fingerprint, entries]) => {
        const known = new Set((beneath.get(fingerprint) ?? []).map(describe));
        const left = entries.filter((entry) => !known.has(describe(entry)));
        return left.length === 0 ? [] : [[fingerprint, left] as const];
      });
      return await cache.write(new Map(own), version, signal);
    },
  };
}

function describe(entry: LedgerEntry): string {
  return JSON.stringify(entry);
}
