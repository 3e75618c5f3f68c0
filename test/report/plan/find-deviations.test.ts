import { describe, expect, it } from 'vitest';

import type { LedgerEntry } from '../../../src/ledger/life/types.ts';
import type { PlanOptions } from '../../../src/plan/plan-edits.ts';
import type { InspectedEdit } from '../../../src/references/types.ts';
import { describeDeviations } from '../../../src/report/plan/describe-deviations.ts';
import { findDeviations, type PlanNow } from '../../../src/report/plan/find-deviations.ts';
import type { PlanFile } from '../../../src/report/plan/types.ts';
import {
  accepted,
  claimed,
  delivered,
  judgeAll,
  ledgerOf,
  maybeSent,
  NOW,
  THEM,
  US,
} from '../../ledger/samples.ts';
import { madeAll, plan } from '../../plan/recorded-work.ts';
import { file, made } from '../../plan/review/recorded-edits.ts';
import { inspectedEdit } from '../../support/edits.ts';
import { DESTINATION, fileOf, nowOf } from './plan-and-now.ts';

const a = inspectedEdit('a');
const b = inspectedEdit('b');
/** What differs between a plan for some edits and one for others, each with what it finds. */
function between(
  then: readonly InspectedEdit[],
  today: readonly InspectedEdit[],
  found: Partial<PlanOptions> = {},
  before: Partial<PlanOptions> = {},
): readonly string[] {
  const deviations = findDeviations(fileOf(plan(then, before), before), nowOf(plan(today, found), found));
  return deviations.map(({ edit = '', why }) => `${edit}: ${why}`);
}

const [{ fingerprint } = { fingerprint: '' }] = plan([a]).edits;

/** A ledger that has the edit `a` in flight. */
function flight(entry: LedgerEntry, isRunOver = false): Partial<PlanOptions> {
  const entries = judgeAll(ledgerOf({ ...entry, fingerprint }), { thisStep: US, nowMs: NOW, isRunOver });
  const none = { owed: new Set<string>(), deliveredSince: new Set<string>() };
  return { inFlight: { entries, destination: DESTINATION, ...none, onUnknown: 'hold' } };
}

describe('a plan is applied', () => {
  it('if it is the same plan', () => {
    expect(between([a, b], [a, b])).toEqual([]);
  });

  it('by a job of a divided plan, if what it was to collect is lost: that is left out', () => {
    const before = flight(accepted(THEM, 'r'));
    const now = nowOf(plan([a, b]), {}, { leavesOut: true });
    expect(findDeviations(fileOf(plan([a, b], before), before), now)).toEqual([]);
  });

  it.each([
    ['made', { recorded: made([a]) }],
    ['paid for', flight(accepted(THEM, 'r'))],
    ['in another run', flight(claimed(THEM))],
    ['on hold', flight(maybeSent(THEM), true)],
  ])('if an edit to send is %s by now', (_what, found) => {
    expect(between([a, b], [a, b], found)).toEqual([]);
  });

  it('if what another run worked on is still in its hands, or done', () => {
    const before = flight(claimed(THEM));
    expect(between([a, b], [a, b], before, before)).toEqual([]);
    expect(between([a, b], [a, b], { recorded: made([a]) }, before)).toEqual([]);
  });

  it('if an edit that it does not send is not part of the run', () => {
    const before = { recorded: made([b]) };
    expect(between([a, b], [a], {}, before)).toEqual([]);
  });
});

