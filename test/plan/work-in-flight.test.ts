import { describe, expect, it, test } from 'vitest';

import type { LedgerEntry } from '../../src/ledger/life/types.ts';
import { checkNeeds } from '../../src/plan/check-needs.ts';
import { describePlan } from '../../src/plan/describe-plan.ts';
import type { PlanOptions } from '../../src/plan/plan-edits.ts';
import type { InFlight, Plan } from '../../src/plan/types.ts';
import { inspectedEdit } from '../support/edits.ts';
import { claimed, delivered, gone, HOUR_MS, NOW, submitted, THEM, unclear } from '../ledger/samples.ts';
import { actionsOf, madeAll, plan } from './recorded-work.ts';

const hero = inspectedEdit('hero');
const [{ fingerprint } = { fingerprint: '' }] = plan([hero]).edits;

/** The hero's entry in flight, and what it means. */
function inFlight(
  entry: LedgerEntry,
  verdict: ReturnType<InFlight['verdict']>,
  onUnknown: InFlight['onUnknown'] = 'hold',
): Partial<PlanOptions> {
  const ledger = new Map([[fingerprint, { ...entry, fingerprint }]]);
  return { inFlight: { ledger, verdict: () => verdict, onUnknown } };
}

function actionOf({ edits }: Plan, id = 'hero') {
  return edits.find((edit) => edit.id === id)?.action;
}

const paid = submitted(THEM, 'req-7');

describe('an edit with work in flight', () => {
  it('is collected where the service accepted it, whatever else is said', () => {
    for (const verdict of ['collect', 'other-run', 'unknown', 'ours'] as const) {
      const action = actionOf(plan([hero], inFlight(paid, verdict)));
      expect(action).toMatchObject({ kind: 'collect', entry: { requestId: 'req-7' } });
    }
  });

  it.each([
    [claimed(THEM), 'other-run', 'hold', { kind: 'other-run' }],
    [claimed(THEM), 'other-run', 'resubmit', { kind: 'other-run' }],
    [claimed(THEM), 'unknown', 'hold', { kind: 'hold' }],
    [claimed(THEM), 'unknown', 'resubmit', { kind: 'submit', replaces: { state: 'claimed' } }],
    [unclear(THEM), 'unknown', 'hold', { kind: 'hold' }],
    [unclear(THEM), 'unknown', 'resubmit', { kind: 'submit', replaces: { state: 'unclear' } }],
  ] as const)('without a request id: %#', (entry, verdict, onUnknown, expected) => {
    expect(actionOf(plan([hero], inFlight(entry, verdict, onUnknown)))).toMatchObject(expected);
  });

  it('is submitted where the claim is our own, and where the entry is of another fingerprint', () => {
    expect(actionOf(plan([hero], inFlight(claimed(THEM), 'ours')))).toEqual({ kind: 'submit' });
    const other = plan([inspectedEdit('other')], inFlight(paid, 'collect'));
    expect(actionOf(other, 'other')).toEqual({ kind: 'submit' });
  });

  it('is unchanged where the branch has its pictures: the lock comes first', () => {
    const recorded = madeAll([hero]);
    expect(actionOf(plan([hero], { ...inFlight(paid, 'collect'), recorded }))?.kind).toBe('unchanged');
  });

  it('is collected, and not paid for again, where it is forced', () => {
    const recorded = madeAll([hero]);
    const forced = new Set(['hero']);
    expect(actionOf(plan([hero], { recorded, forced }))?.kind).toBe('submit');
    const again = plan([hero], { recorded, forced, ...inFlight(paid, 'collect') });
    expect(actionOf(again)?.kind).toBe('collect');
  });

  it('is made again where it is forced and that very job is delivered already', () => {
    const recorded = madeAll([hero]);
    const forced = new Set(['hero']);
    const settling = submitted(THEM, 'hero');
    const again = plan([hero], { recorded, forced, ...inFlight(settling, 'collect') });
    expect(actionOf(again)).toMatchObject({ kind: 'submit', replaces: { requestId: 'hero' } });
    const both = plan([hero], {
      recorded,
      forced,
      ...inFlight(submitted(THEM, 'hero', 'req-8'), 'collect'),
    });
    expect(actionOf(both)).toMatchObject({ kind: 'collect', entry: { requestId: 'req-8' } });
    const lost = { ...recorded, paths: new Set<string>() };
    expect(actionOf(plan([hero], { recorded: lost, ...inFlight(settling, 'collect') }))?.kind).toBe(
      'collect',
    );
  });

  it('costs nothing where it is frozen: what is paid for is collected, all else is left', () => {
    const frozen = { ...hero, frozen: true };
    const kindOf = (...work: Parameters<typeof inFlight>): string | undefined =>
      actionOf(plan([frozen], inFlight(...work)))?.kind;
    expect(kindOf(paid, 'collect')).toBe('collect');
    expect(kindOf(gone(THEM, 'req-7'), 'unknown', 'resubmit')).toBe('skip');
    expect(kindOf(claimed(THEM), 'other-run')).toBe('skip');
    expect(kindOf(delivered(THEM, 'req-7'), 'settled')).toBe('skip');
    const twin = { ...hero, id: 'twin', output: 'twin' };
    expect(actionsOf(plan([twin, frozen], inFlight(paid, 'collect')))).toEqual({
      twin: 'collect',
      hero: 'share twin',
    });
  });

  it('is held where it was paid for and is gone, and made again only with consent', () => {
    const lost = gone(THEM, 'req-7');
    expect(actionOf(plan([hero], inFlight(lost, 'unknown')))?.kind).toBe('hold');
    const again = plan([hero], inFlight(lost, 'unknown', 'resubmit'));
    expect(actionOf(again)).toMatchObject({ kind: 'submit', replaces: { requestId: 'req-7' } });
  });

  it('is as new where it was delivered a moment ago: only its claim must name that', () => {
    const planned = plan([hero], inFlight(delivered(THEM, 'req-7'), 'settled'));
    expect(actionOf(planned)).toMatchObject({ kind: 'submit', replaces: { state: 'settled' } });
    expect(describePlan(planned, new Map(), NOW).join()).not.toContain('again');
  });

  it.each([
    [paid, 'collect', 'collect'],
    [claimed(THEM), 'other-run', 'other-run'],
    [unclear(THEM), 'unknown', 'hold'],
  ] as const)('is shared by those that are the same: %#', (entry, verdict, kind) => {
    const twin = { ...hero, id: 'twin', output: 'twin' };
    expect(actionsOf(plan([hero, twin], inFlight(entry, verdict)))).toEqual({
      hero: kind,
      twin: 'share hero',
    });
  });
});

