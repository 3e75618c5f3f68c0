import { describe, expect, test } from 'vitest';

import { applyChanges } from '../../../src/ledger/life/apply-changes.ts';
import type { LedgerChange, LedgerEntry } from '../../../src/ledger/life/types.ts';
import { claimBy, delivered, gone, ledgerOf, NOW, print, submitted, TARGET, THEM, US } from '../samples.ts';

const fingerprint = print('hero');
const paid: LedgerChange = { kind: 'submitted', claim: claimBy(US), requestId: 'r1', submittedAtMs: NOW };
const lost: LedgerChange = { kind: 'unclear', claim: claimBy(US) };
const released: LedgerChange = { kind: 'released', fingerprint };
const ended: LedgerChange = { kind: 'settled', fingerprint, requestId: 'r1' };
const settled: LedgerChange = { ...ended, delivered: { target: TARGET, atMs: NOW } };
const lostForGood: LedgerChange = { kind: 'gone', fingerprint, requestId: 'r1', atMs: NOW };

function after(there: LedgerEntry, ...changes: readonly LedgerChange[]): LedgerEntry | undefined {
  return applyChanges(ledgerOf(there), changes, US).ledger.get(fingerprint);
}

describe('the last job of an entry', () => {
  test('that ended without pictures leaves nothing', () => {
    expect(after(submitted(THEM, 'r1'), ended)).toBeUndefined();
    expect(after(gone(THEM, 'r1'), ended)).toBeUndefined();
  });

  test('that is delivered is remembered, and is settled once', () => {
    expect(after(submitted(THEM, 'r1'), settled)).toEqual(delivered(THEM, 'r1'));
    const there = delivered(THEM, 'r1');
    for (const change of [settled, ended, lostForGood, paid, released, lost])
      expect(after(there, change)).toBe(there);
  });

  test('that is delivered to another place than it is to go to stays', () => {
    const elsewhere: LedgerChange = { ...ended, delivered: { target: 'artifact', atMs: NOW } };
    for (const there of [submitted(THEM, 'r1'), submitted(THEM, 'r1', 'r2')])
      expect(after(there, elsewhere)).toBe(there);
  });

  test('whose pictures are gone stays with its request id, since the first time', () => {
    expect(after(submitted(THEM, 'r1'), lostForGood)).toEqual(gone(THEM, 'r1'));
    const there = gone(THEM, 'r1');
    expect(after(there, { ...lostForGood, atMs: NOW + 1 })).toBe(there);
    expect(after(there, paid)).toBe(there);
  });

  test.each([delivered(THEM, 'r9'), gone(THEM, 'r9')])(
    'gives way to another that was paid for: $state',
    (there) => {
      expect(after(there, paid)).toEqual(submitted(US, 'r1'));
    },
  );
});
