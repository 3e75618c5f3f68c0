import { createNoStore } from '../../ledger/stores/no-store.ts';
import type { LedgerError, LedgerStore } from '../../ledger/life/types.ts';
import type { World } from '../../runner/world.ts';

/** A store of the ledger, open for one step. */
export interface OpenedStore<Store extends LedgerStore = LedgerStore> extends AsyncDisposable {
  readonly kind: StoreKind;
  readonly store: Store;
  /** Why it cannot be written, as a sentence and what to do; undefined if it can. Throws the signal's reason. */
  findWriteFault(signal: AbortSignal): Promise<LedgerError | undefined>;
}

/** What a store in the job's repository uses. */
export type GitStorePorts = Pick<World, 'env' | 'repository' | 'temp' | 'clock' | 'random' | 'log'>;

/** What a store in the Actions cache uses. */
export type CacheStorePorts = Pick<World, 'env' | 'job' | 'workspace' | 'clock' | 'random'>;

/** Where a ledger is kept; `none` keeps nothing. */
export type StoreKind = 'git' | 'cache' | 'none';

/** A store that keeps nothing. */
export const NOTHING_KEPT: OpenedStore = {
  kind: 'none',
  store: createNoStore(),
  findWriteFault: async () => {
    await Promise.resolve();
    return undefined;
  },
  [Symbol.asyncDispose]: async () => {
    await Promise.resolve();
  },
};
