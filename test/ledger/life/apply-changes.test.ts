import { describe, expect, test } from 'vitest';

import { applyChanges } from '../../../src/ledger/life/apply-changes.ts';
import type { LedgerChange, LedgerEntry } from '../../../src/ledger/life/types.ts';
import {
  claimBy,
  claimed,
  delivered,
  gone,
  ledgerOf,
  NOW,
  OTHER_STEP,
  print,
  submitted,
  TARGET,
  THEM,
  unclear,
  US,
} from '../samples.ts';

const fingerprint = print('hero');
const claim: LedgerChange = { kind: 'claim', claim: claimBy(US) };
const again: LedgerChange = { ...claim, replaces: THEM };
const paid: LedgerChange = { kind: 'submitted', claim: claimBy(US), requestId: 'r1', submittedAtMs: NOW };
const lost: LedgerChange = { kind: 'unclear', claim: claimBy(US) };
const released: LedgerChange = { kind: 'released', fingerprint };
const ended: LedgerChange = { kind: 'settled', fingerprint, requestId: 'r1' };
const settled: LedgerChange = { ...ended, delivered: { target: TARGET, atMs: NOW } };
const lostForGood: LedgerChange = { kind: 'gone', fingerprint, requestId: 'r1', atMs: NOW };

function after(there: LedgerEntry | undefined, ...changes: readonly LedgerChange[]): LedgerEntry | undefined {
  return applyChanges(ledgerOf(...(there === undefined ? [] : [there])), changes, US).ledger.get(fingerprint);
}

function isRefused(there: LedgerEntry, change: LedgerChange): boolean {
  return applyChanges(ledgerOf(there), [change], US).refused.get(fingerprint) === there;
}

describe('a claim', () => {
  test('is granted where nothing stands, and where it was granted before', () => {
    expect(after(undefined, claim)).toEqual(claimed(US));
    expect(after(claimed(US), claim)).toEqual(claimed(US));
  });

  test.each<[string, LedgerEntry]>([
    ['another run claimed it', claimed(THEM)],
    ['another job or step of the same run claimed it', claimed(OTHER_STEP)],
    ['another run does not know whether it was sent', unclear(THEM)],
    ['it was sent by another run', submitted(THEM, 'r9')],
    ['it was sent by this step', submitted(US, 'r1')],
    ['this step does not know whether it was sent', unclear(US)],
    ['it was delivered a moment ago', delivered(THEM, 'r9')],
    ['it was paid for and its pictures are gone', gone(THEM, 'r9')],
  ])('is refused where %s', (_, there) => {
    expect(isRefused(there, claim)).toBe(true);
    expect(after(there, claim)).toBe(there);
  });

  test.each([claimed(THEM), unclear(THEM)])('takes the place of the one it names: $state', (there) => {
    expect(isRefused(there, again)).toBe(false);
    expect(after(there, again, again)).toEqual({ ...claimed(US), inPlaceOf: unclear(THEM) });
  });

  test.each<[string, LedgerEntry]>([
    ['was first to take that place', claimed(OTHER_STEP)],
    ['has got a request id meanwhile', submitted(THEM, 'r9')],
    ['was delivered meanwhile', delivered(THEM, 'r9')],
  ])('takes no place of one that %s', (_, there) => {
    expect(isRefused(there, again)).toBe(true);
    expect(after(there, again)).toBe(there);
  });
});

describe('a claim that is made in the place of a job', () => {
  const instead: LedgerChange = { ...claim, replacesJob: 'r9' };

  test('is granted where that one alone stands, and keeps what may still be missed', () => {
    for (const there of [gone(THEM, 'r9'), submitted(THEM, 'r9'), delivered(THEM, 'r9')]) {
      expect(isRefused(there, instead)).toBe(false);
      expect(after(there, instead, instead)).toEqual({ ...claimed(US), inPlaceOf: there });
    }
  });

  test.each([
    delivered(THEM, 'r10'),
    gone(THEM, 'r10'),
    submitted(THEM, 'r10'),
    submitted(THEM, 'r9', 'r10'),
    claimed(THEM),
    unclear(THEM),
  ])('is refused where another stands: $state', (there) => {
    expect(isRefused(there, instead)).toBe(true);
    expect(after(there, instead)).toBe(there);
  });
});

