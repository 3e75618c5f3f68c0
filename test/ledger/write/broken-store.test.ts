import { afterEach, beforeEach, expect, test } from 'vitest';

import type { NotedChange } from '../../../src/ledger/write/create-ledger.ts';
import type { LedgerChange } from '../../../src/ledger/life/types.ts';
import { createLedgerStage, type LedgerStage } from '../ledger-stage.ts';
import { claimBy, claimed, delivered, ledgerOf, NOW, accepted, THEM, US } from '../samples.ts';

let stage: LedgerStage;
beforeEach(async () => {
  stage = await createLedgerStage();
});
afterEach(async () => {
  await stage[Symbol.asyncDispose]();
});

const claim: LedgerChange = { kind: 'claim', claim: claimBy(US), over: [] };
const paid: NotedChange = { kind: 'accepted', claim: claimBy(US), requestId: 'r1', submittedAtMs: NOW };
const message =
  'The ledger of work in flight failed with an internal error: git is on fire. Set `ledger: none` to run without it.';
const failed = { ok: false, error: { kind: 'failed', message } };

const throws = { kind: 'throws' } as const;

test('a store that throws when it is read is one that failed', async () => {
  stage.store.faults.push(throws, throws);
  expect(await stage.ledger.open()).toEqual(failed);
  expect(await stage.ledger.update([claim])).toEqual(failed);
  expect(stage.store.ledger).toEqual(ledgerOf());
  expect(await stage.ledger.open()).toMatchObject({ ok: true });
});

test('a store that throws when it is written grants no claim, and what is noted goes with the next write', async () => {
  await stage.ledger.open();
  stage.store.faults.push(throws);
  expect(await stage.ledger.update([claim])).toEqual(failed);
  await stage.ledger.note([paid]);
  stage.store.faults.push(throws);
  expect(await stage.ledger.flush()).toEqual(failed);
  expect(await stage.ledger.flush()).toMatchObject({ ok: true });
  expect(stage.store.ledger).toEqual(ledgerOf(accepted(US, 'r1')));
});

test('a store that throws while nothing waits is logged, and asked again', async () => {
  await stage.ledger.open();
  stage.store.faults.push(throws);
  await stage.ledger.note([paid]);
  await stage.until(() => {
    stage.passTime();
    return stage.store.ledger.size > 0;
  });
  expect(stage.lines).toEqual([message]);
  expect(stage.store.ledger).toEqual(ledgerOf(accepted(US, 'r1')));
});

test('what was delivered long ago goes with the next change, and is worth no write of its own', async () => {
  const old = { ...delivered(THEM, 'r9', 'old'), deliveredAtMs: 0 };
  const there = { ...delivered(THEM, 'r8'), deliveredAtMs: 0 };
  stage.store.ledger = ledgerOf(old, there);
  expect(await stage.ledger.open()).toEqual({ ok: true, value: { ledger: ledgerOf(), pruned: [] } });
  expect(await stage.ledger.flush()).toMatchObject({ ok: true });
  expect(stage.store.asked).toEqual(['read']);
  expect(await stage.ledger.update([claim])).toEqual({ ok: true, value: { refused: new Map() } });
  expect(stage.store.ledger).toEqual(ledgerOf(claimed(US)));
});
