import type { Clock } from '../../shared/ports.ts';
import type { CacheEntries } from './cache-client.ts';
import { BEGIN_PREFIX, callCache, LEDGER_PREFIX, parseEntry } from './cache-store.ts';
import type { LayerStore } from './layer.ts';
import { createNoStore } from './no-store.ts';

/** The client requires a key of its own before the prefixes. No run saves this one. */
const UNUSED_KEY = `${BEGIN_PREFIX}unused`;

/**
 * Reads the ledger in the Actions cache and saves nothing, not even a beginning. Without one, a cache that cannot be read
 * looks the same as an empty one, and counts as that.
 */
export function createCacheReader(entries: Pick<CacheEntries, 'load'>, clock: Clock): LayerStore {
  const nothing = createNoStore();
  return {
    read: async (signal) =>
      await callCache(clock, 'read', signal, async () => {
        const found = await entries.load(UNUSED_KEY, [LEDGER_PREFIX, BEGIN_PREFIX]);
        return found === undefined
          ? { ok: true, value: { ledger: new Map(), removed: new Set(), version: undefined } }
          : await parseEntry(found, signal);
      }),
    write: async (ledger, version, signal) => await nothing.write(ledger, version, signal),
  };
}
