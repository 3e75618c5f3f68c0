import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';

import { createBudget } from '../../../src/jobs/budget/create-budget.ts';
import { makeEdit } from '../run-plan.ts';
import { priced } from '../../support/prices.ts';

const price = { baseUsd: 0.1, unit: 'output' };
const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((id) => makeEdit(id)) as [
  ReturnType<typeof makeEdit>,
  ReturnType<typeof makeEdit>,
  ReturnType<typeof makeEdit>,
  ReturnType<typeof makeEdit>,
];

describe('a limit on cost', () => {
  it('sets the price aside for each edit before it is sent, up to the very limit', () => {
    const budget = createBudget({ maxCostUsd: 0.3 }, { prices: priced(price) });
    expect([a, b, c].map((edit) => budget.reserve(edit))).toEqual([undefined, undefined, undefined]);
    expect(budget.reserve(d)).toEqual({
      code: 'over-budget',
      message:
        'Over budget, not sent: 0.30 USD of 0.30 USD are spent or set aside, and it costs at least 0.10 USD. ' +
        'Run again, or raise `max-cost`.',
    });
  });

  it('takes the actual cost in place of the price once it is known', () => {
    const budget = createBudget({ maxCostUsd: 0.3 }, { prices: priced(price) });
    budget.reserve(a);
    budget.recordCost(a, { usd: 0.25, hasMade: true });
    expect(budget.reserve(b)?.code).toBe('over-budget');
    const cheap = createBudget({ maxCostUsd: 0.1 }, { prices: priced(price) });
    cheap.reserve(a);
    expect(cheap.reserve(b)?.code).toBe('over-budget');
    cheap.recordCost(a, { usd: 0, hasMade: true });
    expect(cheap.reserve(b)).toBeUndefined();
  });

  it('keeps what was set aside where the cost stays unknown: unknown is never 0', () => {
    const budget = createBudget({ maxCostUsd: 0.1 }, { prices: priced(price) });
    budget.reserve(a);
    budget.recordCost(a, { usd: undefined, hasMade: true });
    expect(budget.reserve(b)?.code).toBe('over-budget');
  });

  it('has room again where nothing was sent after all; what comes later is not counted', () => {
    const budget = createBudget({ maxCostUsd: 0.1, maxEdits: 1 }, { prices: priced(price) });
    budget.reserve(a);
    budget.release(a);
    budget.recordCost(a, { usd: 5, hasMade: true });
    expect(budget.reserve(b)).toBeUndefined();
  });

  it('asks nothing more for an edit that is tried again', () => {
    const budget = createBudget({ maxCostUsd: 0.1, maxEdits: 1 }, { prices: priced(price) });
    budget.reserve(a);
    expect(budget.reserve(a)).toBeUndefined();
  });

  it.each([undefined, { baseUsd: 0.1, unit: 'second' }])(
    'lets nothing be sent at the price %j',
    (unknown) => {
      const budget = createBudget({ maxCostUsd: 100 }, { prices: priced(unknown) });
      expect(budget.reserve(a)?.message).toBe(
        'Over budget, not sent: the price is not known. Run again later, or remove `max-cost`.',
      );
    },
  );
});

test('a limit on edits counts those that were sent, at whatever cost', () => {
  const budget = createBudget({ maxEdits: 2 }, { prices: priced() });
  budget.reserve(a);
  budget.recordCost(a, { usd: 0, hasMade: true });
  budget.reserve(b);
  expect(budget.reserve(c)?.message).toBe(
    'Over budget, not sent: 2 edits of at most 2 were sent. Run again, or raise `max-edits`.',
  );
});

test('without limits everything may be sent', () => {
  const budget = createBudget({}, { prices: priced() });
  expect([a, b, c, d].map((edit) => budget.reserve(edit)).every((error) => error === undefined)).toBe(true);
});

test('whatever happens, no more is set aside than allowed', () => {
  const step = fc.record({ id: fc.nat(20), kind: fc.constantFrom('reserve', 'release', 'spent') });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), fc.nat(10), (steps, allowed) => {
      const budget = createBudget({ maxCostUsd: allowed * 0.1 }, { prices: priced(price) });
      const out = new Set<number>();
      for (const { id, kind } of steps) {
        const edit = makeEdit(`${id}`);
        if (kind === 'release') {
          budget.release(edit);
          out.delete(id);
        } else if (kind === 'spent') budget.recordCost(edit, { usd: 0.1, hasMade: true });
        else if (budget.reserve(edit) === undefined) out.add(id);
        else expect(out.size - Number(out.has(id)) + 1).toBeGreaterThan(allowed);
        expect(out.size).toBeLessThanOrEqual(allowed);
      }
    }),
  );
});
