import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { createClaimsStage, editsOf, numbered, type ClaimsStage } from './claims-stage.ts';
import { idOf, claimed, ledgerOf, NOW, print, accepted, THEM, maybeSent, US } from '../samples.ts';

const { signal } = new AbortController();
const GRANTED = { kind: 'claimed', id: expect.any(String) as string };

let stage: ClaimsStage;
beforeEach(async () => {
  stage = await createClaimsStage();
});
afterEach(async () => {
  await stage[Symbol.asyncDispose]();
});

test('a lone edit costs one write, and is claimed before it is answered', async () => {
  const [edit] = editsOf('hero');
  if (edit === undefined) throw new Error();
  expect(await stage.start([edit]).claim(edit, signal)).toEqual(GRANTED);
  expect(stage.store.ledger).toEqual(ledgerOf({ ...claimed(US), claimedAtMs: NOW }));
  expect(stage.writes()).toBe(1);
});

test('claims go out in batches ahead of the submits, the next one when half of them are answered', async () => {
  const edits = numbered(9);
  const claims = stage.start(edits, 2);
  const counts: number[] = [];
  for (const edit of edits) {
    expect(await claims.claim(edit, signal)).toEqual(GRANTED);
    await stage.ledger.flush();
    counts.push(stage.there().length);
    await claims.accepted(edit, `id-of-${edit.id}`, NOW);
  }
  // 4 at first; 2 more whenever 2 have a request id, which the same write brings to the store.
  expect(counts).toEqual([4, 4, 6, 6, 8, 8, 9, 9, 9]);
});

test('100 edits at 8 at once cost a write for 8, request ids and deliveries included', async () => {
  const edits = numbered(100);
  const claims = stage.start(edits, 8);
  const left = edits.values();
  let isFirstEight = true;
  async function work(): Promise<void> {
    for (const edit of left) {
      expect(await claims.claim(edit, signal)).toEqual(GRANTED);
      await claims.posting(edit);
      await claims.accepted(edit, `id of ${edit.id}`, NOW);
      await stage.ledger.note([
        { kind: 'ended-empty', fingerprint: edit.fingerprint, requestId: `id of ${edit.id}` },
      ]);
      isFirstEight = false;
    }
  }
  await Promise.all(Array.from({ length: 8 }, work));
  expect(isFirstEight).toBe(false);
  await stage.ledger.flush();
  expect(stage.store.ledger.size).toBe(0);
  expect(stage.writes()).toBeLessThanOrEqual(14);
});

test('edits that are asked for out of order are claimed with those that come next', async () => {
  const edits = numbered(6);
  const claims = stage.start(edits, 1);
  for (const index of [4, 1, 5, 0, 2, 3])
    expect(await claims.claim(edits[index] ?? { fingerprint: '' }, signal)).toEqual(GRANTED);
  expect(stage.there().length).toBe(6);
});

describe('an edit of another run', () => {
  test('the answer says what is there, and may be asked for again', async () => {
    stage.store.ledger = ledgerOf(claimed(THEM));
    const edits = editsOf('hero', 'b');
    const claims = stage.start(edits);
    const [hero = { fingerprint: '' }, other = { fingerprint: '' }] = edits;
    expect(await claims.claim(hero, signal)).toEqual({ kind: 'other-run', entry: claimed(THEM) });
    expect(await claims.claim(other, signal)).toEqual(GRANTED);
    stage.store.ledger = new Map(
      [...stage.store.ledger].filter(([fingerprint]) => fingerprint !== hero.fingerprint),
    );
    expect(await claims.claim(hero, signal)).toEqual(GRANTED);
  });

  test('of unknown fate gives way where that is wanted, unless it got a request id', async () => {
    stage.store.ledger = ledgerOf(maybeSent(THEM), {
      ...accepted(THEM, 'r1'),
      fingerprint: print('b'),
      edit: 'b',
    });
    const edits = editsOf('hero', 'b').map((edit) => ({ ...edit, over: [idOf(THEM)] }));
    const claims = stage.start(edits);
    const answers = await Promise.all(edits.map(async (edit) => await claims.claim(edit, signal)));
    expect(answers).toMatchObject([GRANTED, { kind: 'other-run', entry: { requestId: 'r1' } }]);
  });
});
