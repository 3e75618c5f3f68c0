import { describeError } from '../../shared/describe-error.ts';
import { createChangeSender, type ChangeSenderDeps, type UpdateResult } from './create-change-sender.ts';
import { pruneOld, type PrunedLedger } from '../life/prune.ts';
import { readTimes } from './save-changes.ts';
import type { Claim, LedgerChange, LedgerResult } from '../life/types.ts';

/** What may be noted: a claim must be granted first. */
export type NotedChange = Exclude<LedgerChange, { kind: 'claim' }>;

/** The ledger as one step works on it. */
export interface LedgerHandle {
  /** How often others may have written since it was first opened. While it does not change, no other claim was written. */
  readonly foreignWrites: number;
  /**
   * Reads what is in flight; may be called again to see what others did meanwhile. `pruned` was too old: the next write
   * removes it from the store.
   */
  open(): Promise<LedgerResult<PrunedLedger>>;
  /**
   * Makes changes durable in the store, in one write with everything that waits to go there; `refused` holds what is in the
   * way of its claims. If it fails, no claim is granted, although one may be in the store until it is released.
   */
  update(changes: readonly LedgerChange[]): Promise<UpdateResult>;
  /**
   * Makes changes durable on this machine; they go to the store with the next write, and all but deliveries after a while at
   * the latest. If the machine cannot record them, they go at once.
   */
  note(changes: readonly NotedChange[]): Promise<void>;
  /** To be awaited right before a submit leaves. Throws if the machine cannot record it: then nothing may leave. */
  posting(claim: Pick<Claim, 'id'>): Promise<void>;
  /** Resolves when everything noted is in the store, or says why it is not. Does not ask the store if everything is there. */
  flush(): Promise<LedgerResult<void>>;
}

/**
 * Keeps the ledger for one step: each change is in the journal before it goes to the store. During an outage the store is
 * tried again until the signal ends that, which must come later than the end of the run's own work.
 */
export function createLedger(deps: ChangeSenderDeps): LedgerHandle {
  const { journal, step, log } = deps;
  const sender = createChangeSender(deps);
  let began: Promise<void> | undefined;

  /** Begins the lines at once, so that the journal has all changes in the order in which they go to the store. */
  function record(changes: readonly LedgerChange[]): Promise<unknown> {
    began ??= journal.append({ kind: 'began', step });
    return Promise.all([
      began,
      ...changes.map(async (change) => {
        await journal.append(change);
      }),
    ]);
  }
  async function update(changes: readonly LedgerChange[]): Promise<UpdateResult> {
    const recorded = record(changes);
    const { promise, resolve } = Promise.withResolvers<UpdateResult>();
    const key = sender.add(changes, resolve);
    try {
      await recorded;
      sender.send(key, true);
    } catch (error) {
      const message = `${describeJournalFault(journal.file, error)} Nothing more is submitted.`;
      if (changes.some(({ kind }) => kind === 'claim'))
        resolve({ ok: false, error: { kind: 'denied', message } });
      sender.send(key, false);
    }
    return await promise;
  }
  return {
    get foreignWrites() {
      return sender.foreignWrites;
    },
    open: async () => {
      const read = await sender.read();
      return read.ok ? { ok: true, value: pruneOld(read.value.ledger, readTimes(deps)) } : read;
    },
    update,
    note: async (changes) => {
      const recorded = record(changes);
      const key = sender.add(changes);
      try {
        await recorded;
        sender.send(key, true);
      } catch (error) {
        log.info(describeJournalFault(journal.file, error));
        sender.send(key, false);
      }
    },
    posting: async ({ id }) => {
      await journal.append({ kind: 'posting', id });
    },
    flush: async () => {
      const result = await update([]);
      return result.ok ? { ok: true, value: undefined } : result;
    },
  };
}

function describeJournalFault(file: string, error: unknown): string {
  return `Cannot record what was sent in ${file} on this machine: ${describeError(error)}.`;
}