describe('a request id', () => {
  test.each<[string, LedgerEntry | undefined]>([
    ['takes the place of its claim', claimed(US)],
    ['comes late', unclear(US)],
    ['comes twice', submitted(US, 'r1')],
    ['is kept where its claim is gone', undefined],
    ['outranks what another run is about to send', claimed(THEM)],
    ['outranks what another run may have sent', unclear(THEM)],
  ])('%s', (_, there) => {
    expect(after(there, paid)).toEqual(submitted(US, 'r1'));
  });

  test('stands beside that of another run', () => {
    expect(after(submitted(THEM, 'r9'), paid, paid)).toEqual(submitted(THEM, 'r9', 'r1'));
  });
});

describe.each([settled, ended, lostForGood])('a job that is $kind', (end) => {
  test('goes alone: the next one takes its place', () => {
    expect(after(submitted(US, 'r1', 'r2', 'r3'), end)).toEqual(submitted(US, 'r2', 'r3'));
    expect(after(submitted(US, 'r2', 'r1'), end)).toEqual(submitted(US, 'r2'));
  });

  test.each([claimed(THEM), claimed(US), unclear(US), submitted(THEM, 'r9')])(
    'touches no entry without its request id: $state',
    (there) => {
      expect(after(there, end)).toBe(there);
    },
  );

  test('does nothing where nothing is', () => {
    expect(after(undefined, end)).toBeUndefined();
  });
});

describe('an unclear submit', () => {
  test('is remembered, also where its claim is gone', () => {
    expect(after(claimed(US), lost)).toEqual(unclear(US));
    expect(after(undefined, lost)).toEqual(unclear(US));
  });

  test.each([submitted(US, 'r1'), claimed(THEM), submitted(THEM, 'r9')])('changes nothing else', (there) => {
    expect(after(there, lost)).toBe(there);
  });
});

describe('a claim that is given back', () => {
  test('is free for others', () => {
    expect(after(claimed(US), released)).toBeUndefined();
  });

  test('leaves what it was to take the place of: a consent that came to nothing is not used up', () => {
    expect(after(claimed(THEM), again, released, released)).toEqual(unclear(THEM));
    expect(after(unclear(THEM), again, released, again, released)).toEqual(unclear(THEM));
    const instead: LedgerChange = { ...claim, replacesJob: 'r9' };
    for (const there of [gone(THEM, 'r9'), delivered(THEM, 'r9')])
      expect(after(there, instead, released)).toEqual(there);
    expect(after(unclear(THEM), again, lost)).toEqual(unclear(US));
    expect(after(unclear(THEM), again, paid)).toEqual(submitted(US, 'r1'));
  });

  test.each([claimed(THEM), claimed(OTHER_STEP), unclear(US), submitted(US, 'r1')])(
    'is its own alone, and only while nothing was sent',
    (there) => {
      expect(after(there, released)).toBe(there);
    },
  );
});

test('edits do not touch each other, nor the ledger that was given', () => {
  const before = ledgerOf(claimed(THEM, 'a'), claimed(US, 'b'));
  const { ledger, refused } = applyChanges(
    before,
    [{ kind: 'released', fingerprint: print('b') }, claim, { kind: 'claim', claim: claimBy(US, 'a') }],
    US,
  );
  expect(ledger).toEqual(ledgerOf(claimed(THEM, 'a'), claimed(US)));
  expect([...refused.keys()]).toEqual([print('a')]);
  expect(before.size).toBe(2);
});
