import { expect, test } from 'vitest';

import { createEvidence, type Story } from './made-up-evidence.ts';
import { judgePayments } from './judge-payments.ts';

const judge = (...story: Story): readonly string[] => judgePayments(createEvidence(story));

test('a take that is only claimed may be sent with consent, although its sisters wait to be collected', () => {
  expect(
    judge(
      { takes: 3, sends: ['1', '3'], ledger: { 1: 'accepted', 2: 'maybe-sent', 3: 'accepted' } },
      { takes: 2, delivers: ['1'], ledger: { 2: 'maybe-sent', 3: 'accepted' } },
      { takes: 2, consents: true, sends: ['2'] },
    ),
  ).toEqual([]);
});

test('a take that is only claimed is not sent without consent, if it may have been sent', () => {
  expect(
    judge(
      { takes: 2, sends: ['1', '?'], ledger: { 1: 'accepted', 2: 'maybe-sent' } },
      { takes: 2, sends: ['2'] },
    ),
  ).toHaveLength(1);
});

test('consent counts once', () => {
  const first = { takes: 2, sends: ['?'], ledger: { 2: 'maybe-sent' } } as const;
  const second = { takes: 2, consents: true, sends: ['1', '2'] } as const;
  expect(judge(first, { ...second, ledger: { 1: 'accepted', 2: 'accepted' } })).toEqual([]);
  expect(
    judge(
      first,
      { ...second, ledger: { 1: 'accepted', 2: 'accepted' } },
      { takes: 2, consents: true, sends: ['2'] },
    ),
  ).not.toEqual([]);
});

test('a take that waits to be collected is not sent again, whatever another one costs', () => {
  const first = { takes: 3, sends: ['1'], ledger: { 1: 'accepted' } } as const;
  expect(judge(first, { takes: 3, sends: ['2', '3'] })).toEqual([]);
  expect(judge(first, { takes: 3, sends: ['1'] })).toHaveLength(1);
  expect(judge(first, { takes: 3, consents: true, sends: ['1', '2'] })).toHaveLength(1);
});

test('a take that was delivered is not sent again', () => {
  const first = { takes: 2, sends: ['1'], delivers: ['1'] } as const;
  expect(judge(first, { takes: 2, sends: ['2'] })).toEqual([]);
  expect(judge(first, { takes: 2, sends: ['1'] })).toHaveLength(1);
});

test('one take is not sent twice in an attempt, and what costs nothing may be', () => {
  expect(judge({ takes: 2, sends: ['1', '1'] })).toHaveLength(1);
  expect(judge({ takes: 1, sends: ['1', '1'] })).not.toEqual([]);
  expect(judge({ takes: 1, fails: ['1'], sends: ['1'] })).toEqual([]);
  expect(judge({ takes: 1, fails: ['1'] }, { takes: 1, sends: ['1'] })).toEqual([]);
});

test('a submit that no ledger knows of is of any take that was asked for', () => {
  expect(judge({ takes: 2, sends: ['?'] }, { takes: 2, sends: ['1'] })).toEqual([]);
  expect(judge({ takes: 2, sends: ['?'] }, { takes: 2, sends: ['1', '2'] })).toHaveLength(1);
});
