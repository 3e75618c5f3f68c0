import { expect, test } from 'vitest';

import { KEPT_DAYS, pruneOld, type Times } from '../../../src/ledger/life/prune.ts';
import {
  entriesOf,
  claimed,
  delivered,
  HOUR_MS,
  ledgerOf,
  NOW,
  accepted,
  THEM,
  maybeSent,
} from '../samples.ts';

const at = (serverMs: number): Times => ({ localMs: NOW, serverMs });
const KEPT_MS = KEPT_DAYS * 24 * HOUR_MS;

test('entries go 30 days after the last sign of their run', () => {
  const ledger = ledgerOf(claimed(THEM, 'a'), maybeSent(THEM, 'b'), accepted(THEM, 'r1'));
  const over = NOW + HOUR_MS + KEPT_MS; // an hour behind `NOW` their run was certainly over
  expect(pruneOld(ledger, at(over))).toEqual({ ledger, pruned: [] });
  expect(pruneOld(ledger, at(over + 1))).toEqual({ ledger: new Map(), pruned: entriesOf(ledger) });
});

test('the young ones stay', () => {
  const old = { ...claimed(THEM, 'old'), claimedAtMs: 0, overAtMs: 1 };
  const young = claimed(THEM, 'young');
  expect(pruneOld(ledgerOf(old, young), at(NOW))).toEqual({ ledger: ledgerOf(young), pruned: [old] });
});

test('of several entries of an edit each has an age of its own', () => {
  const old = { ...accepted(THEM, 'r1'), claimedAtMs: 0, overAtMs: 1, submittedAtMs: 1 };
  const young = { ...old, id: 'later', requestId: 'r2', submittedAtMs: NOW };
  expect(pruneOld(ledgerOf(old), at(NOW)).pruned).toEqual([old]);
  expect(pruneOld(ledgerOf(old, young), at(NOW))).toEqual({ ledger: ledgerOf(young), pruned: [old] });
});

test('what was delivered goes after six hours, without a word', () => {
  const ledger = ledgerOf(delivered(THEM, 'r1'), claimed(THEM, 'a'));
  expect(pruneOld(ledger, at(NOW + 6 * HOUR_MS))).toEqual({ ledger, pruned: [] });
  expect(pruneOld(ledger, at(NOW + 6 * HOUR_MS + 1))).toEqual({
    ledger: ledgerOf(claimed(THEM, 'a')),
    pruned: [],
  });
});

test('a machine whose clock is ahead forgets nothing that was paid for or delivered', () => {
  const mark = delivered(THEM, 'r2', 'c');
  const ledger = ledgerOf(claimed(THEM, 'a'), maybeSent(THEM, 'b'), accepted(THEM, 'r1'), mark);
  const far = { localMs: NOW + 2 * KEPT_MS };
  expect(pruneOld(ledger, { ...far, serverMs: NOW }).ledger).toBe(ledger);
  expect(pruneOld(ledger, { ...far, serverMs: undefined }).ledger).toBe(ledger);
});
