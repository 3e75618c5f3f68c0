import { afterEach, beforeEach, expect, test } from 'vitest';

import type { DeliveredAnswer } from '../../../src/ledger/claims/types.ts';
import { createClaims, type Claims } from '../../../src/ledger/claims/create-claims.ts';
import type { LedgerResult } from '../../../src/ledger/life/types.ts';
import { createLedgerStage, type LedgerStage } from '../ledger-stage.ts';
import {
  entriesOf,
  claimed,
  HOUR_MS,
  ledgerOf,
  NOW,
  print,
  accepted,
  THEM,
  US,
  DESTINATION,
} from '../samples.ts';

const { signal } = new AbortController();
const EDITS = ['hero', 'b', 'c', 'd', 'e', 'f', 'g'].map((id) => ({
  id,
  kind: 'submit' as const,
  fingerprint: print(id),
  over: [],
}));

let stage: LedgerStage;
let claims: Claims<DeliveredAnswer>;
let delivered: string[];
let fault: LedgerResult<never> | undefined;
let looks: number;
beforeEach(async () => {
  stage = await createLedgerStage(ledgerOf(accepted(THEM, 'r1')));
  await stage.ledger.open();
  delivered = [];
  fault = undefined;
  looks = 0;
  claims = createClaims(EDITS, {
    ledger: stage.ledger,
    step: US,
    clock: stage.clock,
    destination: DESTINATION,
    aheadOf: 1,
    overAtMs: NOW + HOUR_MS,
    findDelivered: async () => {
      looks += 1;
      await Promise.resolve();
      return (
        fault ?? {
          ok: true,
          value: new Map(delivered.map((name) => [print(name), { kind: 'delivered' }] as const)),
        }
      );
    },
  });
});
afterEach(async () => {
  await stage[Symbol.asyncDispose]();
});

async function claim(index: number): Promise<string> {
  const { kind } = await claims.claim(EDITS[index] ?? { fingerprint: '' }, signal);
  return kind;
}

/** As another run does: first the branch, then the ledger. */
function deliverInOtherRun(...names: readonly string[]): void {
  delivered.push(...names);
  stage.store.ledger = new Map([...stage.store.ledger].filter(([key]) => !names.map(print).includes(key)));
}

test('an edit that was delivered and recorded since the plan was made is not claimed again', async () => {
  deliverInOtherRun('hero');
  expect([await claim(0), await claim(1)]).toEqual(['delivered', 'claimed']);
  await claims.releaseUnused();
  await stage.ledger.flush();
  expect(entriesOf(stage.store.ledger).map(({ edit }) => edit)).toEqual(['b']);
});

test('that may have been before the ledger was opened', async () => {
  delivered.push('hero', 'c');
  stage.store.ledger = new Map();
  await stage.ledger.open();
  expect([await claim(0), await claim(1), await claim(2)]).toEqual(['delivered', 'claimed', 'delivered']);
});

test('it is looked for beside the first write, and again only where others wrote', async () => {
  for (const index of [1, 2, 3, 4]) expect(await claim(index)).toBe('claimed');
  await stage.ledger.flush();
  expect(looks).toBe(1);
  stage.store.faults.push({
    kind: 'other',
    change: (all) => new Map(all).set(print('x'), [claimed(THEM, 'x')]),
  });
  expect([await claim(5), await claim(6)]).toEqual(['claimed', 'claimed']);
  expect(looks).toBe(2);
});

test('a look that fails grants nothing, and is taken again', async () => {
  const error = { kind: 'unreachable' as const, message: 'The branch is unreachable.' };
  fault = { ok: false, error };
  expect(await claims.claim({ fingerprint: print('b') }, signal)).toEqual({
    kind: 'failed',
    message: error.message,
  });
  fault = undefined;
  expect(await claim(1)).toBe('claimed');
  await claims.releaseUnused();
  await stage.ledger.flush();
  expect(entriesOf(stage.store.ledger).map(({ edit }) => edit)).toEqual(['hero', 'b']);
});
