import { describe, expect, test } from 'vitest';

import { applyChanges } from '../../../src/ledger/life/apply-changes.ts';
import { nameEntry } from '../../../src/ledger/life/change-entry.ts';
import type { LedgerChange, LedgerEntry } from '../../../src/ledger/life/types.ts';
import {
  accepted,
  claimBy,
  claimed,
  delivered,
  DESTINATION,
  idOf,
  ledgerOf,
  lost,
  maybeSent,
  NOW,
  OTHER_STEP,
  print,
  THEM,
  US,
} from '../samples.ts';

const fingerprint = print('hero');
const claim: LedgerChange = { kind: 'claim', claim: claimBy(US), over: [] };
const overJob: LedgerChange = { ...claim, over: ['r9'] };
const paid: LedgerChange = { kind: 'accepted', claim: claimBy(US), requestId: 'r1', submittedAtMs: NOW };
const noAnswer: LedgerChange = { kind: 'maybe-sent', claim: claimBy(US) };
const released: LedgerChange = { kind: 'released', fingerprint, id: idOf(US) };
const ended: LedgerChange = { kind: 'ended-empty', fingerprint, requestId: 'r1' };
const done: LedgerChange = {
  ...{ kind: 'delivered', fingerprint, requestId: 'r1', destination: DESTINATION },
  atMs: NOW,
};
const given: LedgerChange = { kind: 'lost', fingerprint, requestId: 'r1', atMs: NOW };

type Entries = readonly LedgerEntry[];

function after(there: Entries, ...changes: readonly LedgerChange[]): Entries {
  return applyChanges(ledgerOf(...there), changes).ledger.get(fingerprint) ?? [];
}

describe('a request id', () => {
  test.each<[string, Entries, Entries]>([
    ['takes the place of its claim', [claimed(US)], [accepted(US, 'r1')]],
    ['comes late', [maybeSent(US)], [accepted(US, 'r1')]],
    ['comes twice', [accepted(US, 'r1')], [accepted(US, 'r1')]],
    ['comes again when its job is lost', [lost(US, 'r1')], [lost(US, 'r1')]],
    ['comes again when its job is delivered', [delivered(US, 'r1')], [delivered(US, 'r1')]],
    ['is kept if its claim is gone', [], [accepted(US, 'r1')]],
    ['leaves what another run is about to send', [claimed(THEM)], [claimed(THEM), accepted(US, 'r1')]],
    ['leaves what another run may have sent', [maybeSent(THEM)], [maybeSent(THEM), accepted(US, 'r1')]],
    ['leaves that of another run', [accepted(THEM, 'r9')], [accepted(THEM, 'r9'), accepted(US, 'r1')]],
    ['stays beneath a claim over it', [maybeSent(US), claimed(THEM)], [accepted(US, 'r1'), claimed(THEM)]],
  ])('%s', (_, there, then) => {
    expect(after(there, paid)).toEqual(then);
    expect(after(there, paid, paid)).toEqual(then);
  });

  const again = { ...claimBy(OTHER_STEP), id: idOf(OTHER_STEP, 7) };
  test.each<[string, Entries]>([
    ['lost', [lost(US, 'r1')]],
    ['delivered', [delivered(US, 'r1')]],
    ['still open', [accepted(US, 'r1')]],
    ['lost, beneath another doubt', [lost(US, 'r1'), maybeSent(THEM)]],
  ])('of a job that is %s answers a claim over it: one job, and no claim that waits', (_, there) => {
    const doubts = there.filter(({ state }) => state === 'maybe-sent');
    const resent: LedgerChange = { kind: 'claim', claim: again, over: there.map(nameEntry) };
    const answered: LedgerChange = { ...paid, claim: again };
    const now = after(there, resent, answered);
    expect(now).toEqual([...doubts, { ...accepted(US, 'r1'), ...again }]);
    // What was not heard, or comes late, changes nothing.
    expect(after(now, answered, resent, paid)).toEqual(now);
    expect(after(there, resent, { ...noAnswer, claim: again }, answered)).toEqual(now);
    expect(after(now, done)).toEqual([{ ...delivered(US, 'r1'), ...again }]);
    expect(after(now, ended)).toEqual(doubts);
  });

  test('may be owed to a second destination, as an entry of its own', () => {
    const debt = { ...claimBy(US), id: idOf(US, 2), destination: 'artifact' };
    const owed = after([delivered(US, 'r1')], { ...paid, claim: debt });
    expect(owed).toEqual([delivered(US, 'r1'), { ...accepted(US, 'r1'), ...debt }]);
    const both = after(owed, { ...done, destination: 'artifact' });
    expect(both).toEqual([{ ...delivered(US, 'r1'), ...debt }]);
  });
});

