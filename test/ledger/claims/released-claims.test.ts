import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import type { DeliveredAnswer } from '../../../src/ledger/claims/types.ts';
import type { Claims } from '../../../src/ledger/claims/create-claims.ts';
import { createClaimsStage, editsOf, numbered, type ClaimsStage } from './claims-stage.ts';
import { claimBy, entriesOf, NOW, US } from '../samples.ts';

const { signal } = new AbortController();
const GRANTED = { kind: 'claimed', id: expect.any(String) as string };

let stage: ClaimsStage;
beforeEach(async () => {
  stage = await createClaimsStage();
});
afterEach(async () => {
  await stage[Symbol.asyncDispose]();
});

describe('what became of a submit', () => {
  const edits = editsOf('a', 'b', 'c');
  let claims: Claims<DeliveredAnswer>;
  beforeEach(async () => {
    claims = stage.start(edits);
    for (const edit of edits) {
      await claims.claim(edit, signal);
      await claims.posting(edit);
    }
  });

  test('is kept for the next run', async () => {
    const [a, b, c] = edits;
    if (a === undefined || b === undefined || c === undefined) throw new Error();
    await Promise.all([claims.accepted(a, 'r1', NOW), claims.maybeSent(b), claims.released(c)]);
    await stage.ledger.flush();
    const states = entriesOf(stage.store.ledger).map(({ edit, state }) => [edit, state]);
    expect(states).toEqual([
      ['a', 'accepted'],
      ['b', 'maybe-sent'],
    ]);
    expect(await claims.claim(c, signal)).toEqual(GRANTED);
    await expect(claims.claim(a, signal)).rejects.toThrow('claimed twice');
  });

  test('is not given back at the end', async () => {
    await claims.releaseUnused();
    await stage.ledger.flush();
    expect(stage.there()).toEqual(['a', 'b', 'c']);
  });
});

test('what was claimed ahead and not asked for is released', async () => {
  const edits = numbered(20);
  const claims = stage.start(edits, 3);
  await claims.claim(edits[1] ?? { fingerprint: '' }, signal);
  expect(stage.there().length).toBe(6);
  await claims.releaseUnused();
  await claims.releaseUnused();
  await stage.ledger.flush();
  expect(stage.there()).toEqual(['e1']);
});

describe('a claim that no one waits for', () => {
  test('ends with its signal, and is released though it was granted later', async () => {
    const slow = Promise.withResolvers<undefined>();
    stage.store.faults.push({ kind: 'slow', until: slow.promise });
    const edits = editsOf('hero');
    const claims = stage.start(edits);
    const stop = new AbortController();
    const answers = edits.map(async (edit) => await claims.claim(edit, stop.signal));
    await stage.until(() => stage.writes() === 1);
    stop.abort(new Error('the run is over'));
    const message = 'Stopped waiting for the claim: the run is over.';
    expect(await Promise.all(answers)).toEqual([{ kind: 'failed', message }]);
    await claims.releaseUnused();
    slow.resolve(undefined);
    await stage.ledger.flush();
    expect(stage.there()).toEqual([]);
  });
});

test('a store that fails grants nothing; it may be asked again, and nothing is left behind', async () => {
  const edits = numbered(3);
  const claims = stage.start(edits, 2);
  // The claims are there, but no one knows.
  stage.store.faults.push({ kind: 'lost' }, { kind: 'denied' });
  const [first = { fingerprint: '' }, second = { fingerprint: '' }] = edits;
  expect(await claims.claim(first, signal)).toMatchObject({
    kind: 'failed',
    message: 'The store is denied.',
  });
  expect(stage.there().length).toBe(3);
  expect(await claims.claim(second, signal)).toEqual(GRANTED);
  await claims.releaseUnused();
  await stage.ledger.flush();
  expect(stage.there()).toEqual(['e1']);
});

test('nothing leaves under a claim that others take for dead', async () => {
  const edit = claimBy(US);
  const claims = stage.start(editsOf('hero'), 2, NOW - 1);
  await claims.claim(edit, signal);
  await expect(claims.posting(edit)).rejects.toThrow('run out');
});

test('only what was claimed can be posted, and only known edits be claimed', async () => {
  const edit = claimBy(US);
  const claims = stage.start(editsOf('hero'));
  await expect(claims.posting(edit)).rejects.toThrow('was not claimed');
  await expect(claims.claim(claimBy(US, 'other'), signal)).rejects.toThrow('not among the edits');
});

test('what will not be asked for is released at once, and not claimed ahead anymore', async () => {
  const edits = numbered(6);
  const claims = stage.start(edits, 2);
  const [first, second] = edits;
  if (first === undefined || second === undefined) throw new Error();
  await claims.claim(first, signal);
  await stage.ledger.flush();
  expect(stage.there()).toEqual(['e0', 'e1', 'e2', 'e3']);
  for (const edit of edits.slice(2, 5)) await claims.releaseIfUnused(edit);
  await claims.releaseIfUnused(first);
  expect(await claims.claim(second, signal)).toEqual(GRANTED);
  await stage.ledger.flush();
  // That which is at work stays, and the room that became free is used.
  expect(stage.there()).toEqual(['e0', 'e1', 'e5']);
});
