import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import type { ClaimableEdit } from '../../src/ledger/claim-slot.ts';
import { createClaims, type Claims } from '../../src/ledger/create-claims.ts';
import { createLedgerStage, type LedgerStage } from './ledger-stage.ts';
import { claimed, HOUR_MS, ledgerOf, NOW, print, submitted, THEM, unclear, US, TARGET } from './samples.ts';

const { signal } = new AbortController();
const GRANTED = { kind: 'claimed' };

let stage: LedgerStage;
beforeEach(async () => {
  stage = await createLedgerStage();
  await stage.ledger.open();
});
afterEach(async () => {
  await stage[Symbol.asyncDispose]();
});

function editsOf(...names: readonly string[]): readonly ClaimableEdit[] {
  return names.map((name) => ({ id: name, fingerprint: print(name) }));
}

function numbered(count: number): readonly ClaimableEdit[] {
  return editsOf(...Array.from({ length: count }, (_, index) => `e${index}`));
}

function start(edits: readonly ClaimableEdit[], aheadOf = 2, overAtMs = NOW + HOUR_MS): Claims {
  return createClaims(edits, {
    ledger: stage.ledger,
    self: US,
    clock: stage.clock,
    target: TARGET,
    aheadOf,
    overAtMs,
  });
}

function writes(): number {
  return stage.store.asked.filter((what) => what === 'write').length;
}

/** Names that are claimed in the store. */
function there(): readonly string[] {
  return [...stage.store.ledger.values()].map(({ edit }) => edit);
}

test('a lone edit costs one write, and is claimed before it is told', async () => {
  const [edit] = editsOf('hero');
  if (edit === undefined) throw new Error();
  expect(await start([edit]).claim(edit, signal)).toEqual(GRANTED);
  expect(stage.store.ledger).toEqual(ledgerOf({ ...claimed(US), claimedAtMs: NOW }));
  expect(writes()).toBe(1);
});

test('claims go out in batches ahead of the submits, the next one when half of them are answered', async () => {
  const edits = numbered(9);
  const claims = start(edits, 2);
  const counts: number[] = [];
  for (const edit of edits) {
    expect(await claims.claim(edit, signal)).toEqual(GRANTED);
    await stage.ledger.flush();
    counts.push(there().length);
    await claims.submitted(edit, `id-of-${edit.id}`, NOW);
  }
  // 4 at first; 2 more whenever 2 have a request id, which the same write brings to the store.
  expect(counts).toEqual([4, 4, 6, 6, 8, 8, 9, 9, 9]);
});

test('100 edits at 8 at once cost a write for 8, request ids and deliveries included', async () => {
  const edits = numbered(100);
  const claims = start(edits, 8);
  const left = edits.values();
  let isFirstEight = true;
  async function work(): Promise<void> {
    for (const edit of left) {
      expect(await claims.claim(edit, signal)).toEqual(GRANTED);
      await claims.posting(edit);
      await claims.submitted(edit, `id of ${edit.id}`, NOW);
      await stage.ledger.note([
        { kind: 'settled', fingerprint: edit.fingerprint, requestId: `id of ${edit.id}` },
      ]);
      isFirstEight = false;
    }
  }
  await Promise.all(Array.from({ length: 8 }, work));
  expect(isFirstEight).toBe(false);
  await stage.ledger.flush();
  expect(stage.store.ledger.size).toBe(0);
  expect(writes()).toBeLessThanOrEqual(14);
});

test('edits that are asked for out of order are claimed with those that come next', async () => {
  const edits = numbered(6);
  const claims = start(edits, 1);
  for (const index of [4, 1, 5, 0, 2, 3])
    expect(await claims.claim(edits[index] ?? { fingerprint: '' }, signal)).toEqual(GRANTED);
  expect(there().length).toBe(6);
});

describe('an edit of another run', () => {
  test('is told with what stands there, and may be asked for again', async () => {
    stage.store.ledger = ledgerOf(claimed(THEM));
    const edits = editsOf('hero', 'b');
    const claims = start(edits);
    const [hero = { fingerprint: '' }, other = { fingerprint: '' }] = edits;
    expect(await claims.claim(hero, signal)).toEqual({ kind: 'elsewhere', entry: claimed(THEM) });
    expect(await claims.claim(other, signal)).toEqual(GRANTED);
    stage.store.ledger = new Map(
      [...stage.store.ledger].filter(([fingerprint]) => fingerprint !== hero.fingerprint),
    );
    expect(await claims.claim(hero, signal)).toEqual(GRANTED);
  });

  test('of unknown fate gives way where that is wanted, unless it got a request id', async () => {
    stage.store.ledger = ledgerOf(unclear(THEM), {
      ...submitted(THEM, 'r1'),
      fingerprint: print('b'),
      edit: 'b',
    });
    const edits = editsOf('hero', 'b').map((edit) => ({ ...edit, replaces: THEM }));
    const claims = start(edits);
    const answers = await Promise.all(edits.map(async (edit) => await claims.claim(edit, signal)));
    expect(answers).toMatchObject([GRANTED, { kind: 'elsewhere', entry: { requestId: 'r1' } }]);
  });
});
