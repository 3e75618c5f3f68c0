import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';

import { createLedger, type LedgerHandle } from '../../src/ledger/write/create-ledger.ts';
import { openJournal, readJournal, type Journal } from '../../src/ledger/write/journal.ts';
import type { JournalRecord } from '../../src/ledger/write/journal-record.ts';
import type { Ledger } from '../../src/ledger/life/types.ts';
import type { Clock, Log } from '../../src/shared/ports.ts';
import { createMemoryStore, type MemoryStore } from './memory-store.ts';
import { NOW, US } from './samples.ts';

/** The wait for company of a request id, unlike any other wait. */
export const ID_DELAY_MS = 10_000;

/** A ledger over a store in memory and a real journal, at a time that does not pass. */
export interface LedgerStage extends AsyncDisposable {
  readonly store: MemoryStore;
  readonly journal: Journal;
  readonly ledger: LedgerHandle;
  readonly clock: Clock;
  readonly lines: string[];
  readonly stop: AbortController;
  /** What is appended to the journal from now on is durable only then. */
  slowJournal(until: Promise<unknown>): void;
  records(): Promise<readonly JournalRecord[]>;
  /** Ends the waits for company that are under way. */
  passTime(): void;
  /** Waits until `isSo`. */
  until(isSo: () => boolean): Promise<void>;
}

export async function createLedgerStage(start?: Ledger): Promise<LedgerStage> {
  const folder = await mkdtemp(path.join(tmpdir(), 'ledger-'));
  const journal = await openJournal(path.join(folder, 'journal.jsonl'));
  const store = createMemoryStore(start);
  const stop = new AbortController();
  const lines: string[] = [];
  let waiting = Promise.withResolvers<undefined>();
  const clock: Clock = {
    now: () => NOW,
    monotonicMs: () => NOW,
    sleep: async (ms, signal) => {
      signal?.throwIfAborted();
      const ended = Promise.withResolvers<undefined>();
      signal?.addEventListener('abort', () => {
        ended.reject(signal.reason as Error);
      });
      // Waits for another try pass at once.
      await Promise.race([ended.promise, ms >= ID_DELAY_MS ? waiting.promise : nextTurn()]);
    },
  };
  const log: Log = {
    info: (text) => lines.push(text),
    debug: (text) => lines.push(text),
    group: async (_title, body) => await body(),
  };
  let durable: Promise<unknown> = Promise.resolve();
  const slow: Journal = {
    file: journal.file,
    get lines() {
      return journal.lines;
    },
    append: async (record) => {
      const until = durable;
      await journal.append(record);
      await until;
    },
    [Symbol.asyncDispose]: async () => {
      await journal[Symbol.asyncDispose]();
    },
  };
  const deps = { store, journal: slow, step: US, clock, random: () => 0, log, signal: stop.signal };
  const serverMs = (): number => clock.now();
  return {
    store,
    journal,
    ledger: createLedger({ ...deps, serverMs, idDelayMs: ID_DELAY_MS }),
    clock,
    lines,
    stop,
    slowJournal: (until) => {
      durable = until;
    },
    records: async () => await readJournal(journal.file),
    passTime: () => {
      waiting.resolve(undefined);
      waiting = Promise.withResolvers();
    },
    until: async (isSo) => {
      while (!isSo()) await nextTurn();
    },
    [Symbol.asyncDispose]: async () => {
      stop.abort(new Error('the test is over'));
      await journal[Symbol.asyncDispose]();
      await rm(folder, { recursive: true, maxRetries: 5 });
    },
  };
}
