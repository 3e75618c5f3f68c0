import { expect, it } from 'vitest';

import { applyChanges } from '../../../src/ledger/life/apply-changes.ts';
import {
  createDebt,
  findDebts,
  isDebt,
  nameSecondDestination,
  payDebt,
  withoutDebts,
} from '../../../src/ledger/life/debt.ts';
import { KEPT_DAYS, pruneOld } from '../../../src/ledger/life/prune.ts';
import type { LedgerChange } from '../../../src/ledger/life/types.ts';
import { parseLedger } from '../../../src/ledger/stores/parse-ledger.ts';
import { renderLedger } from '../../../src/ledger/stores/render-ledger.ts';
import { accepted, claimBy, DESTINATION, entriesOf, HOUR_MS, ledgerOf, NOW, THEM, US } from '../samples.ts';

const job = { requestId: 'req-1', submittedAtMs: NOW };
const second = nameSecondDestination(DESTINATION);
const owed = createDebt(claimBy(THEM), job, NOW);
const { ledger } = applyChanges(ledgerOf(), [owed]);

it('is found by the runs that deliver to the same places, and by no others', () => {
  expect(findDebts(ledger, second)).toMatchObject([{ edit: 'hero', requestId: 'req-1' }]);
  expect(findDebts(ledger, nameSecondDestination('branch other'))).toEqual([]);
  expect(findDebts(ledgerOf(accepted(THEM, 'req-1')), DESTINATION)).toHaveLength(1);
  expect(findDebts(ledgerOf(accepted(THEM, 'req-1')), second)).toEqual([]);
});

it('is written and read like any entry', async () => {
  expect(await parseLedger(renderLedger(ledger), 'x', new AbortController().signal)).toEqual({
    ok: true,
    value: ledger,
  });
});

it('is no work in flight, and in the way of no claim', () => {
  const hero = accepted(THEM, 'req-1');
  const both = applyChanges(ledgerOf(hero), [owed]).ledger;
  expect(withoutDebts(both)).toEqual(ledgerOf(hero));
  expect(entriesOf(both).map(isDebt)).toEqual([false, true]);
  const claim: LedgerChange = { kind: 'claim', claim: claimBy(US), over: [] };
  const claimed = applyChanges(ledger, [claim]);
  expect(claimed.refused.size).toBe(0);
  expect(findDebts(claimed.ledger, second)).toHaveLength(1);
});

it('survives whatever becomes of the job itself', () => {
  const { fingerprint } = claimBy(THEM);
  const ends: readonly LedgerChange[] = [
    { kind: 'delivered', fingerprint, requestId: 'req-1', destination: DESTINATION, atMs: NOW },
    { kind: 'lost', fingerprint, requestId: 'req-1', atMs: NOW },
    { kind: 'ended-empty', fingerprint, requestId: 'req-1' },
  ];
  for (const end of ends) {
    const both = applyChanges(ledgerOf(accepted(THEM, 'req-1')), [owed]).ledger;
    expect(findDebts(applyChanges(both, [end]).ledger, second)).toHaveLength(1);
  }
});

it('is one debt for each job, however often and by whomever it is noted', () => {
  const again = createDebt({ ...claimBy(US), edit: 'twin' }, job, NOW + 1);
  expect(applyChanges(ledger, [owed, again]).ledger).toBe(ledger);
  const other = createDebt(claimBy(THEM), { ...job, requestId: 'req-2' }, NOW);
  expect(findDebts(applyChanges(ledger, [other]).ledger, second)).toHaveLength(2);
});

it('is paid once, and is not owed again', () => {
  const [debt] = findDebts(ledger, second);
  if (debt === undefined) throw new Error('not owed');
  const paid = applyChanges(ledger, [payDebt(debt, NOW)]).ledger;
  expect(findDebts(paid, second)).toEqual([]);
  expect(findDebts(applyChanges(paid, [owed]).ledger, second)).toEqual([]);
});

it('is forgotten after 30 days', () => {
  const last = NOW + KEPT_DAYS * 24 * HOUR_MS;
  expect(pruneOld(ledger, { localMs: NOW, serverMs: last }).ledger).toBe(ledger);
  expect(pruneOld(ledger, { localMs: NOW, serverMs: last + 1 })).toEqual({
    ledger: new Map(),
    pruned: entriesOf(ledger),
  });
});
