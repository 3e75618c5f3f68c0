import { setImmediate as nextTurn } from 'node:timers/promises';

import { renderLedger } from '../../src/ledger/stores/render-ledger.ts';
import type { LayerStore } from '../../src/ledger/stores/layer.ts';
import type { Ledger, LedgerError, LedgerResult } from '../../src/ledger/life/types.ts';

/** What happens to the next question, whatever it is. */
export type StoreFault =
  | { readonly kind: LedgerError['kind'] }
  /** A surprise. */
  | { readonly kind: 'throws' }
  /** A write is done, and its answer is lost. */
  | { readonly kind: 'lost' }
  /** Another run writes first. */
  | { readonly kind: 'other'; readonly change: (ledger: Ledger) => Ledger }
  /** It takes until the promise resolves. */
  | { readonly kind: 'slow'; readonly until: Promise<unknown> };

/** A store in memory: compares and swaps as the real one, with faults on demand. */
export interface MemoryStore extends LayerStore {
  ledger: Ledger;
  removed: ReadonlySet<string>;
  /** `read` or `write`, in order. */
  readonly asked: string[];
  readonly faults: StoreFault[];
}

export function createMemoryStore(start: Ledger = new Map()): MemoryStore {
  let count = 0;
  let known: Ledger | undefined = start.size === 0 ? undefined : start;
  const version = (): string | undefined => (known === undefined ? undefined : `v${count}`);
  const put = (ledger: Ledger): void => {
    known = ledger;
    count += 1;
  };

  /** Undefined if nothing is in the way. */
  async function meetFault(signal: AbortSignal): Promise<LedgerResult<never> | 'lost' | undefined> {
    await nextTurn();
    if (signal.aborted) return failure('stopped');
    const fault = store.faults.shift();
    switch (fault?.kind) {
      case undefined:
      case 'lost':
        return fault?.kind;
      case 'other':
        put(fault.change(store.ledger));
        return undefined;
      case 'throws':
        throw new Error('git is on fire');
      case 'slow':
        await fault.until;
        return undefined;
      case 'denied':
      case 'failed':
      case 'damaged':
      case 'unreachable':
      case 'stopped':
        return failure(fault.kind);
    }
  }

  const store: MemoryStore = {
    get ledger() {
      return known ?? new Map();
    },
    set ledger(ledger) {
      put(ledger);
    },
    removed: new Set(),
    asked: [],
    faults: [],
    read: async (signal) => {
      store.asked.push('read');
      const fault = await meetFault(signal);
      if (fault === 'lost') return failure('unreachable');
      return (
        fault ?? { ok: true, value: { ledger: store.ledger, version: version(), removed: store.removed } }
      );
    },
    write: async (ledger, expected, signal, removed = store.removed) => {
      store.asked.push('write');
      const fault = await meetFault(signal);
      if (fault !== undefined && fault !== 'lost') return fault;
      renderLedger(ledger, removed); // as every store does
      if (version() !== expected) return { ok: true, value: 'moved' };
      put(ledger);
      store.removed = removed;
      if (fault === 'lost') return failure('unreachable');
      return { ok: true, value: { version: version() ?? '' } };
    },
  };
  return store;
}

function failure(kind: LedgerError['kind']): LedgerResult<never> {
  return { ok: false, error: { kind, message: `The store is ${kind}.` } };
}