describe.each<[string, LedgerChange]>([
  ['delivered', done],
  ['empty', ended],
  ['lost', given],
])('a job that is %s', (_, end) => {
  test('leaves the others', () => {
    const others = [accepted(THEM, 'r9'), accepted(OTHER_STEP, 'r8')];
    const left = after([accepted(US, 'r1'), ...others], end);
    expect(left).toEqual(expect.arrayContaining(others));
    expect(after([...others, accepted(US, 'r1')], end)).toEqual(expect.arrayContaining(others));
  });

  test.each([claimed(THEM), claimed(US), maybeSent(US), accepted(THEM, 'r9'), delivered(THEM, 'r9')])(
    'touches no entry without its request id: $state',
    (there) => {
      expect(after([there], end)).toEqual([there]);
    },
  );

  test('changes nothing a second time, nor if nothing is there', () => {
    expect(after([], end)).toEqual([]);
    const once = after([accepted(US, 'r1')], end);
    expect(after(once, end)).toEqual(once);
  });
});

test('a delivery stays as it is, whatever else is said of it', () => {
  for (const change of [done, ended, given, paid, released, noAnswer])
    expect(after([delivered(US, 'r1')], change)).toEqual([delivered(US, 'r1')]);
});

test('a lost job is lost since the first time', () => {
  expect(after([lost(US, 'r1')], { ...given, atMs: NOW + 1 })).toEqual([lost(US, 'r1')]);
});

describe('a submit without an answer', () => {
  test.each<[string, Entries, Entries]>([
    ['its claim', [claimed(US)], [maybeSent(US)]],
    ['nothing', [], [maybeSent(US)]],
    ['its request id', [accepted(US, 'r1')], [accepted(US, 'r1')]],
    ['a claim of another', [claimed(THEM)], [claimed(THEM), maybeSent(US)]],
    ['a job of another', [accepted(THEM, 'r9')], [accepted(THEM, 'r9'), maybeSent(US)]],
    ['a delivery since', [delivered(THEM, 'r9')], [delivered(THEM, 'r9')]],
  ])('is remembered beside %s', (_, there, then) => {
    expect(after(there, noAnswer)).toEqual(then);
    expect(after(there, noAnswer, noAnswer)).toEqual(then);
  });

  test('made later is not forgotten when an earlier job turns out to be delivered', () => {
    const forced = after([accepted(THEM, 'r9')], overJob, noAnswer);
    const noted: LedgerChange = { ...done, requestId: 'r9' };
    expect(after(forced, noted)).toEqual([delivered(THEM, 'r9'), maybeSent(US)]);
  });
});

test('edits do not touch each other, nor the ledger that was given', () => {
  const before = ledgerOf(claimed(THEM, 'a'), claimed(US, 'b'));
  const { ledger, refused } = applyChanges(before, [
    { kind: 'released', fingerprint: print('b'), id: idOf(US) },
    claim,
    { ...claim, claim: claimBy(US, 'a') },
  ]);
  expect(ledger).toEqual(ledgerOf(claimed(THEM, 'a'), claimed(US)));
  expect([...refused.keys()]).toEqual([print('a')]);
  expect(before.size).toBe(2);
});

test('the very ledger comes back if nothing changes', () => {
  const before = ledgerOf(claimed(US), accepted(US, 'r1', 'b'));
  expect(applyChanges(before, [claim, { ...given, requestId: 'r7' }]).ledger).toBe(before);
});
