import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';

import { createPurse } from '../../../src/jobs/budget/create-purse.ts';
import { makeEdit } from '../run-plan.ts';

const price = { baseUsd: 0.1, unit: 'output' };
const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((id) => makeEdit(id)) as [
  ReturnType<typeof makeEdit>,
  ReturnType<typeof makeEdit>,
  ReturnType<typeof makeEdit>,
  ReturnType<typeof makeEdit>,
];

describe('a limit on cost', () => {
  it('sets the price aside for each edit before it is sent, up to the very limit', () => {
    const purse = createPurse({ maxCostUsd: 0.3 }, price);
    expect([a, b, c].map((edit) => purse.reserve(edit))).toEqual([undefined, undefined, undefined]);
    expect(purse.reserve(d)).toEqual({
      code: 'over-budget',
      message:
        'Over budget, not sent: $0.30 of $0.30 are spent or set aside, and it costs at least $0.1. ' +
        'Run again, or raise `max-cost`.',
    });
  });

  it('takes the actual cost in place of the price once it is known', () => {
    const purse = createPurse({ maxCostUsd: 0.3 }, price);
    purse.reserve(a);
    purse.spent(a, 0.25);
    expect(purse.reserve(b)?.code).toBe('over-budget');
    const cheap = createPurse({ maxCostUsd: 0.1 }, price);
    cheap.reserve(a);
    expect(cheap.reserve(b)?.code).toBe('over-budget');
    cheap.spent(a, 0);
    expect(cheap.reserve(b)).toBeUndefined();
  });

  it('keeps what was set aside where the cost stays unknown: unknown is never 0', () => {
    const purse = createPurse({ maxCostUsd: 0.1 }, price);
    purse.reserve(a);
    purse.spent(a, undefined);
    expect(purse.reserve(b)?.code).toBe('over-budget');
  });

  it('has room again where nothing was sent after all; what comes later is not counted', () => {
    const purse = createPurse({ maxCostUsd: 0.1, maxEdits: 1 }, price);
    purse.reserve(a);
    purse.giveBack(a);
    purse.spent(a, 5);
    expect(purse.reserve(b)).toBeUndefined();
  });

  it('asks nothing more for an edit that is tried again', () => {
    const purse = createPurse({ maxCostUsd: 0.1, maxEdits: 1 }, price);
    purse.reserve(a);
    expect(purse.reserve(a)).toBeUndefined();
  });

  it.each([undefined, { baseUsd: 0.1, unit: 'second' }])(
    'lets nothing be sent at the price %j',
    (unknown) => {
      const purse = createPurse({ maxCostUsd: 100 }, unknown);
      expect(purse.reserve(a)?.message).toBe(
        'Over budget, not sent: the price is not known. Run again later, or take `max-cost` away.',
      );
    },
  );
});

test('a limit on edits counts those that were sent, at whatever cost', () => {
  const purse = createPurse({ maxEdits: 2 }, undefined);
  purse.reserve(a);
  purse.spent(a, 0);
  purse.reserve(b);
  expect(purse.reserve(c)?.message).toBe(
    'Over budget, not sent: 2 edits of at most 2 were sent. Run again, or raise `max-edits`.',
  );
});

test('without limits everything may be sent', () => {
  const purse = createPurse({}, undefined);
  expect([a, b, c, d].map((edit) => purse.reserve(edit)).every((error) => error === undefined)).toBe(true);
});

test('whatever happens, no more is set aside than allowed', () => {
  const step = fc.record({ id: fc.nat(20), kind: fc.constantFrom('reserve', 'giveBack', 'spent') });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), fc.nat(10), (steps, allowed) => {
      const purse = createPurse({ maxCostUsd: allowed * 0.1 }, price);
      const out = new Set<number>();
      for (const { id, kind } of steps) {
        const edit = makeEdit(`${id}`);
        if (kind === 'giveBack') {
          purse.giveBack(edit);
          out.delete(id);
        } else if (kind === 'spent') purse.spent(edit, 0.1);
        else if (purse.reserve(edit) === undefined) out.add(id);
        else expect(out.size - Number(out.has(id)) + 1).toBeGreaterThan(allowed);
        expect(out.size).toBeLessThanOrEqual(allowed);
      }
    }),
  );
});