test('what another edit needs may be in flight', () => {
  const next = inspectedEdit('next', { needs: ['hero'] });
  const planned = plan([next, hero], inFlight(paid, 'collect'));
  expect(actionsOf(planned)).toEqual({ hero: 'collect', next: 'submit' });
  expect(checkNeeds(planned.edits)).toEqual([]);
});

describe('the plan tells', () => {
  const twin = { ...hero, id: 'twin', output: 'twin' };
  const tell = (options: Partial<PlanOptions>): readonly string[] =>
    describePlan(plan([hero, twin], options), new Map(), NOW + 2 * HOUR_MS);

  it.each([
    [
      inFlight(paid, 'collect'),
      '2 edits: 0 to make, 1 already paid for, to collect, 1 same as another edit',
      'hero  already paid for (request req-7, submitted 2 hours ago): collecting to hero',
    ],
    [
      inFlight(claimed(THEM), 'other-run'),
      '2 edits: 0 to make, 1 in progress in another run, 1 same as another edit',
      `hero  another run is working on it: ${THEM.url}`,
    ],
    [
      inFlight(claimed(THEM), 'unknown'),
      '2 edits: 0 to make, 1 on hold, 1 same as another edit',
      `hero  on hold, not submitted again: the run ${THEM.url} was about to send it 3 hours ago, and ended without telling whether it did`,
    ],
    [
      inFlight(unclear(THEM), 'unknown'),
      '2 edits: 0 to make, 1 on hold, 1 same as another edit',
      `hero  on hold, not submitted again: the run ${THEM.url} sent it 3 hours ago, and what became of it cannot be told`,
    ],
    [
      inFlight(unclear(THEM), 'unknown', 'resubmit'),
      '2 edits: 1 to make, 1 same as another edit',
      `hero  2048x2048 to hero, from https://cdn.example.com/a.jpg, submitted again as requested: the run ${THEM.url} sent it 3 hours ago, and what became of it cannot be told`,
    ],
  ])('what is in flight: %#', (options, ...lines) => {
    expect(tell(options)).toEqual([...lines, 'twin  to twin, same as hero: made and paid for once']);
  });
});
