import { describeError } from '../../shared/describe-error.ts';
import { createLine } from '../../shared/line.ts';
import { wait } from '../../shared/wait.ts';
import type { JournalRecord } from './journal-record.ts';
import type { Journal } from './journal.ts';
import * as box from './outbox.ts';
import { readStore, saveChanges, type Refused, type StoreDeps } from './save-changes.ts';
import type { LedgerChange, LedgerResult, Snapshot } from '../life/types.ts';

export type UpdateResult = LedgerResult<{ readonly refused: Refused }>;

/** In ms: before the first write, from it to the second one, and from then on. */
export interface Turns {
  readonly beginMs: number;
  readonly firstMs: number;
  readonly everyMs: number;
}

export interface ChangeSenderDeps extends StoreDeps {
  readonly journal: Journal;
  /** How long a request id may wait for other changes on its way to the store; 10 s if absent. It is in the journal at once. */
  readonly idDelayMs?: number;
  /**
   * When claims and request ids are written, because other jobs write as well; absent: as often as needed. What is flushed, or
   * what this machine could not record, does not wait for it.
   */
  readonly pace?: Turns | undefined;
}

/** Brings changes to the store: one write at a time carries everything that is ready. */
export interface ChangeSender {
  /** See `LedgerHandle`. */
  readonly foreignWrites: number;
  /** Takes changes as soon as their journal lines have been started; gives the parcel's key. `answer` learns what the store says. */
  add(changes: readonly LedgerChange[], answer?: (result: UpdateResult) => void): number;
  /** The parcel may leave: at once if `answer` waits for it or the journal could not record it, else with others or after a while. */
  send(key: number, isRecorded: boolean): void;
  /** Reads the store, between two writes. */
  read(): Promise<LedgerResult<Snapshot>>;
}

type Phase =
  | { readonly kind: 'idle' }
  | { readonly kind: 'writing' }
  /** For other changes to go along; a write that begins earlier aborts the timer. */
  | { readonly kind: 'waiting'; readonly timer: AbortController; readonly untilMs: number };

export function createChangeSender(deps: ChangeSenderDeps): ChangeSender {
  const { journal, clock, log, signal, idDelayMs = 10_000, pace } = deps;
  const line = createLine();
  const answers = new Map<number, (result: UpdateResult) => void>();
  let outbox = box.EMPTY_OUTBOX;
  let keys = 0;
  let known: Snapshot | undefined;
  let wasOpened = false;
  let foreignWrites = 0;
  let phase: Phase = { kind: 'idle' };
  /** When the next write may begin, as far as the pace goes. */
  let nextMs = clock.monotonicMs() + (pace?.beginMs ?? 0);
  let hasWritten = false;

  function take(): readonly LedgerChange[] {
    outbox = box.taken(outbox);
    return box.listTaken(outbox).flatMap(({ changes }) => changes);
  }
  async function write(): Promise<void> {
    if (box.isPaced(take())) {
      nextMs = clock.monotonicMs() + ((hasWritten ? pace?.everyMs : pace?.firstMs) ?? 0);
      hasWritten = true;
    }
    // With a pace, others have written since: a write on what was known then would only be refused.
    const saved = await orFailed(saveChanges(pace === undefined ? known : undefined, take, deps));
    known = saved.ok ? saved.value.snapshot : undefined;
    if (saved.ok && saved.value.wasRead) foreignWrites += 1;
    const parcels = saved.ok ? box.listTaken(outbox) : box.listReady(outbox.parcels);
    outbox = saved.ok ? box.saved(outbox) : box.failed(outbox);
    if (saved.ok) {
      for (const parcel of parcels) note(box.listRefused(parcel, saved.value.refused));
      noteStored(parcels);
    } else if (!parcels.some(({ isAwaited }) => isAwaited)) log.info(saved.error.message);
    for (const parcel of parcels) {
      const refused = saved.ok ? box.pickRefused(parcel, saved.value.refused) : undefined;
      answers.get(parcel.key)?.(refused === undefined ? saved : { ok: true, value: { refused } });
      answers.delete(parcel.key);
    }
  }
  function noteStored(parcels: readonly box.Parcel[]): void {
    const last = parcels.findLast(({ changes }) => changes.length > 0);
    if (last === undefined) return;
    note([{ kind: 'stored', upTo: last.upTo }]);
  }
  /** What the journal need not have: without it, the post step of a killed process only does more than it must. */
  function note(records: readonly JournalRecord[]): void {
    for (const record of records)
      journal.append(record).catch((error: unknown) => {
        log.debug(`Cannot record in the journal what the store has: ${describeError(error)}`);
      });
  }
  /** How long the next write has to wait; infinite if there is nothing to write. */
  function waitMs(): number {
    if (box.isDue(outbox) && (signal.aborted || outbox.isHurried || box.isFlushed(outbox))) return 0;
    const paceLeftMs = Math.max(0, nextMs - clock.monotonicMs());
    if (box.isDue(outbox)) return paceLeftMs;
    return box.isUrgent(outbox) ? Math.max(idDelayMs, paceLeftMs) : Infinity;
  }
  async function writeAllDue(): Promise<void> {
    if (phase.kind === 'writing') return;
    if (waitMs() === 0) {
      if (phase.kind === 'waiting') phase.timer.abort();
      phase = { kind: 'writing' };
      try {
        while (waitMs() === 0) await line.run(write);
      } finally {
        phase = { kind: 'idle' };
      }
    }
    const ms = waitMs();
    if (signal.aborted || ms === Infinity) return;
    const untilMs = clock.monotonicMs() + ms;
    if (phase.kind === 'waiting' && phase.untilMs <= untilMs) return;
    if (phase.kind === 'waiting') phase.timer.abort();
    await writeLater(ms, untilMs);
  }
  async function writeLater(ms: number, untilMs: number): Promise<void> {
    const timer = new AbortController();
    phase = { kind: 'waiting', timer, untilMs };
    const isOver = await wait(clock, ms, AbortSignal.any([signal, timer.signal]));
    if (timer.signal.aborted) return;
    phase = { kind: 'idle' };
    if (isOver) outbox = box.hurried(outbox);
    await writeAllDue();
  }
  async function read(): Promise<LedgerResult<Snapshot>> {
    const found = await orFailed(readStore(deps));
    if (!found.ok) return found;
    if (wasOpened && found.value.version !== known?.version) foreignWrites += 1;
    wasOpened = true;
    known = found.value;
    return found;
  }
  return {
    get foreignWrites() {
      return foreignWrites;
    },
    add: (changes, answer) => {
      const key = (keys += 1);
      if (answer !== undefined) answers.set(key, answer);
      outbox = box.add(outbox, { key, changes, upTo: journal.lines, isAwaited: answer !== undefined });
      return key;
    },
    send: (key, isRecorded) => {
      outbox = box.ready(outbox, key, isRecorded);
      void writeAllDue();
    },
    read: async () => await line.run(read),
  };
}

/** An unexpected error counts as a failure of the store: every caller gets an answer, and no claim is granted. */
async function orFailed<T>(work: Promise<LedgerResult<T>>): Promise<LedgerResult<T>> {
  try {
    return await work;
  } catch (error) {
    const message = `The ledger of work in flight failed with an internal error: ${describeError(error)}. Set \`ledger: none\` to run without it.`;
    return { ok: false, error: { kind: 'failed', message } };
  }
}
