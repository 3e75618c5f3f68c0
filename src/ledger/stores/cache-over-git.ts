import type { Ledger, LedgerEntry, LedgerResult, LedgerStore, Snapshot } from '../life/types.ts';
import { mergeLedgers } from '../life/merge-ledgers.ts';
import { nameRemoved, type LayerStore } from './layer.ts';

/**
 * For a token that may read the repository's ledger but not write it: what is there counts too, so that work that
 * another workflow began is not paid for twice, and only what is not there goes to the cache. What is over although the
 * repository still has it is remembered in the cache for as long. A run that writes the repository's own ledger sees
 * nothing of the cache.
 */
export function createCacheOverGit(cache: LayerStore, git: LedgerStore): LedgerStore {
  let beneath: Ledger | undefined;
  let versionBeneath: string | undefined;

  async function readBoth(signal: AbortSignal): Promise<LedgerResult<Snapshot>> {
    const below = await git.read(signal);
    // If it may not even be read, nothing of it can be known.
    if (!below.ok && below.error.kind !== 'denied') return below;
    const own = await cache.read(signal);
    if (!own.ok) return own;
    beneath = below.ok ? below.value.ledger : undefined;
    versionBeneath = below.ok ? below.value.version : undefined;
    const { ledger, version, removed } = own.value;
    const left = filterEntries(beneath ?? new Map(), (entry) => !removed.has(nameRemoved(entry)));
    return { ok: true, value: { ledger: mergeLedgers(left, ledger), version } };
  }
  return {
    read: readBoth,
    write: async (ledger, version, signal) => {
      const below = await git.read(signal);
      if (!below.ok && below.error.kind !== 'denied') return below;
      const isMoved = below.ok && below.value.version !== versionBeneath;
      if (isMoved) return { ok: true, value: 'moved' };
      const known = new Set(listEntries(beneath).map(describe));
      const own = filterEntries(ledger, (entry) => !known.has(describe(entry)));
      return await cache.write(own, version, signal, listRemoved(beneath, ledger));
    },
  };
}

/** What is not in `ledger` anymore of what is `beneath`; undefined if that is not known. */
function listRemoved(beneath: Ledger | undefined, ledger: Ledger): ReadonlySet<string> | undefined {
  if (beneath === undefined) return undefined;
  const left = new Set(listEntries(ledger).map(({ id }) => id));
  const over = listEntries(beneath).filter(({ id }) => !left.has(id));
  return new Set(over.map(nameRemoved));
}

function filterEntries(ledger: Ledger, isWanted: (entry: LedgerEntry) => boolean): Ledger {
  return Map.groupBy(listEntries(ledger).filter(isWanted), ({ fingerprint }) => fingerprint);
}

function listEntries(ledger: Ledger = new Map()): readonly LedgerEntry[] {
  return [...ledger.values()].flat();
}

function describe(entry: LedgerEntry): string {
  return JSON.stringify(entry);
}
