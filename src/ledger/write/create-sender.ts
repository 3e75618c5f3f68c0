import { describeError } from '../../shared/describe-error.ts';
import { wait } from '../../shared/wait.ts';
import type { Journal } from './journal.ts';
import { isUrgent, leftOver, readyParcels, tellSaved, type Parcel } from './parcel.ts';
import { readStore, saveChanges, type StoreDeps } from './save-changes.ts';
import type { LedgerChange, LedgerResult, Snapshot } from '../life/types.ts';

export interface SenderDeps extends StoreDeps {
  readonly journal: Journal;
  /** How long a request id may wait for company on its way to the store; 10 s if absent. It is in the journal at once. */
  readonly idDelayMs?: number;
}

/** Brings changes to the store: one write at a time carries all that are ready. */
export interface Sender {
  /** See `LedgerHandle`. */
  readonly foreignWrites: number;
  /** Takes changes whose lines of the journal were begun; their place among the others is this one. */
  add(changes: readonly LedgerChange[], waiter?: Parcel['waiter']): Parcel;
  /** The parcel may leave: at once where somebody waits for it or `isHurried`, else with others or after a while. */
  send(parcel: Parcel, isHurried?: boolean): void;
  /** Reads the store, between two writes. */
  read(): Promise<LedgerResult<Snapshot>>;
}

export function createSender(deps: SenderDeps): Sender {
  const { journal, clock, log, signal, idDelayMs = 10_000 } = deps;
  let known: Snapshot | undefined;
  let wasOpened = false;
  let foreignWrites = 0;
  let parcels: readonly Parcel[] = [];
  let turns: Promise<unknown> = Promise.resolve();
  let isWriting = false;
  let isHurry = false;
  let timer: AbortController | undefined;

  /** One conversation with the store at a time. */
  async function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = turns.then(work);
    turns = turn.catch(() => undefined); // whoever is next is not to blame
    return await turn;
  }
  async function write(): Promise<void> {
    isHurry = false;
    timer?.abort();
    timer = undefined;
    let taken: readonly Parcel[] = [];
    const saved = await orFailed(
      saveChanges(known, () => (taken = readyParcels(parcels)).flatMap(({ changes }) => changes), deps),
    );
    known = saved.ok ? saved.value.snapshot : undefined;
    if (saved.ok) {
      parcels = parcels.slice(taken.length);
      markStored(taken);
      if (saved.value.wasRead) foreignWrites += 1;
      for (const parcel of taken) tellSaved(parcel, saved.value.refused);
      return;
    }
    const waiters = takeBack();
    if (waiters.length === 0) log.info(saved.error.message);
    for (const waiter of waiters) waiter.resolve(saved);
  }
  /** After a write that failed: gives those who waited for it. */
  function takeBack(): readonly NonNullable<Parcel['waiter']>[] {
    const failed = readyParcels(parcels);
    parcels = [...failed.map(leftOver), ...parcels.slice(failed.length)];
    return failed.flatMap(({ waiter }) => waiter ?? []);
  }
  function markStored(taken: readonly Parcel[]): void {
    const last = taken.findLast(({ changes }) => changes.length > 0);
    if (last === undefined) return;
    journal.append({ kind: 'stored', upTo: last.upTo }).catch((error: unknown) => {
      log.debug(`The journal does not say what is stored: ${describeError(error)}`);
    });
  }
  function isDue(): boolean {
    const ready = readyParcels(parcels);
    return ready.length > 0 && (isHurry || ready.some(({ waiter }) => waiter !== undefined));
  }
  async function writeAllDue(): Promise<void> {
    if (isWriting) return;
    isWriting = true;
    try {
      while (isDue()) await inTurn(write);
    } finally {
      isWriting = false;
    }
    if (timer === undefined && !signal.aborted && parcels.some(isUrgent)) await writeLater();
  }
  async function writeLater(): Promise<void> {
    timer = new AbortController();
    if (!(await wait(clock, idDelayMs, AbortSignal.any([signal, timer.signal])))) return;
    isHurry = true;
    await writeAllDue();
  }
  return {
    get foreignWrites() {
      return foreignWrites;
    },
    add: (changes, waiter) => {
      const parcel = { changes, upTo: journal.lines, isReady: false, ...(waiter && { waiter }) };
      parcels = [...parcels, parcel];
      return parcel;
    },
    send: (parcel, isHurried = false) => {
      parcel.isReady = true;
      isHurry ||= isHurried;
      void writeAllDue();
    },
    read: async () =>
      await inTurn(async () => {
        const read = await orFailed(readStore(deps));
        if (!read.ok) return read;
        if (wasOpened && read.value.version !== known?.version) foreignWrites += 1;
        wasOpened = true;
        known = read.value;
        return read;
      }),
  };
}

/** A surprise in the store as a failure of it: whoever waits is told, and no claim is granted. */
async function orFailed<T>(work: Promise<LedgerResult<T>>): Promise<LedgerResult<T>> {
  try {
    return await work;
  } catch (error) {
    const message = `The ledger of work in flight met an internal error: ${describeError(error)}. Set \`ledger: none\` to run without it.`;
    return { ok: false, error: { kind: 'failed', message } };
  }
}
