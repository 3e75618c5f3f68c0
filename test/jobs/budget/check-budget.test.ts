import { describe, expect, it } from 'vitest';

import { checkBudget } from '../../../src/jobs/budget/check-budget.ts';
import type { Plan } from '../../../src/plan/types.ts';
import { accepted, THEM } from '../../ledger/samples.ts';
import { keep, makeEdit } from '../run-plan.ts';
import { priced } from '../../support/prices.ts';

const price = { baseUsd: 0.1, unit: 'output' };

/** A plan that sends so many edits, and has some that cost nothing. */
function planOf(count: number): Plan {
  const edits = [
    makeEdit('kept', { action: keep('kept') }),
    makeEdit('paid', { action: { kind: 'collect', entry: accepted(THEM, 'req-7') } }),
    ...Array.from({ length: count }, (_, index) => makeEdit(`e${index}`)),
    makeEdit('twin', { action: { kind: 'share', with: 'e0' } }),
  ];
  return { edits, takenOutputs: new Set() };
}

describe('story 20: the budget is looked at before anything is sent', () => {
  it.each([
    ['no limit', planOf(3), {}],
    ['no limit, and as many as go without one', planOf(200), {}],
    ['more, and that is allowed', planOf(201), { maxEdits: 201 }],
    ['more, and a limit on the cost', planOf(201), { maxCostUsd: 100 }],
    ['just so many edits', planOf(3), { maxEdits: 3 }],
    ['just so much money', planOf(3), { maxCostUsd: 0.3 }],
    ['nothing to send, and no price', planOf(0), { maxEdits: 0, maxCostUsd: 0 }],
  ])('within it: %s', (_, plan, limits) => {
    expect(
      checkBudget(plan, limits, { prices: priced(plan.edits.length > 3 ? price : undefined) }),
    ).toBeUndefined();
  });

  it.each([
    [
      planOf(3),
      { maxEdits: 2 },
      price,
      '3 edits are over the budget of at most 2 in one run',
      'Raise `max-edits`, or choose some edits with `only`.',
    ],
    [
      planOf(1),
      { maxEdits: 0 },
      price,
      '1 edit is over the budget of at most 0 in one run',
      'Raise `max-edits`, or choose some edits with `only`.',
    ],
    [
      planOf(3),
      { maxCostUsd: 0.25 },
      price,
      'at least 0.30 USD is over the budget of 0.25 USD',
      'Raise `max-cost`, or choose some edits with `only`.',
    ],
    [
      planOf(1),
      { maxCostUsd: 5 },
      undefined,
      'the price is not known, so it is unknown whether the run keeps within 5.00 USD',
      'Run again later, or remove `max-cost`.',
    ],
    [
      planOf(1),
      { maxCostUsd: 5 },
      { baseUsd: 0.1, unit: 'second' },
      'the price is for each second, so it is unknown whether the run keeps within 5.00 USD',
      'Use `max-edits` as the limit, or remove `max-cost`.',
    ],
  ])('over it: %#', (plan, limits, known, why, todo) => {
    expect(checkBudget(plan, limits, { prices: priced(known) })).toMatchObject({ why, todo });
  });

  it('is needed for more than 200 edits, and says how to allow them', () => {
    expect(checkBudget(planOf(201), {}, { prices: priced(price) })).toMatchObject({
      why: 'the run has no budget, and without one at most 200 edits are sent in one run',
      todo: expect.stringMatching(/^To allow more, set `max-edits`/) as string,
      would: expect.stringContaining('It would send 201 edits: e0, ') as string,
    });
  });

  it('names what it would send, some of many', () => {
    expect(checkBudget(planOf(3), { maxEdits: 1 }, { prices: priced(price) })?.would).toBe(
      'It would send 3 edits: e0, e1, e2.',
    );
    expect(checkBudget(planOf(50), { maxEdits: 1 }, { prices: priced(price) })?.would).toContain(
      ' e18, e19 and 30 more.',
    );
  });
});
