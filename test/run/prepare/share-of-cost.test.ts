import { expect, it } from 'vitest';

import { shareOfCost } from '../../../src/run/prepare/share-of-cost.ts';
import { reviewedEdit } from '../../report/plan/sample-plan.ts';

const edits = [
  reviewedEdit('a', { action: 'submit', model: 'dear' }),
  reviewedEdit('b', { action: 'submit', model: 'cheap' }),
  reviewedEdit('c', { action: 'submit', model: 'cheap' }),
  reviewedEdit('d', { action: 'unchanged', model: 'dear' }),
];
const part = (model: string, count: number, eachUsd: number) =>
  ({ model, edits: count, eachUsd, isLeast: false, basis: { kind: 'price' } }) as const;
const known = (...parts: readonly ReturnType<typeof part>[]) =>
  ({ kind: 'known', edits: 3, usd: 0.2, isLeast: false, parts: [...parts] }) as const;

it.each([
  ['by cost', known(part('dear', 1, 0.15), part('cheap', 2, 0.03)), 0.15 / 0.21],
  [
    'by the mean cost of a model',
    known(part('dear', 1, 0.1), part('cheap', 1, 0.02), part('cheap', 1, 0.08)),
    0.5,
  ],
  ['by number, if the cost of a model is not known', known(part('cheap', 2, 0.03)), 1 / 3],
  ['by number, if no cost is known', { kind: 'unknown', edits: 3 } as const, 1 / 3],
])('shares %s', (_, estimate, expected) => {
  expect(shareOfCost({ edits, estimate }, new Set(['a', 'd']))).toBeCloseTo(expected);
  const others = shareOfCost({ edits, estimate }, new Set(['b', 'c']));
  expect(others).toBeCloseTo(1 - expected);
});

it('gives nothing of a plan that sends nothing', () => {
  expect(shareOfCost({ edits: edits.slice(3), estimate: { kind: 'none' } }, new Set(['d']))).toBe(0);
});
