import { expect, it } from 'vitest';

import { applyChanges } from '../../../src/ledger/life/apply-changes.ts';
import { pickRuling } from '../../../src/ledger/life/judge-entry.ts';
import type { LedgerEntry } from '../../../src/ledger/life/types.ts';
import { parseLedger } from '../../../src/ledger/stores/parse-ledger.ts';
import { renderLedger } from '../../../src/ledger/stores/render-ledger.ts';
import { inspectedEdit } from '../../support/edits.ts';
import { describePlan } from '../../../src/plan/describe-plan.ts';
import { plan } from '../../plan/recorded-work.ts';
import {
  accepted,
  claimBy,
  claimed,
  delivered,
  DESTINATION,
  entriesOf,
  judgeAll,
  ledgerOf,
  lost,
  maybeSent,
  NOW,
  OTHER_STEP,
  print,
  THEM,
  US,
} from '../samples.ts';

const unusable: LedgerEntry = { ...accepted(THEM, 'r1'), isUnusable: true };
const hero = inspectedEdit('hero');
const [{ fingerprint } = { fingerprint: '' }] = plan([hero]).edits;

it('stays in the ledger and in its text until pictures of the edit are delivered', async () => {
  const noted = applyChanges(ledgerOf(accepted(THEM, 'r1')), [
    { kind: 'unusable', fingerprint: print('hero'), requestId: 'r1', destination: unusable.destination },
  ]).ledger;
  expect(entriesOf(noted)).toEqual([unusable]);
  expect(await parseLedger(renderLedger(noted), 'x', new AbortController().signal)).toEqual({
    ok: true,
    value: noted,
  });

  const claim = claimBy(US);
  const again = applyChanges(noted, [
    { kind: 'claim', claim, over: ['r1'] },
    { kind: 'accepted', claim, requestId: 'r2', submittedAtMs: NOW },
  ]).ledger;
  expect(entriesOf(again)).toMatchObject([{ requestId: 'r1' }, { requestId: 'r2', state: 'accepted' }]);
  const made = { fingerprint: print('hero'), requestId: 'r2', destination: DESTINATION, atMs: NOW };
  const done = applyChanges(again, [{ kind: 'delivered', ...made }]).ledger;
  expect(entriesOf(done)).toMatchObject([{ requestId: 'r2', state: 'delivered' }]);
});

it.each<[readonly LedgerEntry[], string]>([
  [[unusable], 'collect r1'],
  [[unusable, delivered(OTHER_STEP, 'r2')], 'collect r1'],
  [[unusable, accepted(OTHER_STEP, 'r2')], 'collect r2'],
  [[unusable, claimed(OTHER_STEP)], 'other-run'],
  [[unusable, maybeSent(OTHER_STEP)], 'unknown'],
  [[unusable, lost(OTHER_STEP, 'r2')], 'unknown'],
])('decides only if there is nothing better: %#', (entries, expected) => {
  const judged = [...judgeAll(ledgerOf(...entries), { thisStep: stepOfAnother, nowMs: NOW }).values()].flat();
  const ruling = pickRuling(judged);
  const id = ruling?.verdict === 'collect' ? ` ${ruling.entry.requestId}` : '';
  expect(`${ruling?.verdict ?? 'nothing'}${id}`).toBe(expected);
});

const stepOfAnother = { ...US, runId: '900' };

it.each([
  [false, [unusable], 'collect'],
  [true, [unusable], 'submit'],
  [true, [accepted(THEM, 'r1')], 'collect'],
  [true, [unusable, accepted(OTHER_STEP, 'r2')], 'collect'],
  [true, [unusable, maybeSent(OTHER_STEP)], 'hold'],
])('is made again if it is forced (%s): %j: %s', (isForced, entries, kind) => {
  const ledger = ledgerOf(...entries.map((entry) => ({ ...entry, fingerprint })));
  const planned = plan([hero], {
    forced: new Set(isForced ? ['hero'] : []),
    inFlight: {
      entries: judgeAll(ledger, { thisStep: stepOfAnother, nowMs: NOW }),
      ...{ destination: DESTINATION, owed: new Set(), deliveredSince: new Set(), onUnknown: 'hold' },
    },
  });
  expect(planned.edits[0]?.action.kind).toBe(kind);
  const text = describePlan(planned, new Map(), NOW).join('\n');
  expect(text.includes('(request r1), and what it made cannot be delivered')).toBe(kind === 'submit');
});

it('stays if pictures of the edit are delivered to another destination: there it may be delivered yet', () => {
  const here = { ...claimBy(US), destination: 'branch second' };
  const done = applyChanges(ledgerOf(unusable), [
    { kind: 'claim', claim: here, over: ['r1'] },
    { kind: 'accepted', claim: here, requestId: 'r2', submittedAtMs: NOW },
    {
      kind: 'delivered',
      fingerprint: print('hero'),
      requestId: 'r2',
      destination: 'branch second',
      atMs: NOW,
    },
  ]).ledger;
  expect(entriesOf(done)).toMatchObject([
    { requestId: 'r1', state: 'accepted' },
    { requestId: 'r2', state: 'delivered' },
  ]);
});

it('is noted for one destination only', () => {
  const another = { ...accepted(OTHER_STEP, 'r1'), destination: 'branch second' };
  const noted = applyChanges(ledgerOf(accepted(THEM, 'r1'), another), [
    { kind: 'unusable', fingerprint: print('hero'), requestId: 'r1', destination: DESTINATION },
  ]).ledger;
  expect(entriesOf(noted)).toEqual([unusable, another]);
});
