import { expect, it } from 'vitest';

import type { LedgerEntry } from '../../src/ledger/life/types.ts';
import type { PlanOptions } from '../../src/plan/plan-edits.ts';
import type { OtherBranch } from '../../src/plan/types.ts';
import { inspectedEdit } from '../support/edits.ts';
import { accepted, claimed, judgeAll, ledgerOf, NOW, THEM, US } from '../ledger/samples.ts';
import { madeAll, plan } from './recorded-work.ts';

const hero = inspectedEdit('hero');
const [{ fingerprint } = { fingerprint: '' }] = plan([hero]).edits;

/** What is done with the hero if its pictures are offered from there, and this is in flight. */
function actionFor(kind: OtherBranch['kind'], entry?: LedgerEntry): string | undefined {
  const [[, offered] = []] = [...madeAll([hero]).lock.edits];
  if (offered === undefined) throw new Error('The sample has no entry');
  const on = { kind, branch: 'assets', commit: 'c'.repeat(40) };
  const ledger = ledgerOf(...(entry === undefined ? [] : [{ ...entry, fingerprint }]));
  const options: Partial<PlanOptions> = {
    offers: new Map([[fingerprint, [{ on, id: 'hero', entry: offered }]]]),
    inFlight: {
      entries: judgeAll(ledger, { thisStep: US, nowMs: NOW }),
      destination: 'branch assets',
      owed: new Set(),
      deliveredSince: new Set(),
      onUnknown: 'hold',
    },
  };
  return plan([hero], options).edits[0]?.action.kind;
}

it.each(['history', 'target'] as const)('what is paid for comes before what was there before: %s', (kind) => {
  expect(actionFor(kind, accepted(THEM, 'req-7'))).toBe('collect');
  expect(actionFor(kind, claimed(THEM))).toBe('adopt');
  expect(actionFor(kind)).toBe('adopt');
});

it('the pictures of a preview are as new as any', () => {
  expect(actionFor('preview', accepted(THEM, 'req-7'))).toBe('adopt');
});
