import type { LedgerStore } from '../life/types.ts';

/** For `ledger: none`: nothing is kept for the next run, and nothing is known about other runs. */
export function createNoStore(): LedgerStore {
  return {
    read: async () => await Promise.resolve({ ok: true, value: { ledger: new Map(), version: undefined } }),
    write: async () => await Promise.resolve({ ok: true, value: { version: 'not kept' } }),
  };
}
