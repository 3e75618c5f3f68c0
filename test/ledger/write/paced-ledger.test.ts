import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';

import type { LedgerChange, LedgerStore } from '../../../src/ledger/life/types.ts';
import {
  createLedger,
  type LedgerHandle,
  type NotedChange,
} from '../../../src/ledger/write/create-ledger.ts';
import { openJournal } from '../../../src/ledger/write/journal.ts';
import { createSimulatedClock, type SimulatedClock } from '../../support/clocks.ts';
import { createMemoryStore, type MemoryStore } from '../memory-store.ts';
import { claimBy, entriesOf, idOf, ledgerOf, claimed, NOW, THEM, US } from '../samples.ts';

const PACE_MS = 60_000;

interface Paced {
  readonly ledger: LedgerHandle;
  readonly store: MemoryStore;
  readonly clock: SimulatedClock;
  /** When each write came, in ms since the start. */
  readonly writes: number[];
  readonly stop: AbortController;
}

async function createPaced(pace = { beginMs: 0, firstMs: PACE_MS, everyMs: PACE_MS }): Promise<Paced> {
  const folder = await mkdtemp(path.join(tmpdir(), 'paced-'));
  const journal = await openJournal(path.join(folder, 'journal.jsonl'));
  const clock = createSimulatedClock(NOW);
  const memory = createMemoryStore();
  const writes: number[] = [];
  const store: LedgerStore = {
    read: async (...call) => await memory.read(...call),
    write: async (...call) => {
      writes.push(clock.now() - NOW);
      return await memory.write(...call);
    },
  };
  const stop = new AbortController();
  onTestFinished(async () => {
    stop.abort(new Error('the test is over'));
    await journal[Symbol.asyncDispose]();
    await rm(folder, { recursive: true, maxRetries: 5 });
  });
  const log = {
    info: () => undefined,
    debug: () => undefined,
    group: async <T>(_: string, body: () => Promise<T>) => await body(),
  };
  const deps = { store, journal, step: US, clock, random: () => 0, log, signal: stop.signal };
  const ledger = createLedger({ ...deps, serverMs: () => clock.now(), pace });
  return { ledger, store: memory, clock, writes, stop };
}

const claim = (number: number): LedgerChange => ({
  kind: 'claim',
  claim: { ...claimBy(US, `e${number}`), id: idOf(US, number) },
  over: [],
});
const paid = (number: number): NotedChange => ({
  kind: 'accepted',
  claim: { ...claimBy(US, `e${number}`), id: idOf(US, number) },
  requestId: `r${number}`,
  submittedAtMs: NOW,
});

test('the first claims go at once, what comes later with the next turn, all in one write', async () => {
  const { ledger, clock, writes } = await createPaced();
  await ledger.update([claim(1)]);
  await clock.sleep(5000);
  await ledger.note([paid(1)]);
  await Promise.all([ledger.update([claim(2)]), ledger.update([claim(3)])]);
  expect(writes).toEqual([0, PACE_MS]);
  await ledger.update([claim(4)]);
  expect(writes).toEqual([0, PACE_MS, 2 * PACE_MS]);
});

test('jobs that start together begin one after another, and have turns of their own', async () => {
  const { ledger, writes } = await createPaced({ beginMs: 3000, firstMs: 20_000, everyMs: PACE_MS });
  for (const number of [1, 2, 3]) await ledger.update([claim(number)]);
  expect(writes).toEqual([3000, 23_000, 83_000]);
});

test('request ids alone wait for their turn as well', async () => {
  const { ledger, clock, writes, store } = await createPaced();
  await ledger.update([claim(1)]);
  await ledger.note([paid(1)]);
  await clock.sleep(PACE_MS + 1);
  expect(writes).toEqual([0, PACE_MS]);
  expect(entriesOf(store.ledger)).toMatchObject([{ requestId: 'r1' }]);
});

test('the end of the run does not wait, and takes everything along', async () => {
  const { ledger, clock, writes, store } = await createPaced();
  await ledger.update([claim(1)]);
  await clock.sleep(1000);
  await ledger.note([paid(1)]);
  expect(await ledger.flush()).toMatchObject({ ok: true });
  expect(writes).toEqual([0, 1000]);
  expect(entriesOf(store.ledger)).toMatchObject([{ requestId: 'r1' }]);
});

test('a step that is stopped answers those who wait for their turn', async () => {
  const { ledger, clock, stop, writes } = await createPaced();
  await ledger.update([claim(1)]);
  const waiting = ledger.update([claim(2)]);
  await clock.sleep(1000);
  stop.abort(new Error('the step is stopped'));
  expect(await waiting).toMatchObject({ ok: false });
  expect(writes).toEqual([0]);
});

test('what others wrote in the meantime is seen before the write, which is then not refused', async () => {
  const { ledger, store, writes } = await createPaced();
  await ledger.update([claim(1)]);
  store.ledger = ledgerOf(...entriesOf(store.ledger), claimed(THEM, 'e2'));
  const asked = store.asked.length;
  const { ok, value } = (await ledger.update([claim(2), claim(3)])) as {
    ok: true;
    value: { refused: ReadonlyMap<string, unknown> };
  };
  expect([ok, value.refused.size]).toEqual([true, 1]);
  expect(store.asked.slice(asked)).toEqual(['read', 'write']);
  expect(writes).toEqual([0, PACE_MS]);
});
