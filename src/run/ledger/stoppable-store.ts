import { createNoStore } from '../../ledger/stores/no-store.ts';
import type { LedgerStore } from '../../ledger/life/types.ts';
import type { OpenedStore } from './opened-store.ts';

/** A store that a run may find, before it sends anything, that it can read and not write, or neither. */
export interface StoppableStore {
  readonly store: LedgerStore;
  /** Whether what is written here is kept for other runs. */
  readonly keepsRecord: () => boolean;
  /** From now on nothing is written; if it is readable, it is still read. */
  readonly stopKeeping: (isReadable: boolean) => void;
}

export function createStoppableStore({ kind, store }: Pick<OpenedStore, 'kind' | 'store'>): StoppableStore {
  let [reading, writing] = [store, store];
  let isKept = kind !== 'none';
  return {
    store: {
      read: async (until) => await reading.read(until),
      write: async (...order) => await writing.write(...order),
    },
    keepsRecord: () => isKept,
    stopKeeping: (isReadable) => {
      isKept = false;
      writing = createNoStore();
      if (!isReadable) reading = writing;
    },
  };
}
