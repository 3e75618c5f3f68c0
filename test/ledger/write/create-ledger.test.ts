import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { applyChanges } from '../../../src/ledger/life/apply-changes.ts';
import { readUnwritten } from '../../../src/ledger/write/unwritten-changes.ts';
import type { NotedChange } from '../../../src/ledger/write/create-ledger.ts';
import type { LedgerChange } from '../../../src/ledger/life/types.ts';
import { createLedgerStage, type LedgerStage } from '../ledger-stage.ts';
import { idOf, claimBy, claimed, ledgerOf, NOW, print, accepted, THEM, maybeSent, US } from '../samples.ts';

let stage: LedgerStage;
beforeEach(async () => {
  stage = await createLedgerStage();
});
afterEach(async () => {
  await stage[Symbol.asyncDispose]();
});

const granted = { ok: true, value: { refused: new Map() } };
const claim = (name = 'hero'): LedgerChange => ({ kind: 'claim', claim: claimBy(US, name), over: [] });
const paid: NotedChange = { kind: 'accepted', claim: claimBy(US), requestId: 'r1', submittedAtMs: NOW };
const ended: NotedChange = { kind: 'ended-empty', fingerprint: print('hero'), requestId: 'r1' };

test('opening reads what is in flight; what is too old is reported, and goes with the next write', async () => {
  const old = { ...maybeSent(THEM, 'old'), claimedAtMs: 0, overAtMs: 1 };
  const young = claimed(THEM, 'young');
  stage.store.ledger = ledgerOf(old, young);
  expect(await stage.ledger.open()).toEqual({
    ok: true,
    value: { ledger: ledgerOf(young), pruned: [old] },
  });
  expect(stage.store.ledger.size).toBe(2);
  expect(await stage.ledger.flush()).toEqual({ ok: true, value: undefined });
  expect(stage.store.ledger).toEqual(ledgerOf(young));
});

test('a claim is in the journal, then in the store, when it is granted', async () => {
  await stage.ledger.open();
  expect(await stage.ledger.update([claim()])).toEqual(granted);
  expect(stage.store.ledger).toEqual(ledgerOf(claimed(US)));
  expect(stage.store.asked).toEqual(['read', 'write']);
  await stage.ledger.posting(claimBy(US));
  expect(await stage.records()).toEqual([
    { kind: 'began', step: US },
    claim(),
    { kind: 'stored', upTo: 2 },
    { kind: 'posting', id: idOf(US) },
  ]);
});

test('a claim is refused if another run was first, and the answer says what is there', async () => {
  await stage.ledger.open();
  stage.store.faults.push({ kind: 'other', change: () => ledgerOf(claimed(THEM)) });
  const both = stage.ledger.update([claim(), claim('b')]);
  const third = stage.ledger.update([claim('c')]);
  expect(await both).toEqual({ ok: true, value: { refused: new Map([[print('hero'), claimed(THEM)]]) } });
  expect(await third).toEqual(granted);
  expect(stage.store.ledger).toEqual(ledgerOf(claimed(THEM), claimed(US, 'b'), claimed(US, 'c')));
});

test('a claim that was refused is over in the journal, too, even if another line cannot be read', async () => {
  stage.store.ledger = ledgerOf(accepted(THEM, 'r1'));
  await stage.ledger.open();
  const other = { ...claimBy(US, 'b'), id: idOf(US, 2) };
  await stage.ledger.update([claim(), { kind: 'claim', claim: other, over: [] }]);
  await stage.ledger.posting(other);
  const { changes } = readUnwritten([...(await stage.records()), { kind: 'unreadable' }]);
  expect(changes).toEqual([
    { kind: 'released', fingerprint: print('hero'), id: idOf(US) },
    { kind: 'maybe-sent', claim: other },
  ]);
  expect(applyChanges(stage.store.ledger, changes).ledger).toEqual(
    ledgerOf(accepted(THEM, 'r1'), { ...other, state: 'maybe-sent' }),
  );
});

test('all that wait go with one write, and what comes meanwhile with the next', async () => {
  await stage.ledger.open();
  const slow = Promise.withResolvers<undefined>();
  stage.store.faults.push({ kind: 'slow', until: slow.promise });
  const first = stage.ledger.update([claim('a')]);
  await stage.until(() => stage.store.asked.length === 2);
  const rest = ['b', 'c', 'd'].map(async (name) => await stage.ledger.update([claim(name)]));
  await stage.ledger.note([paid]);
  slow.resolve(undefined);
  expect(await Promise.all([first, ...rest])).toEqual([granted, granted, granted, granted]);
  expect(stage.store.asked).toEqual(['read', 'write', 'write']);
  expect(stage.store.ledger.size).toBe(5);
});

