import { expect, test } from 'vitest';

import { applyChanges } from '../../../src/ledger/life/apply-changes.ts';
import { readUnwritten } from '../../../src/ledger/write/unwritten-changes.ts';
import type { JournalRecord } from '../../../src/ledger/write/journal-record.ts';
import type { LedgerChange, LedgerEntry } from '../../../src/ledger/life/types.ts';
import { idOf, claimBy, claimed, ledgerOf, NOW, print, accepted, THEM, maybeSent, US } from '../samples.ts';

const fingerprint = print('hero');
const began: JournalRecord = { kind: 'began', step: US };
const claim: JournalRecord = { kind: 'claim', claim: claimBy(US), over: [] };
const posting: JournalRecord = { kind: 'posting', id: idOf(US) };
const paid: LedgerChange = { kind: 'accepted', claim: claimBy(US), requestId: 'r1', submittedAtMs: NOW };
const lost: LedgerChange = { kind: 'maybe-sent', claim: claimBy(US) };
const released: LedgerChange = { kind: 'released', fingerprint, id: idOf(US) };
const ended: LedgerChange = { kind: 'ended-empty', fingerprint, requestId: 'r1' };
const gone: LedgerChange = { kind: 'lost', fingerprint, requestId: 'r1', atMs: NOW };
const stored = (upTo: number): JournalRecord => ({ kind: 'stored', upTo });
const unreadable: JournalRecord = { kind: 'unreadable' };

test.each<[string, JournalRecord[], LedgerChange[]]>([
  ['nothing was claimed', [], []],
  ['claimed, nothing sent', [claim], [released]],
  ['claimed in the store, nothing sent', [claim, stored(2)], [released]],
  ['sent, killed before the answer', [claim, stored(2), posting], [lost]],
  ['sent and accepted, the store does not know', [claim, stored(2), posting, paid], [paid]],
  ['sent and accepted, the store knows', [claim, stored(2), posting, paid, stored(5)], []],
  ['sent without an answer', [claim, stored(2), posting, lost], [lost]],
  ['sent without an answer, the store knows', [claim, posting, lost, stored(4)], []],
  ['released', [claim, released], [released]],
  ['released, the store knows', [claim, released, stored(3)], []],
  ['released and claimed again', [claim, released, claim, posting], [released, lost]],
  ['delivered, the store does not know', [claim, posting, paid, stored(4), ended], [ended]],
  ['accepted and delivered, the store knows neither', [claim, posting, paid, ended], [paid, ended]],
  ['collected for another run', [ended], [ended]],
  ['collected for another run, without pictures', [gone], [gone]],
  ['collected without pictures, then claimed', [gone, claim], [gone, released]],
  ['a line is lost: something may have been sent', [claim, unreadable], [lost]],
  ['a line is lost, but the answer is there', [claim, unreadable, paid], [paid]],
  ['a line is lost before a claim', [unreadable, claim], [lost]],
])('%s', (_, records, changes) => {
  expect(readUnwritten([began, ...records])).toEqual({ step: US, changes });
});

test('edits do not touch each other', () => {
  const other: JournalRecord = {
    kind: 'claim',
    claim: { ...claimBy(US, 'other'), id: idOf(US, 2) },
    over: [],
  };
  const { changes } = readUnwritten([began, claim, other, posting]);
  expect(changes).toEqual([lost, { kind: 'released', fingerprint: print('other'), id: idOf(US, 2) }]);
});

test('whose changes they are is also known where the first line is lost', () => {
  expect(readUnwritten([unreadable, paid])).toMatchObject({ step: US, changes: [paid] });
  expect(readUnwritten([unreadable])).toEqual({ step: undefined, changes: [] });
});

test.each<[string, LedgerEntry | undefined, JournalRecord[], LedgerEntry | undefined]>([
  ['a claim that was refused leaves the one that stood', claimed(THEM), [claim], claimed(THEM)],
  ['a claim that no one heard of is released', claimed(US), [claim], undefined],
  ['a request id takes its place', claimed(US), [claim, posting, paid], accepted(US, 'r1')],
  ['a doubt stays', claimed(US), [claim, posting], maybeSent(US)],
  ['all that was done is done', undefined, [claim, posting, paid, ended], undefined],
])('in the store: %s', (_, there, records, then) => {
  const { changes } = readUnwritten([began, ...records]);
  const { ledger } = applyChanges(ledgerOf(...(there ? [there] : [])), changes);
  expect(ledger.get(fingerprint)).toEqual(then && [then]);
});
