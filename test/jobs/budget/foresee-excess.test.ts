import { expect, test } from 'vitest';

import type { BudgetLimits } from '../../../src/jobs/budget/check-budget.ts';
import { foreseeExcess } from '../../../src/jobs/budget/foresee-excess.ts';
import type { ModelPrice } from '../../../src/queue/types.ts';
import { makeEdit } from '../run-plan.ts';
import { priced } from '../../support/prices.ts';

const plan = { edits: ['a', 'b', 'c'].map((id) => makeEdit(id)), takenOutputs: new Set<string>() };
const price = { baseUsd: 0.1, unit: 'output' };

test.each<[BudgetLimits, ModelPrice | undefined, string | undefined]>([
  [{}, price, undefined],
  [{ maxEdits: 3, maxCostUsd: 1 }, price, undefined],
  [{ maxEdits: 2 }, price, '3 edits are over the budget of at most 2 in one run. Raise `max-edits`'],
  [{ maxEdits: 2, maxCostUsd: 1 }, undefined, '3 edits are over the budget'],
  [{ maxCostUsd: 0.2 }, price, 'at least 0.30 USD is over the budget of 0.20 USD. Raise `max-cost`'],
  // A plan without a token knows no price: the run that applies will ask.
  [{ maxCostUsd: 0.2 }, undefined, undefined],
])('%j, price %j: %s', (limits, known, message) => {
  const problems = foreseeExcess(plan, limits, { prices: priced(known) });
  if (message === undefined) expect(problems).toEqual([]);
  else
    expect(problems).toEqual([
      {
        severity: 'warning',
        message: expect.stringContaining(`A run that applies this plan sends nothing: ${message}`) as string,
      },
    ]);
});
