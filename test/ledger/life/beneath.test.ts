import { describe, expect, test } from 'vitest';

import { applyChanges } from '../../../src/ledger/life/apply-changes.ts';
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
const overThem: LedgerChange = { ...claim, over: [idOf(THEM)] };
const overJob: LedgerChange = { ...claim, over: ['r9'] };
const overLost: LedgerChange = { ...claim, over: ['lost r9'] };
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

function refusedBy(there: Entries, change: LedgerChange): LedgerEntry | undefined {
  return applyChanges(ledgerOf(...there), [change]).refused.get(fingerprint);
}

/** Everything that a claim can be made over, with the change that does it. */
const BENEATH: readonly [string, LedgerEntry, LedgerChange][] = [
  ['an unknown', maybeSent(THEM), overThem],
  ['a lost job', lost(THEM, 'r9'), overLost],
  ['a delivery', delivered(THEM, 'r9'), overJob],
];

describe.each(BENEATH)('what lies beneath: %s', (_, beneath, over) => {
  test.each<[string, readonly LedgerChange[]]>([
    ['released', [released]],
    ['accepted and fails, or is cancelled', [paid, ended]],
    ['lost, and then found to have made nothing', [paid, given, ended]],
    ['released, claimed once more and fails', [released, over, paid, ended]],
  ])('is all that is there if the attempt above is %s', (_how, changes) => {
    expect(after([beneath], over, ...changes)).toEqual([beneath]);
    // Consent is asked for again: what was given for the last attempt came to nothing.
    expect(refusedBy(after([beneath], over, ...changes), claim)).toEqual(beneath);
  });

  test.each<[string, readonly LedgerChange[], LedgerEntry]>([
    ['under way', [paid], accepted(US, 'r1')],
    ['lost', [paid, given], lost(US, 'r1')],
    ['without an answer', [noAnswer], maybeSent(US)],
  ])('stays while the attempt above is %s', (_how, changes, above) => {
    expect(after([beneath], over, ...changes)).toEqual([beneath, above]);
  });

  test('goes when the pictures of the attempt above are delivered', () => {
    expect(after([beneath], over, paid, done)).toEqual([delivered(US, 'r1')]);
    expect(after([beneath], over, paid, given, done)).toEqual([delivered(US, 'r1')]);
  });

  test('stays when they are delivered to another destination', () => {
    const toArtifact: LedgerChange = { ...done, destination: 'artifact' };
    expect(after([beneath], over, paid, toArtifact)).toEqual([beneath, accepted(US, 'r1')]);
  });

  test('lies beneath as deep as attempts are made', () => {
    const deep = after([beneath], over, noAnswer, {
      ...{ kind: 'claim', claim: claimBy(OTHER_STEP) },
      over: [idOf(US), idOf(THEM), 'r9', 'lost r9'],
    });
    expect(deep).toEqual([beneath, maybeSent(US), claimed(OTHER_STEP)]);
    const job: LedgerChange = { ...paid, claim: claimBy(OTHER_STEP), requestId: 'r2' };
    expect(after(deep, job, { ...ended, requestId: 'r2' })).toEqual([beneath, maybeSent(US)]);
    expect(after(deep, job, { ...done, requestId: 'r2' })).toEqual([delivered(OTHER_STEP, 'r2')]);
  });
});
