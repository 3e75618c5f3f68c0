import { expect, test } from 'vitest';

import {
  hasClaimsAhead,
  judgeEntry,
  pickRuling,
  type JudgedEntry,
} from '../../../src/ledger/life/judge-entry.ts';
import type { LedgerEntry } from '../../../src/ledger/life/types.ts';
import {
  accepted,
  claimed,
  delivered,
  HOUR_MS,
  ledgerOf,
  lost,
  maybeSent,
  NOW,
  OTHER_STEP,
  stepOf,
  THEM,
  US,
} from '../samples.ts';

const second = stepOf('100', 2, 'd');

test.each<[string, LedgerEntry, JudgedEntry['verdict']]>([
  ['accepted by the service', accepted(THEM, 'r1'), 'collect'],
  ['accepted for this step', accepted(US, 'r1'), 'collect'],
  ['paid for, and lost', lost(THEM, 'r1'), 'unknown'],
  ['delivered', delivered(THEM, 'r1'), 'delivered'],
  ['delivered by this step', delivered(US, 'r1'), 'delivered'],
  ['sent without an answer', maybeSent(THEM), 'unknown'],
  ['sent without an answer by this step', maybeSent(US), 'unknown'],
  ['claimed by this step', claimed(US), 'ours'],
  ['claimed by another run', claimed(THEM), 'other-run'],
  ['claimed by another job or step of this run', claimed(OTHER_STEP), 'other-run'],
  ['claimed by a later attempt of this run', claimed(second), 'other-run'],
])('%s', (_, entry, verdict) => {
  expect(judgeEntry(entry, { thisStep: US, nowMs: NOW })).toEqual({ verdict, entry });
});

test('an attempt that was followed by another is over', () => {
  expect(judgeEntry(claimed(US), { thisStep: second, nowMs: NOW }).verdict).toBe('unknown');
});

test.each([
  [0, undefined, 'other-run'],
  [1, undefined, 'unknown'],
  [0, true, 'unknown'],
  [1, false, 'other-run'],
] as const)('a claim %i ms after its time, if its run being over is %s: %s', (lateMs, isRunOver, verdict) => {
  const nowMs = NOW + HOUR_MS + lateMs;
  const facts = { thisStep: US, nowMs, ...(isRunOver !== undefined && { isRunOver }) };
  expect(judgeEntry(claimed(THEM), facts).verdict).toBe(verdict);
});

const DAY_MS = 24 * HOUR_MS;
test.each([
  ['by more than a day', THEM, DAY_MS + 1, { serverMs: NOW }, 'unknown'],
  ['by a day', THEM, DAY_MS, { serverMs: NOW }, 'other-run'],
  ['of only this machine, whose clock may be wrong', THEM, DAY_MS + 1, {}, 'other-run'],
  [
    'of this machine, and not of a server',
    ...([THEM, DAY_MS + 1, { serverMs: NOW + HOUR_MS }, 'other-run'] as const),
  ],
  ['of a server, though not of this machine', THEM, 0, { serverMs: NOW - DAY_MS - 1 }, 'unknown'],
  ['by another job of this run, which goes on', OTHER_STEP, DAY_MS + 1, { serverMs: NOW }, 'other-run'],
  ['by a run that goes on', THEM, DAY_MS + 1, { serverMs: NOW, isRunOver: false }, 'other-run'],
] as const)('a claim that is dated ahead %s', (_, step, aheadMs, facts, verdict) => {
  const entry = { ...claimed(step), claimedAtMs: NOW + aheadMs, overAtMs: NOW + aheadMs + HOUR_MS };
  expect(judgeEntry(entry, { thisStep: US, nowMs: NOW, ...facts }).verdict).toBe(verdict);
});

test.each([
  [HOUR_MS, 'unknown'],
  [-HOUR_MS, 'other-run'],
] as const)(
  'the time of a server counts more than that of this machine: %i ms after its time',
  (ms, verdict) => {
    const entry = claimed(THEM);
    const facts = { thisStep: US, nowMs: entry.overAtMs - ms, serverMs: entry.overAtMs + ms };
    expect(judgeEntry(entry, facts).verdict).toBe(verdict);
  },
);

test.each([
  ['a claim that is dated ahead by more than a day', claimed(THEM), DAY_MS + 1, true],
  ['a claim that is dated ahead by a day', claimed(THEM), DAY_MS, false],
  ['what blocks nothing', maybeSent(THEM), 2 * DAY_MS, false],
])('whether a server is asked for the time: %s', (_what, entry, aheadMs, expected) => {
  const dated = { ...entry, claimedAtMs: NOW + aheadMs };
  expect(hasClaimsAhead(ledgerOf(dated), NOW)).toBe(expected);
});

test.each<[string, readonly LedgerEntry[], number | undefined]>([
  ['nothing', [], undefined],
  ['a job above an unknown', [maybeSent(THEM), accepted(US, 'r1')], 1],
  ['the first of two jobs', [accepted(THEM, 'r1'), accepted(US, 'r2')], 0],
  ['a job beneath a claim', [accepted(THEM, 'r1'), claimed(OTHER_STEP)], 0],
  ['a claim that goes on, over a delivery', [delivered(THEM, 'r1'), claimed(OTHER_STEP)], 1],
  ['a claim that goes on, over an unknown', [maybeSent(OTHER_STEP), claimed(THEM)], 1],
  ['an unknown over a delivery', [delivered(THEM, 'r1'), maybeSent(OTHER_STEP)], 1],
  ['an unknown over a lost job', [lost(THEM, 'r1'), maybeSent(OTHER_STEP)], 1],
  ['the last of two unknowns', [maybeSent(THEM), maybeSent(OTHER_STEP)], 1],
])('what decides: %s', (_, entries, index) => {
  const judged = entries.map((entry) => judgeEntry(entry, { thisStep: US, nowMs: NOW }));
  expect(pickRuling(judged)).toBe(index === undefined ? undefined : judged[index]);
});