describe('a plan is not applied', () => {
  it.each<[string, readonly InspectedEdit[], string]>([
    ['one more', [a, b], 'b: it is not in the plan'],
    ['one less', [], 'a: it was to be sent and is no longer part of the run'],
    ['another prompt', [{ ...a, prompt: 'No.' }], 'a: it is not what was planned (changed: prompt)'],
    ['other bytes', [{ ...a, images: [file('a.png', 'b')] }], 'content of a reference, or a setting'],
    [
      'another reference',
      [{ ...a, images: [file('z.png', 'b')] }],
      'a: it is not what was planned (changed: references)',
    ],
    ['another setting', [{ ...a, scale: 0.9 }], 'content of a reference, or a setting'],
    ['another path', [{ ...a, output: 'z' }], 'a: its pictures would be saved as `z`, and not as `a`'],
    ['frozen', [{ ...a, frozen: true }], 'a: it was to be sent, and is left out: frozen in the spec'],
  ])('to a spec with %s', (_what, today, why) => {
    const then = { ...a, images: [file('a.png')] };
    const now = today.map((edit) => (edit.images === a.images ? { ...edit, images: then.images } : edit));
    expect(between([then], now).join('\n')).toContain(why);
  });

  it.each<[string, Partial<PlanOptions>, string]>([
    ['unchanged', { recorded: made([a]) }, 'its pictures were unchanged in the plan'],
    ['paid for', flight(accepted(THEM, 'r')), 'it was paid for already in the plan'],
    ['in another run', flight(claimed(THEM)), 'the run that worked on it has ended without sending it'],
    ['on hold', flight(maybeSent(THEM), true), 'it was on hold in the plan'],
  ])('if an edit that was %s would be sent now', (_what, before, why) => {
    expect(between([a], [a], {}, before)).toEqual([
      `a: it would be sent, ${why.startsWith('the') ? `because ${why}` : `and ${why}`}`,
    ]);
  });

  it('a second time, if `force` would send once more what was sent since', () => {
    const forced = new Set(['a']);
    const submittedAt = new Date(NOW + 1).toISOString();
    const found = { forced, recorded: made([a], { submittedAt, requestId: 'r-1' }) };
    const [why = ''] = between([a], [a], found, { forced });
    expect(why).toContain('already sent after the plan was made (request r-1)');
    const older = { forced, recorded: made([a], { submittedAt: new Date(NOW - 1).toISOString() }) };
    expect(between([a], [a], older, older)).toEqual([]);
  });

  it('a second time, if its pictures went to an artifact', () => {
    const entry = { ...delivered(THEM, 'r-2'), submittedAtMs: NOW + 1 };
    expect(between([a], [a], flight(entry)).join('')).toContain('(request r-2)');
  });

  it.each<[string, Partial<PlanFile>, Partial<PlanNow>, string]>([
    ['spec', {}, { spec: 'b.yml' }, 'the plan is for the spec `edits.yml`, and this run is for `b.yml`'],
    ['destination', {}, { destination: 'artifact' }, 'for the destination `branch assets`'],
    ['error', { problems: [{ severity: 'error', message: 'X.' }] }, {}, 'the plan has 1 error'],
    ['removal', {}, { removed: ['old'] }, 'its files would be removed from the branch'],
  ])('to another %s', (_what, then, today, why) => {
    const planned = plan([a]);
    const deviations = findDeviations(fileOf(planned, {}, then), nowOf(planned, {}, today));
    expect(deviations.map((each) => each.why).join('\n')).toContain(why);
  });

  it('and one message lists what differs', () => {
    const deviations = findDeviations(fileOf(plan([a])), nowOf(plan([b])));
    expect(describeDeviations(deviations, '2026-11-22T09:30:00.000Z')).toMatchObject({
      severity: 'error',
      message:
        'Nothing was sent: this run would not do exactly what the plan of 2026-11-22T09:30:00.000Z says (2 differences). `b`: it is not in the plan; `a`: it was to be sent and is no longer part of the run. Plan again, and apply the new plan.',
    });
    expect(describeDeviations([], '')).toBeUndefined();
  });
});

it('a frozen edit of an older plan stays as it is', () => {
  const recorded = madeAll([a]);
  const frozen = { ...a, prompt: 'Other.', frozen: true };
  expect(between([frozen], [frozen], { recorded }, { recorded })).toEqual([]);
});
