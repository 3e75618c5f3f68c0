import { describe, expect, it } from 'vitest';

import { checkBudget } from '../../../src/jobs/budget/check-budget.ts';
import type { Plan } from '../../../src/plan/types.ts';
import { accepted, THEM } from '../../ledger/samples.ts';
import { keep, makeEdit } from '../run-plan.ts';

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
    expect(checkBudget(plan, limits, plan.edits.length > 3 ? price : undefined)).toBeUndefined();
  });

  it.each([
    [
      planOf(3),
      { maxEdits: 2 },
      price,
      'Over budget, nothing was sent: at most 2 edits may be sent in one run. It would send 3 edits: e0, e1, e2. ' +
        'Choose some by the input `only`, or raise `max-edits`.',
    ],
    [
      planOf(1),
      { maxEdits: 0 },
      price,
      'Over budget, nothing was sent: at most 0 edits may be sent in one run. It would send 1 edit: e0. ' +
        'Choose some by the input `only`, or raise `max-edits`.',
    ],
    [
      planOf(3),
      { maxCostUsd: 0.25 },
      price,
      'Over budget, nothing was sent: the run would cost at least $0.30, and $0.25 are allowed. It would send 3 edits: e0, e1, e2. ' +
        'Choose some by the input `only`, or raise `max-cost`.',
    ],
    [
      planOf(1),
      { maxCostUsd: 5 },
      undefined,
      'Nothing was sent: the price is not known, so it is unknown whether the run keeps within $5.00. It would send 1 edit: e0. ' +
        'Run again later, or remove `max-cost`.',
    ],
    [
      planOf(1),
      { maxCostUsd: 5 },
      { baseUsd: 0.1, unit: 'second' },
      'Nothing was sent: the price is for each second, so it is unknown whether the run keeps within $5.00. It would send 1 edit: e0. ' +
        'Use `max-edits` as the limit, or remove `max-cost`.',
    ],
  ])('over it: %#', (plan, limits, known, sentence) => {
    expect(checkBudget(plan, limits, known)).toBe(sentence);
  });

  it('is needed for more than 200 edits, and says how to allow them', () => {
    expect(checkBudget(planOf(201), {}, price)).toMatch(
      /^Nothing was sent: the run has no budget, .* 200 edits .* It would send 201 edits: e0, .* To allow it, set `max-edits`/,
    );
  });

  it('names some of many', () => {
    const sentence = checkBudget(planOf(50), { maxEdits: 1 }, price);
    expect(sentence).toContain(' e18, e19 and 30 more. ');
  });
});
