import { expect, it } from 'vitest';

import { shareLimits } from '../../../src/jobs/budget/share-limits.ts';

const month = { month: '2026-11', limitUsd: 50, spent: { costUsd: 20, edits: 4, unpriced: 0 } };
const share = (part: number, monthSpentUsd?: number) => ({ maySend: undefined, part, monthSpentUsd });

it('leaves the limits of a whole plan as they are', () => {
  const limits = { maxEdits: 5, maxCostUsd: 2, month };
  expect(shareLimits(limits, share(1))).toBe(limits);
});

it.each([
  ['a quarter of the cost', { maxCostUsd: 2 }, share(0.25), { maxCostUsd: 0.5 }],
  ['the number of edits was checked for the whole plan', { maxEdits: 5 }, share(0.25), { maxEdits: 5 }],
  [
    'a quarter of what is left of the month',
    { month },
    share(0.25, 20),
    { month: { ...month, limitUsd: 27.5 } },
  ],
  [
    'other jobs have spent 8 since, from their own shares',
    { month },
    share(0.25, 12),
    { month: { ...month, limitUsd: 29.5 } },
  ],
  ['never more than the limit', { month }, share(0.9, 0), { month: { ...month, limitUsd: 50 } }],
])('%s', (_, limits, part, expected) => {
  expect(shareLimits(limits, part)).toEqual(expected);
});
