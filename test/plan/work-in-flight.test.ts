import { describe, expect, it, test } from 'vitest';

import type { EntryFacts } from '../../src/ledger/life/judge-entry.ts';
import type { LedgerEntry } from '../../src/ledger/life/types.ts';
import { checkNeeds } from '../../src/plan/check-needs.ts';
import { describePlan } from '../../src/plan/describe-plan.ts';
import type { PlanOptions } from '../../src/plan/plan-edits.ts';
import type { InFlight, Plan } from '../../src/plan/types.ts';
import { inspectedEdit } from '../support/edits.ts';
import {
  accepted,
  claimed,
  delivered,
  HOUR_MS,
  judgeAll,
  ledgerOf,
  lost,
  maybeSent,
  NOW,
  OTHER_STEP,
  THEM,
  US,
} from '../ledger/samples.ts';
import { actionsOf, madeAll, plan } from './recorded-work.ts';

const hero = inspectedEdit('hero');
const [{ fingerprint } = { fingerprint: '' }] = plan([hero]).edits;

/** Entries of the hero in flight, as a run sees them by then. */
function inFlight(
  entries: LedgerEntry | readonly LedgerEntry[],
  onUnknown: InFlight['onUnknown'] = 'hold',
  facts: Partial<EntryFacts> = {},
): Partial<PlanOptions> {
  const ledger = ledgerOf(...[entries].flat().map((entry) => ({ ...entry, fingerprint })));
  const judged = judgeAll(ledger, { thisStep: US, nowMs: NOW, ...facts });
  const none = { owed: new Set<string>(), deliveredSince: new Set<string>() };
  return { inFlight: { entries: judged, destination: 'branch assets', ...none, onUnknown } };
}

function actionOf({ edits }: Plan, id = 'hero') {
  return edits.find((edit) => edit.id === id)?.action;
}

const paid = accepted(THEM, 'req-7');

describe('an edit with work in flight', () => {
  it('is collected where the service accepted it, whatever else is said', () => {
    for (const other of [claimed(OTHER_STEP), maybeSent(OTHER_STEP), lost(OTHER_STEP, 'r'), claimed(US)])
      for (const entries of [[other, paid], [paid, other], [paid]]) {
        const action = actionOf(plan([hero], inFlight(entries)));
        expect(action).toMatchObject({ kind: 'collect', entry: { requestId: 'req-7' } });
      }
  });

  it.each([
    [[claimed(THEM)], false, 'hold', { kind: 'other-run' }],
    [[claimed(THEM)], false, 'resubmit', { kind: 'other-run' }],
    [[claimed(THEM)], true, 'hold', { kind: 'hold' }],
    [[claimed(THEM)], true, 'resubmit', { kind: 'submit', over: [{ state: 'claimed' }] }],
    [[maybeSent(THEM)], true, 'hold', { kind: 'hold' }],
    [[maybeSent(THEM)], true, 'resubmit', { kind: 'submit', over: [{ state: 'maybe-sent' }] }],
    [[maybeSent(THEM), claimed(OTHER_STEP)], false, 'resubmit', { kind: 'other-run' }],
    [[delivered(THEM, 'r'), maybeSent(OTHER_STEP)], true, 'hold', { kind: 'hold' }],
    [
      [delivered(THEM, 'r'), maybeSent(OTHER_STEP)],
      ...([
        true,
        'resubmit',
        { kind: 'submit', over: [{ requestId: 'r' }, { state: 'maybe-sent' }] },
      ] as const),
    ],
  ] as const)('without a request id: %#', (entries, isRunOver, onUnknown, expected) => {
    expect(actionOf(plan([hero], inFlight(entries, onUnknown, { isRunOver })))).toMatchObject(expected);
  });

  it('is submitted where the claim is our own, and where the entry is of another fingerprint', () => {
    expect(actionOf(plan([hero], inFlight(claimed(US))))).toMatchObject({ kind: 'submit' });
    const other = plan([inspectedEdit('other')], inFlight(paid));
    expect(actionOf(other, 'other')).toEqual({ kind: 'submit', over: [] });
  });

  it('is unchanged where the branch has its pictures: the lock comes first', () => {
    const recorded = madeAll([hero]);
    expect(actionOf(plan([hero], { ...inFlight(paid), recorded }))?.kind).toBe('unchanged');
  });

  it('is collected, and not paid for again, where it is forced', () => {
    const recorded = madeAll([hero]);
    const forced = new Set(['hero']);
    expect(actionOf(plan([hero], { recorded, forced }))?.kind).toBe('submit');
    const again = plan([hero], { recorded, forced, ...inFlight(paid) });
    expect(actionOf(again)?.kind).toBe('collect');
  });

  it('is made again where it is forced and that very job is delivered already', () => {
    const recorded = madeAll([hero]);
    const forced = new Set(['hero']);
    const settling = accepted(THEM, 'hero');
    const again = plan([hero], { recorded, forced, ...inFlight(settling) });
    expect(actionOf(again)).toMatchObject({ kind: 'submit', over: [{ requestId: 'hero' }] });
    const both = plan([hero], {
      recorded,
      forced,
      ...inFlight([accepted(THEM, 'hero'), accepted(OTHER_STEP, 'req-8')]),
    });
    expect(actionOf(both)).toMatchObject({ kind: 'collect', entry: { requestId: 'req-8' } });
    const missed = plan([hero], { recorded, forced, ...inFlight(lost(THEM, 'hero')) });
    expect(actionOf(missed)).toMatchObject({ kind: 'submit', over: [{ state: 'lost' }] });
    const away = { ...recorded, paths: new Set<string>() };
    expect(actionOf(plan([hero], { recorded: away, ...inFlight(settling) }))?.kind).toBe('collect');
  });

  it('costs nothing where it is frozen: what is paid for is collected, all else is left', () => {
    const frozen = { ...hero, frozen: true };
    const kindOf = (...work: Parameters<typeof inFlight>): string | undefined =>
      actionOf(plan([frozen], inFlight(...work)))?.kind;
    expect(kindOf(paid)).toBe('collect');
    expect(kindOf(lost(THEM, 'req-7'), 'resubmit')).toBe('skip');
    expect(kindOf(claimed(THEM))).toBe('skip');
    expect(kindOf(delivered(THEM, 'req-7'))).toBe('skip');
    const twin = { ...hero, id: 'twin', output: 'twin' };
    expect(actionsOf(plan([twin, frozen], inFlight(paid)))).toEqual({
      twin: 'collect',
      hero: 'share twin',
    });
  });

  it('is held where it was paid for and is lost, and made again only with consent', () => {
    const given = lost(THEM, 'req-7');
    expect(actionOf(plan([hero], inFlight(given)))?.kind).toBe('hold');
    const again = plan([hero], inFlight(given, 'resubmit'));
    expect(actionOf(again)).toMatchObject({ kind: 'submit', over: [{ requestId: 'req-7' }] });
  });

  it('is as new where it was delivered a moment ago: only its claim must name that', () => {
    const planned = plan([hero], inFlight(delivered(THEM, 'req-7')));
    expect(actionOf(planned)).toMatchObject({ kind: 'submit', over: [{ state: 'delivered' }] });
    expect(describePlan(planned, new Map(), NOW).join()).not.toContain('again');
  });

  it.each([
    [paid, 'collect'],
    [claimed(THEM), 'other-run'],
    [maybeSent(THEM), 'hold'],
  ] as const)('is shared by those that are the same: %#', (entry, kind) => {
    const twin = { ...hero, id: 'twin', output: 'twin' };
    expect(actionsOf(plan([hero, twin], inFlight(entry)))).toEqual({
      hero: kind,
      twin: 'share hero',
    });
  });
});

