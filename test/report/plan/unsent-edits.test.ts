import { expect, it } from 'vitest';

import type { PlanOptions } from '../../../src/plan/plan-edits.ts';
import type { OfferedEntry } from '../../../src/plan/types.ts';
import type { InspectedEdit } from '../../../src/references/types.ts';
import { findDeviations } from '../../../src/report/plan/find-deviations.ts';
import { accepted, claimed, judgeAll, ledgerOf, NOW, THEM, US } from '../../ledger/samples.ts';
import { plan } from '../../plan/recorded-work.ts';
import { made } from '../../plan/review/recorded-edits.ts';
import { inspectedEdit } from '../../support/edits.ts';
import { DESTINATION, fileOf, nowOf } from './plan-and-now.ts';

const a = inspectedEdit('a');
const other = { ...a, prompt: 'Another.' };
const b = inspectedEdit('b');

/** What differs between a plan for some edits and one for others, each with what it finds. */
function between(
  [then, before]: readonly [readonly InspectedEdit[], Partial<PlanOptions>],
  [today, found]: readonly [readonly InspectedEdit[], Partial<PlanOptions>],
): readonly string[] {
  const deviations = findDeviations(fileOf(plan(then, before), before), nowOf(plan(today, found), found));
  return deviations.map(({ edit = '', why }) => `${edit}: ${why}`);
}

/** Pictures of these edits on another branch. */
function offered(edits: readonly InspectedEdit[], branch = 'assets-pr-1'): Partial<PlanOptions> {
  const on = { kind: 'preview', branch, commit: '1'.repeat(40) } as const;
  const entries = [...made(edits).lock.edits].map(([id, entry]): OfferedEntry => ({ on, id, entry }));
  return { offers: Map.groupBy(entries, ({ entry }) => entry.fingerprint) };
}

function inFlight(edit: InspectedEdit, isRunning: boolean): Partial<PlanOptions> {
  const [{ fingerprint } = { fingerprint: '' }] = plan([edit]).edits;
  const entry = isRunning ? claimed(THEM) : accepted(THEM, 'r');
  const entries = judgeAll(ledgerOf({ ...entry, fingerprint }), { thisStep: US, nowMs: NOW });
  const none = { owed: new Set<string>(), deliveredSince: new Set<string>() };
  return { inFlight: { entries, destination: DESTINATION, ...none, onUnknown: 'hold' } };
}

it.each<[string, Partial<PlanOptions>, Partial<PlanOptions>]>([
  ['adopted', offered([a]), offered([other])],
  ['unchanged, and would be adopted', { recorded: made([a]) }, offered([other])],
  ['collected', inFlight(a, false), inFlight(other, false)],
  ['in another run', inFlight(a, true), inFlight(other, true)],
  [
    'unchanged, and are those of another edit now',
    { recorded: made([a]) },
    { recorded: made([{ ...other, id: 'z' }]) },
  ],
])('a plan is not applied to other pictures of an edit that were %s', (_what, before, found) => {
  expect(between([[a], before], [[other], found])).toEqual([
    'a: it is not what was planned (changed: prompt)',
  ]);
});

it('a plan is applied if pictures are unchanged by now, whatever the spec asks for', () => {
  const frozen = { ...other, frozen: true };
  expect(between([[a], { recorded: made([a]) }], [[frozen], { recorded: made([a]) }])).toEqual([]);
  expect(between([[a], offered([a])], [[other], { recorded: made([other]) }])).toEqual([]);
});

it('a plan is applied if what it adopts is adopted from there, or is already on the branch', () => {
  expect(between([[a], offered([a])], [[a], offered([a])])).toEqual([]);
  expect(between([[a], offered([a])], [[a], { recorded: made([a]) }])).toEqual([]);
  expect(between([[a], offered([a])], [[a], offered([a], 'assets-pr-2')])).toEqual([
    'a: its pictures would be copied from branch `assets-pr-2`, and not from `assets-pr-1`',
  ]);
});

it('nothing happens to an edit that the plan does not have', () => {
  const recorded = made([a, b]);
  expect(between([[a], { recorded }], [[a, b], { recorded }])).toEqual([]);
  for (const [edit, found] of [
    [{ ...b, output: 'z' }, { recorded }],
    [b, { ...offered([b]), recorded: made([a]) }],
    [b, { ...inFlight(b, true), recorded: made([a]) }],
  ] as const)
    expect(between([[a], { recorded }], [[a, edit], found])).toEqual(['b: it is not in the plan']);
});
