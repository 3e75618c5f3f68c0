import { describe, expect, test } from 'vitest';

import { applyChanges } from '../../../src/ledger/life/apply-changes.ts';
import type { LedgerChange, LedgerEntry } from '../../../src/ledger/life/types.ts';
import {
  accepted,
  claimBy,
  claimed,
  delivered,
  idOf,
  ledgerOf,
  lost,
  maybeSent,
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
const released: LedgerChange = { kind: 'released', fingerprint, id: idOf(US) };
type Entries = readonly LedgerEntry[];

function after(there: Entries, ...changes: readonly LedgerChange[]): Entries {
  return applyChanges(ledgerOf(...there), changes).ledger.get(fingerprint) ?? [];
}

function refusedBy(there: Entries, change: LedgerChange): LedgerEntry | undefined {
  return applyChanges(ledgerOf(...there), [change]).refused.get(fingerprint);
}

describe('a claim', () => {
  test('is granted if nothing is there, or it was granted before', () => {
    expect(after([], claim)).toEqual([claimed(US)]);
    expect(after([], claim, claim)).toEqual([claimed(US)]);
    expect(refusedBy([claimed(US)], claim)).toBeUndefined();
  });

  test('takes the place of an earlier claim of the same step', () => {
    const second: LedgerChange = { ...claim, claim: { ...claimBy(US), id: idOf(US, 2) } };
    expect(after([claimed(US)], second)).toEqual([{ ...claimed(US), id: idOf(US, 2) }]);
  });

  test.each<[string, LedgerEntry]>([
    ['another run claimed it', claimed(THEM)],
    ['another job or step of the same run claimed it', claimed(OTHER_STEP)],
    ['another run may have sent it', maybeSent(THEM)],
    ['another run sent it', accepted(THEM, 'r9')],
    ['this step sent it', accepted(US, 'r1')],
    ['it was delivered a moment ago', delivered(THEM, 'r9')],
    ['it was paid for and its pictures are gone', lost(THEM, 'r9')],
  ])('is refused if %s', (_, there) => {
    expect(refusedBy([there], claim)).toBe(there);
    expect(after([there], claim)).toEqual([there]);
  });

  test('that is refused leaves nothing behind of an attempt that went unheard', () => {
    expect(after([claimed(US), accepted(THEM, 'r9')], claim)).toEqual([accepted(THEM, 'r9')]);
    expect(after([maybeSent(US), claimed(THEM)], claim)).toEqual([claimed(THEM)]);
  });

  test.each<[string, Entries, LedgerChange, Entries]>([
    ['a dead claim', [claimed(THEM)], overThem, [maybeSent(THEM), claimed(US)]],
    ['an unknown', [maybeSent(THEM)], overThem, [maybeSent(THEM), claimed(US)]],
    ['a lost job', [lost(THEM, 'r9')], overLost, [lost(THEM, 'r9'), claimed(US)]],
    ['a delivery', [delivered(THEM, 'r9')], overJob, [delivered(THEM, 'r9'), claimed(US)]],
    ['a job that is done', [accepted(THEM, 'r9')], overJob, [accepted(THEM, 'r9'), claimed(US)]],
  ])('may be made over %s that it names, which lies beneath it', (_, there, change, then) => {
    expect(refusedBy(there, change)).toBeUndefined();
    expect(after(there, change)).toEqual(then);
    expect(after(there, change, change)).toEqual(then);
  });

  test.each<[string, Entries, LedgerChange]>([
    ['another was first', [claimed(OTHER_STEP)], overThem],
    ['another was first to be made over it', [maybeSent(THEM), claimed(OTHER_STEP)], overThem],
    ['it got a request id meanwhile', [accepted(THEM, 'r9')], overThem],
    ['it was delivered meanwhile', [delivered(THEM, 'r9')], overThem],
    ['its lost job was delivered after all', [delivered(THEM, 'r9')], overLost],
    ['its job was lost meanwhile', [lost(THEM, 'r9')], overJob],
    ['another job is there', [delivered(THEM, 'r10')], overJob],
    ['another job is there too', [lost(THEM, 'r9'), accepted(OTHER_STEP, 'r10')], overLost],
    ['it is not all that is there', [maybeSent(OTHER_STEP), delivered(THEM, 'r9')], overJob],
  ])('is refused if %s', (_, there, change) => {
    expect(refusedBy(there, change)).toBeDefined();
    expect(after(there, change)).toEqual(there);
  });

  test('names the entry that says most about money when it is refused', () => {
    const job = accepted(OTHER_STEP, 'r9');
    expect(refusedBy([maybeSent(THEM), job], claim)).toBe(job);
    expect(refusedBy([lost(THEM, 'r8'), delivered(OTHER_STEP, 'r9')], claim)).toEqual(lost(THEM, 'r8'));
  });
});

describe('a claim that is released', () => {
  test('is free for others', () => {
    expect(after([claimed(US)], released)).toEqual([]);
  });

  test('was certainly not sent, even if another run took it for dead', () => {
    expect(after([maybeSent(US), claimed(THEM)], released)).toEqual([claimed(THEM)]);
  });

  test.each([claimed(THEM), claimed(OTHER_STEP), accepted(US, 'r1'), lost(US, 'r1')])(
    'is only that very one, and only without a request id: $state',
    (there) => {
      expect(after([there], released)).toEqual([there]);
    },
  );
});