test('what another edit needs may be in flight', () => {
  const next = inspectedEdit('next', { needs: ['hero'] });
  const planned = plan([next, hero], inFlight(paid));
  expect(actionsOf(planned)).toEqual({ hero: 'collect', next: 'submit' });
  expect(checkNeeds(planned.edits)).toEqual([]);
});

describe('the plan says', () => {
  const twin = { ...hero, id: 'twin', output: 'twin' };
  const linesOf = (options: Partial<PlanOptions>): readonly string[] =>
    describePlan(plan([hero, twin], options), new Map(), NOW + 2 * HOUR_MS);

  it.each([
    [
      inFlight(paid),
      '2 edits: 0 to make, 1 already paid for, to collect, 1 same as another edit',
      'hero  already paid for (request req-7, submitted 2 hours ago): collecting to hero',
    ],
    [
      inFlight(claimed(THEM)),
      '2 edits: 0 to make, 1 in progress in another run, 1 same as another edit',
      `hero  another run is working on it: ${THEM.url}`,
    ],
    [
      inFlight(claimed(THEM), 'hold', { isRunOver: true }),
      '2 edits: 0 to make, 1 on hold, 1 same as another edit',
      `hero  on hold, not submitted again: the run ${THEM.url} was about to send it 3 hours ago, and ended without recording whether it did`,
    ],
    [
      inFlight(maybeSent(THEM)),
      '2 edits: 0 to make, 1 on hold, 1 same as another edit',
      `hero  on hold, not submitted again: the run ${THEM.url} may have sent it 3 hours ago, and no answer is known`,
    ],
    [
      inFlight(maybeSent(THEM), 'resubmit'),
      '2 edits: 1 to make, 1 same as another edit',
      `hero  2048x2048 to hero, from https://cdn.example.com/a.jpg, submitted again as requested: the run ${THEM.url} may have sent it 3 hours ago, and no answer is known`,
    ],
  ])('what is in flight: %#', (options, ...lines) => {
    expect(linesOf(options)).toEqual([
      ...lines,
      'twin  to twin, same as hero: made and paid for once (for several candidates, use takes)',
    ]);
  });
});