test('nothing leaves before the journal has it, nor before what precedes it there', async () => {
  await stage.ledger.open();
  await stage.ledger.update([claim('a')]);
  const durable = Promise.withResolvers<undefined>();
  stage.slowJournal(durable.promise);
  const first = stage.ledger.note([paid]);
  stage.slowJournal(Promise.resolve());
  const second = stage.ledger.update([claim('b')]);
  await stage.until(() => stage.journal.lines === 5);
  for (let turns = 0; turns < 20; turns += 1) await nextTurn();
  expect(stage.store.asked).toEqual(['read', 'write']);
  durable.resolve(undefined);
  await first;
  expect(await second).toEqual(granted);
  expect(stage.store.ledger.size).toBe(3);
  expect(stage.store.asked).toEqual(['read', 'write', 'write']);
});

describe('a request id', () => {
  test('is in the journal at once, and in the store after a while, with others', async () => {
    await stage.ledger.open();
    await stage.ledger.note([paid]);
    await stage.ledger.note([{ ...paid, claim: claimBy(US, 'b'), requestId: 'r2' }]);
    expect(await stage.records()).toContainEqual(paid);
    expect(stage.store.asked).toEqual(['read']);
    stage.passTime();
    await stage.until(() => stage.store.ledger.size === 2);
    expect(stage.store.asked).toEqual(['read', 'write']);
  });

  test('goes with the next claims', async () => {
    await stage.ledger.open();
    await stage.ledger.note([paid]);
    expect(await stage.ledger.update([claim('b')])).toEqual(granted);
    expect(stage.store.ledger).toEqual(ledgerOf(accepted(US, 'r1'), claimed(US, 'b')));
    stage.passTime();
    await stage.ledger.flush();
    expect(stage.store.asked).toEqual(['read', 'write']);
  });

  test('that comes while others are written waits for its own company', async () => {
    await stage.ledger.open();
    const slow = Promise.withResolvers<undefined>();
    stage.store.faults.push({ kind: 'slow', until: slow.promise });
    const first = stage.ledger.update([claim('a')]);
    await stage.until(() => stage.store.asked.length === 2);
    await stage.ledger.note([paid]);
    slow.resolve(undefined);
    await first;
    expect(stage.store.ledger.size).toBe(1);
    await stage.until(() => {
      stage.passTime();
      return stage.store.ledger.size === 2;
    });
  });
});

test('a claim that was given back leaves the store after a while: others wait for it', async () => {
  await stage.ledger.open();
  await stage.ledger.update([claim('hero'), claim('b')]);
  await stage.ledger.note([{ kind: 'released', fingerprint: print('hero'), id: idOf(US) }]);
  expect(stage.store.ledger.size).toBe(2);
  stage.passTime();
  await stage.until(() => stage.store.ledger.size === 1);
});

test('what costs nothing if it is lost waits for company without end, or for the flush', async () => {
  stage.store.ledger = ledgerOf(accepted(THEM, 'r1'));
  await stage.ledger.open();
  await stage.ledger.note([ended]);
  stage.passTime();
  expect(stage.store.asked).toEqual(['read']);
  expect(await stage.ledger.flush()).toEqual({ ok: true, value: undefined });
  expect(stage.store.ledger.size).toBe(0);
});

test('a flush asks nothing where all is in the store', async () => {
  await stage.ledger.open();
  await stage.ledger.update([claim()]);
  await Promise.all([stage.ledger.flush(), stage.ledger.flush()]);
  expect(stage.store.asked).toEqual(['read', 'write']);
});

test('opening again shows what others did, between two writes', async () => {
  await stage.ledger.open();
  const update = stage.ledger.update([claim()]);
  stage.store.faults.push({ kind: 'other', change: () => ledgerOf(claimed(THEM, 'b')) });
  expect(await update).toEqual(granted);
  const all = ledgerOf(claimed(THEM, 'b'), claimed(US));
  expect(await stage.ledger.open()).toEqual({ ok: true, value: { ledger: all, pruned: [] } });
});

test('a surprise fails who waits, grants nothing, and the next one is served', async () => {
  await stage.ledger.open();
  const endless: LedgerChange = { kind: 'claim', claim: { ...claimBy(US), overAtMs: Infinity }, over: [] };
  expect(await stage.ledger.update([endless])).toMatchObject({
    ok: false,
    error: { kind: 'failed', message: expect.stringContaining('Invalid time value') as unknown },
  });
  expect(await stage.ledger.update([claim()])).toEqual(granted);
});
