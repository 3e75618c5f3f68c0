import { expect, it } from 'vitest';

import { judgeEntry } from '../../../src/ledger/life/judge-entry.ts';
import { nameSecondDestination } from '../../../src/ledger/life/debt.ts';
import type { LedgerEntry } from '../../../src/ledger/life/types.ts';
import { findStrays, describePruned, type StrayFacts } from '../../../src/run/prepare/warn-of-strays.ts';
import { keep, makeEdit } from '../../jobs/run-plan.ts';
import {
  claimed,
  delivered,
  lost,
  HOUR_MS,
  NOW,
  accepted,
  DESTINATION,
  THEM,
  US,
  maybeSent,
} from '../../ledger/samples.ts';

const API = 'https://api.example.com';
const paid = accepted(THEM, 'req-1');
const facts: StrayFacts = {
  plan: { edits: [], takenOutputs: new Set() },
  specIds: new Set(),
  destination: DESTINATION,
  nowMs: NOW + 26 * HOUR_MS,
  apiUrl: API,
};

function stray(entries: LedgerEntry | readonly LedgerEntry[], more: Partial<StrayFacts> = {}) {
  const all = { ...facts, ...more };
  const judged = [entries].flat().map((entry) => judgeEntry(entry, { thisStep: US, nowMs: all.nowMs }));
  const strays = findStrays(new Map([[paid.fingerprint, judged]]), all);
  return strays.map(({ severity, message }) => `${severity}: ${message}`);
}

it('warns of paid work that no edit asks for, with every request', () => {
  const warningOf = (id: string): string =>
    'warning: Edit hero was paid for and never delivered ' +
    `(to branch assets; request ${id}, sent 26 hours ago, result at ${API}/v1/requests/${id}/result), ` +
    'and no edit of the spec asks for these pictures anymore. It is forgotten after 30 days.';
  expect(stray([paid, accepted(THEM, 'req-2')])).toEqual([warningOf('req-1'), warningOf('req-2')]);
});

it('warns of what may have been paid for', () => {
  expect(stray(maybeSent(THEM))).toEqual([
    `warning: Edit hero may have been sent 27 hours ago by ${THEM.url}; it is not known whether it was accepted ` +
      'and paid for, and no edit of the spec asks for these pictures anymore. It is forgotten after 30 days.',
  ]);
});

it('says nothing of work that goes on, that an edit covers, or that this run is not about', () => {
  expect(stray(paid, { nowMs: NOW })).toEqual([]);
  expect(stray(claimed(THEM), { nowMs: NOW })).toEqual([]);
  expect(stray(delivered(THEM, 'req-1'))).toEqual([]);
  const edit = makeEdit('other', { fingerprint: paid.fingerprint });
  expect(stray(paid, { plan: { ...facts.plan, edits: [edit] } })).toEqual([]);
  expect(stray(paid, { specIds: new Set(['hero']) })).toEqual([]);
});

it('warns of an edit of this run that was sent in another form', () => {
  const plan = { ...facts.plan, edits: [makeEdit('hero', { fingerprint: 'f2' })] };
  expect(stray(paid, { plan, specIds: new Set(['hero']) })).toHaveLength(1);
});

it.each([
  ['req-1', 0],
  ['req-of-hero', 1],
])('an edit stays as it is by %s, and was sent again: %i warnings', (requestId, warnings) => {
  const action = keep('hero');
  if (action.kind !== 'unchanged') throw new Error('not unchanged');
  const { fingerprint } = paid;
  const entry = { ...action.entry, fingerprint, requestId };
  const edit = makeEdit('hero', { fingerprint, action: { ...action, entry } });
  const warned = stray(paid, { plan: { ...facts.plan, edits: [edit] } });
  expect(warned).toHaveLength(warnings);
  expect(stray({ ...paid, destination: 'artifact' }, { plan: { ...facts.plan, edits: [edit] } })).toEqual([]);
  if (warnings > 0) expect(warned[0]).toContain('A run with `force: hero` collects it without paying again.');
});

it('says what was paid for and is gone, but not that it could be collected', () => {
  expect(stray(lost(THEM, 'req-1'))).toHaveLength(1);
  const action = keep('hero');
  const edit = makeEdit('hero', { fingerprint: paid.fingerprint, action });
  expect(stray(lost(THEM, 'req-1'), { plan: { ...facts.plan, edits: [edit] } })).toEqual([]);
});

it('does not call forgotten what is on the branch', () => {
  const action = keep('hero');
  const id = action.kind === 'unchanged' ? action.entry.requestId : '';
  const plan = { ...facts.plan, edits: [makeEdit('hero', { action })] };
  expect(describePruned([accepted(THEM, id)], { ...facts, plan })).toEqual([]);
  expect(describePruned([accepted(THEM, 'req-1')], { ...facts, plan })).toHaveLength(1);
});

it('names what is forgotten now', () => {
  expect(describePruned([paid], facts).map(({ message }) => message)).toEqual([
    expect.stringMatching(/^Edit hero was paid for .*request req-1.*, and is forgotten now\.$/),
  ]);
});

it('says of a debt that is forgotten that the branch has the pictures', () => {
  const debt = { ...paid, destination: nameSecondDestination(DESTINATION) };
  expect(describePruned([debt], facts).map(({ message }) => message)).toEqual([
    expect.stringMatching(/^Edit hero is on the branch, but .*request req-1.*, and is forgotten now\.$/),
  ]);
});
