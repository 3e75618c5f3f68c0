import { expect, test } from 'vitest';

import * as box from '../../../src/ledger/write/outbox.ts';
import type { LedgerChange, LedgerEntry } from '../../../src/ledger/life/types.ts';
import { claimBy, claimed, NOW, print, THEM, US } from '../samples.ts';

const claim: LedgerChange = { kind: 'claim', claim: claimBy(US), over: [] };
const sent: LedgerChange = { kind: 'accepted', claim: claimBy(US), requestId: 'r1', submittedAtMs: NOW };
const done: LedgerChange = {
  kind: 'delivered',
  fingerprint: print('hero'),
  requestId: 'r1',
  destination: 'artifact',
  atMs: NOW,
};

type Step = (outbox: box.Outbox) => box.Outbox;

const add =
  (key: number, changes: readonly LedgerChange[], isAwaited = false): Step =>
  (outbox) =>
    box.add(outbox, { key, changes, upTo: key, isAwaited });
const ready =
  (key: number, isRecorded = true): Step =>
  (outbox) =>
    box.ready(outbox, key, isRecorded);
const { taken, saved, failed, hurried } = box;

const FACTS = { awaited: '!', due: 'due', urgent: 'urgent' };

/** One word for each parcel (its key, stage, changes, and `!` if a caller waits), then what the outbox asks for. */
function describeOutbox(outbox: box.Outbox): string {
  const parcels = outbox.parcels.map(({ key, stage, changes, isAwaited }) =>
    [key, stage, changes.map(({ kind }) => kind).join('+') || '-']
      .join(':')
      .concat(isAwaited ? FACTS.awaited : ''),
  );
  const asks = [box.isDue(outbox) && FACTS.due, box.isUrgent(outbox) && FACTS.urgent].filter(Boolean);
  return [...parcels, ...asks].join(' ');
}

test.each<[what: string, steps: readonly Step[], expected: string]>([
  ['nothing', [], ''],
  ['an id that is not in the journal yet', [add(1, [sent])], '1:new:accepted urgent'],
  ['an id alone waits for company', [add(1, [sent]), ready(1)], '1:ready:accepted urgent'],
  ['a delivery has time', [add(1, [done]), ready(1)], '1:ready:delivered'],
  ['a caller waits for a claim', [add(1, [claim], true), ready(1)], '1:ready:claim! due'],
  ['a caller waits for all that is there', [add(1, [], true), ready(1)], '1:ready:-! due'],
  ['an id that waited long enough', [add(1, [sent]), ready(1), hurried], '1:ready:accepted due urgent'],
  ['hurry about nothing that is ready', [add(1, [sent]), hurried], '1:new:accepted urgent'],
  [
    'one that the journal does not have yet holds back those behind it',
    [add(1, [sent]), add(2, [claim], true), ready(2), taken],
    '1:new:accepted 2:ready:claim! urgent',
  ],
  [
    'a write carries what is ready, and hurry is over',
    [add(1, [done]), add(2, [sent]), add(3, [done]), ready(1), ready(2), hurried, taken],
    '1:taken:delivered 2:taken:accepted 3:new:delivered urgent',
  ],
  [
    'the next attempt carries what became ready meanwhile',
    [add(1, [sent]), ready(1), taken, add(2, [done]), ready(2), taken, saved],
    '',
  ],
  [
    'what became ready after the last attempt stays',
    [add(1, [sent]), ready(1), taken, add(2, [claim], true), ready(2), saved],
    '2:ready:claim! due',
  ],
  [
    'a write that failed grants no claim, and no caller waits anymore',
    [add(1, [sent, claim], true), ready(1), taken, add(2, [claim], true), ready(2), failed],
    '1:ready:accepted 2:ready:- urgent',
  ],
  [
    'what is not in the journal yet did not fail',
    [add(1, [done]), ready(1), taken, add(2, [claim], true), failed],
    '1:ready:delivered 2:new:claim!',
  ],
  [
    'the journal has no claim, so the store gets none',
    [add(1, [claim, done], true), ready(1, false)],
    '1:ready:delivered! due',
  ],
  ['the journal does not have an id', [add(1, [sent]), ready(1, false)], '1:ready:accepted due urgent'],
])('%s', (_, steps, expected) => {
  expect(describeOutbox(steps.reduce((outbox, step) => step(outbox), box.EMPTY_OUTBOX))).toBe(expected);
});

test('a caller learns what is in the way of its own claims, and of no others', () => {
  const refused = new Map<string, LedgerEntry>([
    [print('hero'), claimed(THEM)],
    [print('other'), claimed(THEM, 'other')],
  ]);
  expect([...box.pickRefused({ changes: [claim, done] }, refused).keys()]).toEqual([print('hero')]);
  expect(box.pickRefused({ changes: [done] }, refused).size).toBe(0);
});
