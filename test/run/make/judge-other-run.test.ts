import { expect, it } from 'vitest';

import { judgeEntry } from '../../../src/ledger/life/judge-entry.ts';
import type { LedgerEntry } from '../../../src/ledger/life/types.ts';
import { judgeOtherRun, pickDelivered, type WaitVerdict } from '../../../src/run/make/judge-other-run.ts';
import { accepted, claimed, delivered, lost, maybeSent, NOW, THEM, US } from '../../ledger/samples.ts';
import { lockEntry } from '../../lock/sample-lock.ts';

const free = { kind: 'free' } as const;
const paid = accepted(THEM, 'req-1');
const done = delivered(THEM, 'req-1');
const gone = lost(THEM, 'req-1');

it.each<[string, readonly LedgerEntry[], WaitVerdict, isRunOver?: boolean]>([
  ['nothing', [], { kind: 'ask-branch', otherwise: free }],
  ['a claim of this step', [claimed(US)], { kind: 'answered', answer: free }],
  ['a claim', [claimed(THEM)], { kind: 'busy' }],
  ['a claim beside a lost job', [gone, claimed(THEM)], { kind: 'busy' }],
  ['a claim of a run that is over', [claimed(THEM)], { kind: 'in-doubt', entry: claimed(THEM) }, true],
  [
    'a submit without an answer',
    [maybeSent(THEM)],
    { kind: 'answered', answer: { kind: 'unknown', entry: maybeSent(THEM) } },
  ],
  ['a lost job', [gone], { kind: 'answered', answer: { kind: 'unknown', entry: gone } }],
  ['a job', [paid], { kind: 'answered', answer: { kind: 'submitted', entry: paid } }],
  ['a delivery', [done], { kind: 'ask-branch', otherwise: { kind: 'submitted', entry: done } }],
])('the ledger has %s of the edit', (_, entries, verdict, isRunOver = false) => {
  const judged = entries.map((entry) => judgeEntry(entry, { thisStep: US, nowMs: NOW, isRunOver }));
  expect(judgeOtherRun(judged)).toEqual(verdict);
});

it('takes from the branch what is there, and nothing else', () => {
  const entry = { ...lockEntry(['hero'], {}), requestId: 'req-1' };
  const there = new Map([['hero', entry]]);
  expect(pickDelivered(there, 'hero', free)).toEqual({
    kind: 'delivered',
    files: entry.files,
    requestId: 'req-1',
  });
  expect(pickDelivered(there, 'other', free)).toBe(free);
});
