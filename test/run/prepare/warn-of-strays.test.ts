import { expect, it } from 'vitest';

import type { JudgedEntry } from '../../../src/run/ledger/judge-entries.ts';
import { findStrays, tellPruned, type StrayFacts } from '../../../src/run/prepare/warn-of-strays.ts';
import { keep, makeEdit } from '../../jobs/run-plan.ts';
import {
  claimed,
  delivered,
  gone,
  HOUR_MS,
  NOW,
  submitted,
  TARGET,
  THEM,
  unclear,
} from '../../ledger/samples.ts';

const API = 'https://api.example.com';
const paid = submitted(THEM, 'req-1', 'req-2');
const facts: StrayFacts = {
  plan: { edits: [], takenOutputs: new Set() },
  specIds: new Set(),
  target: TARGET,
  nowMs: NOW + 26 * HOUR_MS,
  apiUrl: API,
};

function stray(entry: JudgedEntry['entry'], verdict: JudgedEntry['verdict'], more: Partial<StrayFacts> = {}) {
  const judged = new Map([[entry.fingerprint, { entry, verdict }]]);
  return findStrays(judged, { ...facts, ...more }).map(({ severity, message }) => `${severity}: ${message}`);
}

it('warns of paid work that no edit asks for, with every request', () => {
  expect(stray(paid, 'collect')).toEqual([
    'warning: Edit hero was paid for and never delivered ' +
      `(to branch assets; request req-1, sent 26 hours ago, result at ${API}/v1/requests/req-1/result; ` +
      `request req-2, sent 26 hours ago, result at ${API}/v1/requests/req-2/result), ` +
      'and no edit of the spec asks for these pictures any more. It is forgotten after 30 days.',
  ]);
});

it('warns of what may have been paid for', () => {
  expect(stray(unclear(THEM), 'unknown')).toEqual([
    `warning: Edit hero may have been sent 27 hours ago by ${THEM.url}; nobody knows whether it was accepted ` +
      'and paid for, and no edit of the spec asks for these pictures any more. It is forgotten after 30 days.',
  ]);
});

it('says nothing of work that goes on, or that an edit stands for, or that this run is not about', () => {
  expect(stray(paid, 'collect', { nowMs: NOW })).toEqual([]);
  expect(stray(claimed(THEM), 'other-run', { nowMs: NOW })).toEqual([]);
  expect(stray(delivered(THEM, 'req-1'), 'settled')).toEqual([]);
  const edit = makeEdit('other', { fingerprint: paid.fingerprint });
  expect(stray(paid, 'collect', { plan: { ...facts.plan, edits: [edit] } })).toEqual([]);
  expect(stray(paid, 'collect', { specIds: new Set(['hero']) })).toEqual([]);
});

it('warns of an edit of this run that was sent in another form', () => {
  const plan = { ...facts.plan, edits: [makeEdit('hero', { fingerprint: 'f2' })] };
  expect(stray(paid, 'collect', { plan, specIds: new Set(['hero']) })).toHaveLength(1);
});

it.each([
  ['req-1', 0],
  ['req-of-hero', 1],
])('an edit stays as it is by %s, and was sent again: %i warnings', (requestId, warnings) => {
  const action = keep('hero');
  if (action.kind !== 'unchanged') throw new Error('not kept');
  const { fingerprint } = paid;
  const entry = { ...action.entry, fingerprint, requestId };
  const edit = makeEdit('hero', { fingerprint, action: { ...action, entry } });
  const told = stray(paid, 'collect', { plan: { ...facts.plan, edits: [edit] } });
  expect(told).toHaveLength(warnings);
  expect(
    stray({ ...paid, target: 'artifact' }, 'collect', { plan: { ...facts.plan, edits: [edit] } }),
  ).toEqual([]);
  if (warnings > 0) expect(told[0]).toContain('A run with `force: hero` collects it without paying again.');
});

it('says what was paid for and is gone, but not that it could be collected', () => {
  expect(stray(gone(THEM, 'req-1'), 'unknown')).toHaveLength(1);
  const action = keep('hero');
  const edit = makeEdit('hero', { fingerprint: paid.fingerprint, action });
  expect(stray(gone(THEM, 'req-1'), 'unknown', { plan: { ...facts.plan, edits: [edit] } })).toEqual([]);
});

it('does not call forgotten what is on the branch', () => {
  const action = keep('hero');
  const id = action.kind === 'unchanged' ? action.entry.requestId : '';
  const plan = { ...facts.plan, edits: [makeEdit('hero', { action })] };
  expect(tellPruned([submitted(THEM, id)], { ...facts, plan })).toEqual([]);
  expect(tellPruned([submitted(THEM, 'req-1')], { ...facts, plan })).toHaveLength(1);
});

it('names what is forgotten now', () => {
  expect(tellPruned([paid], facts).map(({ message }) => message)).toEqual([
    expect.stringMatching(/^Edit hero was paid for .*request req-2.*, and is forgotten now\.$/),
  ]);
});
