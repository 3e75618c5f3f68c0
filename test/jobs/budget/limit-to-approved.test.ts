import { expect, it } from 'vitest';

import { createBudget } from '../../../src/jobs/budget/create-budget.ts';
import { limitToApproved } from '../../../src/jobs/budget/limit-to-approved.ts';
import { plan } from '../../plan/recorded-work.ts';
import { inspectedEdit } from '../../support/edits.ts';
import { priced } from '../../support/prices.ts';

it('lets only approved edits be sent, and those only within the budget', () => {
  const [a, b, c] = plan(['a', 'b', 'c'].map((id) => inspectedEdit(id))).edits;
  if (a === undefined || b === undefined || c === undefined) throw new Error('there are three edits');
  const budget = limitToApproved(createBudget({ maxEdits: 1 }, priced()), new Set(['a', 'b']));
  expect(budget.reserve(c)).toMatchObject({ code: 'not-planned' });
  expect(budget.reserve(a)).toBeUndefined();
  expect(budget.reserve(b)).toMatchObject({ code: 'over-budget' });
});
