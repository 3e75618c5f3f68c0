import { expect, test } from 'vitest';

import { judgeEntry } from '../../../src/ledger/life/judge-entry.ts';
import type { LedgerEntry } from '../../../src/ledger/life/types.ts';
import {
  claimant,
  claimed,
  delivered,
  gone,
  HOUR_MS,
  NOW,
  OTHER_STEP,
  submitted,
  THEM,
  unclear,
  US,
} from '../samples.ts';

const second = claimant('100', 2, 'd');

test.each<[string, LedgerEntry, ReturnType<typeof judgeEntry>]>([
  ['accepted by the service', submitted(THEM, 'r1'), 'collect'],
  ['accepted for this step', submitted(US, 'r1'), 'collect'],
  ['paid for, and gone', gone(THEM, 'r1'), 'unknown'],
  ['delivered', delivered(THEM, 'r1'), 'settled'],
  ['delivered by this step', delivered(US, 'r1'), 'settled'],
  ['sent without an answer', unclear(THEM), 'unknown'],
  ['sent without an answer by this step', unclear(US), 'unknown'],
  ['claimed by this step', claimed(US), 'ours'],
  ['claimed by another run', claimed(THEM), 'other-run'],
  ['claimed by another job or step of this run', claimed(OTHER_STEP), 'other-run'],
  ['claimed by a later attempt of this run', claimed(second), 'other-run'],
])('%s', (_, entry, verdict) => {
  expect(judgeEntry(entry, { self: US, nowMs: NOW })).toBe(verdict);
});

test('an attempt that was followed by another is over', () => {
  expect(judgeEntry(claimed(US), { self: second, nowMs: NOW })).toBe('unknown');
});

test('a claim is over when its time is, or when its run is known to be', () => {
  const facts = { self: US, nowMs: NOW + HOUR_MS };
  expect(judgeEntry(claimed(THEM), facts)).toBe('other-run');
  expect(judgeEntry(claimed(THEM), { ...facts, nowMs: NOW + HOUR_MS + 1 })).toBe('unknown');
  expect(judgeEntry(claimed(THEM), { ...facts, isRunOver: true })).toBe('unknown');
  expect(judgeEntry(claimed(THEM), { ...facts, isRunOver: false })).toBe('other-run');
});
