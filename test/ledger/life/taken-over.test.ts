import { expect, it } from 'vitest';

import { applyChanges } from '../../../src/ledger/life/apply-changes.ts';
import { ARTIFACT } from '../../../src/ledger/life/delivered-since.ts';
import type { LedgerChange, LedgerEntry } from '../../../src/ledger/life/types.ts';
import { accepted, claimBy, delivered, entriesOf, ledgerOf, NOW, THEM, US } from '../samples.ts';

const BRANCH = 'branch second';

function takeOver(destination: string): LedgerChange {
  return { kind: 'accepted', claim: { ...claimBy(US), destination }, requestId: 'r1', submittedAtMs: NOW };
}

it.each<[string, LedgerEntry, string]>([
  ['was delivered to another branch', delivered(THEM, 'r1'), BRANCH],
  ['is for another branch', accepted(THEM, 'r1'), BRANCH],
  ["was delivered in another run's artifact", { ...delivered(THEM, 'r1'), destination: ARTIFACT }, ARTIFACT],
])('a job that %s can be collected for a second destination, until it is there', (_, there, destination) => {
  const taken = applyChanges(ledgerOf(there), [takeOver(destination)]).ledger;
  expect(entriesOf(taken)).toMatchObject([there, { requestId: 'r1', state: 'accepted', destination }]);
  expect(applyChanges(taken, [takeOver(destination)]).ledger).toBe(taken);

  const done = applyChanges(taken, [
    { kind: 'delivered', fingerprint: there.fingerprint, requestId: 'r1', destination, atMs: NOW },
  ]).ledger;
  expect(entriesOf(done).at(-1)).toMatchObject({ requestId: 'r1', state: 'delivered', destination });
  expect(applyChanges(done, [takeOver(destination)]).ledger).toBe(done);
});
