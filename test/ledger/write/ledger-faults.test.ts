import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import type { NotedChange } from '../../../src/ledger/write/create-ledger.ts';
import type { LedgerChange } from '../../../src/ledger/life/types.ts';
import { createLedgerStage, type LedgerStage } from '../ledger-stage.ts';
import type { StoreFault } from '../memory-store.ts';
import { claimBy, claimed, ledgerOf, NOW, print, accepted, THEM, US } from '../samples.ts';

let stage: LedgerStage;
beforeEach(async () => {
  stage = await createLedgerStage();
});
afterEach(async () => {
  await stage[Symbol.asyncDispose]();
});

const granted = { ok: true, value: { refused: new Map() } };
const claim: LedgerChange = { kind: 'claim', claim: claimBy(US), over: [] };
const paid: NotedChange = { kind: 'accepted', claim: claimBy(US), requestId: 'r1', submittedAtMs: NOW };
const unreachable: StoreFault = { kind: 'unreachable' };

describe('an outage of the store', () => {
  test('is sat out while something is to be written', async () => {
    await stage.ledger.open();
    stage.store.faults.push(...Array.from({ length: 20 }, () => unreachable));
    expect(await stage.ledger.update([claim])).toEqual(granted);
    expect(stage.store.ledger).toEqual(ledgerOf(claimed(US)));
    expect(stage.lines).toEqual([
      'The store is unreachable. Trying again.',
      'The ledger is reachable again after 0.0 s.',
    ]);
  });

  test('holds up no one who only notes', async () => {
    await stage.ledger.open();
    stage.store.faults.push(...Array.from({ length: 1000 }, () => unreachable));
    const waiting = stage.ledger.update([claim]);
    await stage.until(() => stage.store.asked.length > 10);
    await stage.ledger.note([paid]);
    stage.store.faults.length = 0;
    expect(await waiting).toMatchObject({ ok: true });
    expect(stage.store.ledger).toEqual(ledgerOf(accepted(US, 'r1')));
  });

  test('ends the opening after some tries', async () => {
    stage.store.faults.push(...Array.from({ length: 20 }, () => unreachable));
    expect(await stage.ledger.open()).toMatchObject({ ok: false, error: { kind: 'unreachable' } });
    expect(stage.store.asked.length).toBe(6);
  });

  test('ends with the signal', async () => {
    await stage.ledger.open();
    stage.store.faults.push(...Array.from({ length: 1000 }, () => unreachable));
    const waiting = stage.ledger.update([claim]);
    await stage.until(() => stage.store.asked.length > 10);
    stage.stop.abort(new Error('the step was stopped by SIGTERM'));
    expect(await waiting).toMatchObject({ ok: false, error: { kind: 'stopped' } });
    const message =
      'The ledger of work in flight could not be written completely: the step was stopped by SIGTERM.';
    const error = { kind: 'stopped', message };
    expect(await stage.ledger.flush()).toEqual({ ok: false, error });
    expect(await stage.ledger.open()).toEqual({ ok: false, error });
  });
});

test('a write whose answer was lost is found to be done, and not done twice', async () => {
  await stage.ledger.open();
  stage.store.faults.push({ kind: 'lost' });
  expect(await stage.ledger.update([claim])).toEqual(granted);
  expect(stage.store.asked).toEqual(['read', 'write', 'read']);
});

test('a write whose answer was lost, with others upon it, is done once', async () => {
  await stage.ledger.open();
  const theirs = claimed(THEM, 'b');
  stage.store.faults.push(
    { kind: 'lost' },
    { kind: 'other', change: (all) => new Map([...all, [theirs.fingerprint, [theirs]]]) },
  );
  expect(await stage.ledger.update([claim])).toEqual(granted);
  expect(stage.store.ledger).toEqual(ledgerOf(claimed(US), theirs));
});

test('a run that is always late gets its turn', async () => {
  await stage.ledger.open();
  const other = (name: string): StoreFault => ({
    kind: 'other',
    change: (all) => new Map([...all, [print(name), [claimed(THEM, name)]]]),
  });
  // Each of our tries reads, and then another run writes first.
  stage.store.faults.push(other('0'));
  for (let late = 1; late < 12; late += 1)
    stage.store.faults.push({ kind: 'slow', until: Promise.resolve() }, other(`${late}`));
  expect(await stage.ledger.update([claim])).toEqual(granted);
  expect(stage.store.ledger.size).toBe(13);
});

describe.each(['denied', 'failed', 'damaged'] as const)('a store that is %s', (kind) => {
  test('is reported at once', async () => {
    stage.store.faults.push({ kind });
    expect(await stage.ledger.open()).toMatchObject({ ok: false, error: { kind } });
    expect(stage.store.asked).toEqual(['read']);
  });

  test('grants no claim, and holds no other change back for ever', async () => {
    await stage.ledger.open();
    await stage.ledger.note([{ ...paid, claim: claimBy(US, 'b') }]);
    stage.store.faults.push({ kind });
    expect(await stage.ledger.update([claim])).toMatchObject({ ok: false, error: { kind } });
    expect(await stage.ledger.flush()).toEqual({ ok: true, value: undefined });
    expect([...stage.store.ledger.keys()]).toEqual([print('b')]);
  });

  test('is logged if nothing waits', async () => {
    await stage.ledger.open();
    await stage.ledger.note([paid]);
    stage.store.faults.push({ kind });
    stage.passTime();
    await stage.until(() => stage.lines.length > 0);
    expect(stage.lines).toEqual([`The store is ${kind}.`]);
    // It is tried again after a while.
    await stage.until(() => stage.store.asked.length === 2);
    stage.passTime();
    await stage.until(() => stage.store.ledger.size === 1);
  });
});

describe('a machine that cannot keep the journal', () => {
  beforeEach(async () => {
    await stage.ledger.open();
    await stage.ledger.update([claim]);
    await stage.journal[Symbol.asyncDispose]();
  });

  test('claims nothing and sends nothing', async () => {
    const update = stage.ledger.update([{ kind: 'claim', claim: claimBy(US, 'b'), over: [] }]);
    expect(await update).toMatchObject({
      ok: false,
      error: {
        kind: 'denied',
        message: expect.stringContaining('file closed. Nothing more is submitted.') as string,
      },
    });
    await expect(stage.ledger.posting(claimBy(US))).rejects.toThrow('file closed');
    // Nor does the claim go to the store with what goes there later: no one could give it back after a kill.
    await stage.ledger.note([paid]);
    await stage.until(() => stage.store.ledger.get(print('hero'))?.[0]?.state === 'accepted');
    expect([...stage.store.ledger.keys()]).toEqual([print('hero')]);
  });

  test('brings request ids to the store at once', async () => {
    await stage.ledger.note([paid]);
    await stage.until(() => stage.store.ledger.get(print('hero'))?.[0]?.state === 'accepted');
    expect(stage.lines).toContainEqual(expect.stringContaining('Cannot record what was sent in'));
  });
});
