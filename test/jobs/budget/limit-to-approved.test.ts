import { expect, it } from 'vitest';

import { createBudget } from '../../../src/jobs/budget/create-budget.ts';
import { limitToApproved } from '../../../src/jobs/budget/limit-to-approved.ts';
import { plan } from '../../plan/recorded-work.ts';
import { inspectedEdit } from '../../support/edits.ts';
import { priced } from '../../support/prices.ts';

it('lets only approved edits be sent, and those only within the budget', () => {
  const [a, b, c] = plan(['a', 'b', 'c'].map((id) => inspectedEdit(id))).edits;
  if (a === undefined || b === undefined || c === undefined) throw new Error('there are three edits');
  const budget = limitToApproved(
    createBudget({ maxEdits: 1 }, { prices: priced() }),
    { maySend: new Set(['a', 'b']), partOf: new Map() },
    undefined,
  );
  expect(budget.reserve(c)).toMatchObject({ code: 'not-planned' });
  expect(budget.reserve(a)).toBeUndefined();
  expect(budget.reserve(b)).toMatchObject({ code: 'over-budget' });
});

it('says that another job makes what a part of a plan does not have', () => {
  const [a] = plan([inspectedEdit('a')]).edits;
  if (a === undefined) throw new Error('there is one edit');
  const none = { maySend: new Set<string>(), partOf: new Map([['a', '1/2']]) };
  const part = limitToApproved(createBudget({}, { prices: priced() }), none, {
    kind: 'part',
    index: 1,
    of: 2,
  });
  expect(part.reserve(a)).toMatchObject({
    code: 'not-planned',
    message: expect.stringContaining('another part') as string,
  });
  const merge = limitToApproved(createBudget({}, { prices: priced() }), none, { kind: 'merge' });
  expect(merge.reserve(a)).toMatchObject({
    code: 'left-unmade',
    message: expect.stringContaining('the job with `shard: 1/2` was to make it') as string,
  });
  const unplanned = { maySend: new Set<string>(), partOf: new Map<string, string>() };
  for (const shard of [{ kind: 'part', index: 1, of: 2 }, { kind: 'merge' }] as const)
    expect(
      limitToApproved(createBudget({}, { prices: priced() }), unplanned, shard).reserve(a),
    ).toMatchObject({ message: expect.stringContaining('Start the workflow again') as string });
  const whole = limitToApproved(
    createBudget({}, { prices: priced() }),
    { maySend: undefined, partOf: new Map() },
    undefined,
  );
  expect(whole.reserve(a)).toBeUndefined();
});
