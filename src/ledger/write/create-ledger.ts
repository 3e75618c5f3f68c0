import { describeError } from '../../shared/describe-error.ts';
import { createSender, type SenderDeps } from './create-sender.ts';
import { hasClaims, isNoClaim, type UpdateResult } from './parcel.ts';
import { pruneOld } from '../life/prune.ts';
import { readTimes } from './save-changes.ts';
import type { Claim, Ledger, LedgerChange, LedgerEntry, LedgerResult } from '../life/types.ts';

/** What may be noted: a claim must be granted first. */
export type NotedChange = Exclude<LedgerChange, { kind: 'claim' }>;

/** The ledger as one step works on it. */
export interface LedgerHandle {
  /** How often others may have written since it was first opened. While it stays, nobody did, as far as claims tell. */
  readonly foreignWrites: number;
  /**
   * Reads what is in flight; may be called again to see what others did meanwhile. `pruned` was too old: it goes from the
   * store with the next write.
   */
  open(): Promise<LedgerResult<{ readonly ledger: Ledger; readonly pruned: readonly LedgerEntry[] }>>;
  /**
   * Makes changes durable in the store, in one write with all that wait to go there; `refused` holds what stands in the
   * way of its claims. Where it fails no claim is granted, though one may stand in the store until it is released.
   */
  update(changes: readonly LedgerChange[]): Promise<UpdateResult>;
  /**
   * Makes changes durable on this machine; they go to the store with the next write, all but deliveries after a while at most.
   * Where the machine cannot keep them, they go at once.
   */
  note(changes: readonly NotedChange[]): Promise<void>;
  /** To be awaited right before a submit leaves. Throws where the machine cannot keep it: then nothing may leave. */
  posting(claim: Pick<Claim, 'id'>): Promise<void>;
  /** Resolves when all that was noted is in the store, or says why it is not. Asks nothing of the store where all is. */
  flush(): Promise<LedgerResult<void>>;
}

/**
 * Keeps the ledger for one step: each change is in the journal before it goes to the store. An outage of the store is sat
 * out until the signal ends it, which must come later than the end of the run's own work.
 */
export function createLedger(deps: SenderDeps): LedgerHandle {
  const { journal, step, log } = deps;
  const sender = createSender(deps);
  let began: Promise<void> | undefined;

  /** Begins the lines at once, so that the journal has all changes in the order in which they go to the store. */
  function writeDown(changes: readonly LedgerChange[]): Promise<unknown> {
    began ??= journal.append({ kind: 'began', step });
    return Promise.all([
      began,
      ...changes.map(async (change) => {
        await journal.append(change);
      }),
    ]);
  }
  async function update(changes: readonly LedgerChange[]): Promise<UpdateResult> {
    const written = writeDown(changes);
    const waiter = Promise.withResolvers<UpdateResult>();
    const parcel = sender.add(changes, waiter);
    try {
      await written;
    } catch (error) {
      const message = `${describeJournalFault(journal.file, error)} Nothing more is submitted.`;
      const isClaim = hasClaims(parcel);
      // The post step of a process that is killed could not give them back.
      parcel.changes = changes.filter(isNoClaim);
      if (isClaim) waiter.resolve({ ok: false, error: { kind: 'denied', message } });
    }
    sender.send(parcel);
    return await waiter.promise;
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
      const written = writeDown(changes);
      const parcel = sender.add(changes);
      try {
        await written;
        sender.send(parcel);
      } catch (error) {
        log.info(describeJournalFault(journal.file, error));
        sender.send(parcel, true);
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
  return `What was sent cannot be written to ${file} on this machine: ${describeError(error)}.`;
}
