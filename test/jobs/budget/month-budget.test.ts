import { describe, expect, it } from 'vitest';

import { checkBudget } from '../../../src/jobs/budget/check-budget.ts';
import { createBudget } from '../../../src/jobs/budget/create-budget.ts';
import { foreseeExcess } from '../../../src/jobs/budget/foresee-excess.ts';
import {
  checkMonthBudget,
  describeMonth,
  readMonthBudget,
  type MonthBudget,
} from '../../../src/jobs/budget/month-budget.ts';
import { sumUp } from '../../../src/lock/spending.ts';
import type { MonthSpending } from '../../../src/lock/types.ts';
import { accepted, claimed, THEM } from '../../ledger/samples.ts';
import { lockEntry } from '../../lock/sample-lock.ts';
import { makeEdit } from '../run-plan.ts';
import { priced } from '../../support/prices.ts';

const AT = { file: 'edits.yml', line: 2, column: 22 };
const price = { baseUsd: 0.1, unit: 'output' };
const sends = [makeEdit('a'), makeEdit('b')];
const paid = makeEdit('paid', { action: { kind: 'collect', entry: accepted(THEM, 'r') } });
const october = Date.parse('2026-10-31T23:59:59Z');
const earlier = makeEdit('e', {
  action: { kind: 'collect', entry: { ...accepted(THEM, 'q'), submittedAtMs: october } },
});
const other = makeEdit('other', { action: { kind: 'other-run', entry: claimed(THEM) } });

const held = makeEdit('held', { action: { kind: 'hold', entry: claimed(THEM) } });

function month(limitUsd: number, spent: Partial<MonthSpending> = {}): MonthBudget {
  return { month: '2026-11', limitUsd, spent: { ...sumUp(new Map()), ...spent }, at: AT };
}

/** An edit whose picture another branch has, and what it cost there: 0.45 USD. */
function adopt(id: string, requestId: string, costUsd: number | null = 0.45, submittedAt?: string) {
  const entry = lockEntry([id], {
    requestId,
    ...(costUsd !== null && { costUsd }),
    ...(submittedAt !== undefined && { submittedAt }),
  });
  const on = { kind: 'preview', branch: 'assets-pr-7', commit: 'c'.repeat(40) } as const;
  return makeEdit(id, { action: { kind: 'adopt', from: id, entry, files: entry.files, on } });
}

function spentOn(requestId: string): MonthSpending {
  return sumUp(new Map([[requestId, 0.45]]));
}

function planOf(edits = sends) {
  return { edits, takenOutputs: new Set<string>() };
}

describe('the budget of a month', () => {
  const spending = { '2026-11': { ...sumUp(new Map()), costUsd: 9, edits: 90 } };
  const recorded = { lock: { edits: new Map(), pages: [], spending }, paths: new Set<string>() };

  it('is the spec’s limit, and what the lock says of this month in UTC', () => {
    const limits = { perMonthUsd: 50, at: { perMonthUsd: AT } };
    const november = readMonthBudget(limits, recorded, Date.parse('2026-11-30T23:59:59Z'));
    expect(november).toEqual(month(50, { costUsd: 9, edits: 90 }));
    expect(readMonthBudget(limits, recorded, Date.parse('2026-12-01T00:00:00Z'))?.spent.costUsd).toBe(0);
    expect(readMonthBudget(limits, undefined, 0)?.spent.edits).toBe(0);
    expect(readMonthBudget({ maxEdits: 3 }, recorded, 0)).toBeUndefined();
  });

  it.each<[string, MonthBudget, typeof sends]>([
    ['room for all', month(0.2), sends],
    ['room beside what is spent', month(10, { costUsd: 9.8 }), sends],
    ['room for more than 200', month(50), Array.from({ length: 201 }, (_, index) => makeEdit(`e${index}`))],
    ['nothing to send', month(0, { costUsd: 9 }), [paid]],
    ['adopted, and recorded already', month(0.65, spentOn('r')), [...sends, adopt('x', 'r')]],
    ['adopted, and of another month', month(0.2), [...sends, adopt('x', 'r', 0.45, '2026-10-31T23:59:59Z')]],
    ['collected, and recorded already', month(0.65, spentOn('r')), [...sends, paid]],
    ['collected, and of another month', month(0.2), [...sends, earlier]],
  ])('is enough: %s', (_what, budget, edits) => {
    expect(checkBudget(planOf(edits), { month: budget }, { prices: priced(price) })).toBeUndefined();
  });

  it.each<[string, MonthBudget, typeof sends, string]>([
    [
      'too little',
      month(0.15),
      sends,
      'at least 0.20 USD is over the budget of 0.15 USD for 2026-11, of which 0.00 USD',
    ],
    ['spent', month(10, { costUsd: 9.9 }), sends, 'of which 9.90 USD are spent or certain to be'],
    ['unknown costs count with the price', month(1, { unpriced: 9 }), sends, 'of which 0.90 USD'],
    ['paid for, and not recorded yet', month(0.3), [...sends, paid, other], 'of which 0.20 USD'],
    ['held, as it may be paid for', month(0.2), [...sends, held], 'of which 0.10 USD'],
    [
      'paid for on another branch',
      month(1),
      [...sends, adopt('x', 'r1'), adopt('y', 'r2')],
      'of which 0.90 USD',
    ],
    [
      'the same picture for two edits',
      month(0.6),
      [...sends, adopt('x', 'r1'), adopt('y', 'r1')],
      'of which 0.45 USD',
    ],
    ['adopted, at an unknown cost', month(0.2), [...sends, adopt('x', 'r', null)], 'of which 0.10 USD'],
  ])('is over: %s', (_what, budget, edits, why) => {
    const excess = checkBudget(planOf(edits), { month: budget }, { prices: priced(price) });
    expect(excess).toMatchObject({ at: AT, why: expect.stringContaining(why) as string });
  });

  it.each([undefined, { baseUsd: 0.1, unit: 'second' }])('is over with an unknown price: %j', (unknown) => {
    const excess = checkBudget(planOf(), { month: month(50) }, { prices: priced(unknown) }, 'It says no.');
    expect(excess).toMatchObject({ at: AT, details: 'It says no.' });
    expect(excess?.why).toContain('so it is unknown whether the run keeps within the budget of 50.00 USD');
  });

  it('is looked at by a plan, as far as the price is known', () => {
    const limits = { month: month(0.1) };
    expect(foreseeExcess(planOf(), limits, { prices: priced(price) })).toMatchObject([
      { severity: 'warning', at: AT },
    ]);
    expect(foreseeExcess(planOf(), limits, { prices: priced() })).toEqual([]);
    const spent = { month: month(5, { costUsd: 5 }) };
    expect(foreseeExcess(planOf(), spent, { prices: priced() })).toMatchObject([
      { at: AT, message: expect.stringContaining('nothing is left of the budget of 5.00 USD') as string },
    ]);
    expect(foreseeExcess(planOf([paid]), spent, { prices: priced() })).toEqual([]);
  });

  it('is kept during the run, when edits cost more than the price', () => {
    const [a, b] = sends;
    if (a === undefined || b === undefined) throw new Error('there are two edits');
    const budget = createBudget({ month: month(1, { costUsd: 0.5 }) }, { prices: priced(price) }, sends);
    expect(budget.reserve(a)).toBeUndefined();
    budget.recordCost(a, { usd: 0.45, hasMade: true });
    expect(budget.reserve(b)?.message).toBe(
      'Over budget, not sent: 0.95 USD of 1.00 USD are spent in 2026-11 or set aside, and it may cost 0.45 USD, as an earlier edit with the same options did. Raise `per-month`, or wait for the next month (UTC).',
    );
  });

  it('needs a branch, whose lock file has the spending', () => {
    const limits = { perMonthUsd: 50, at: { perMonthUsd: AT } };
    expect(checkMonthBudget(limits, ['artifact', 'branch'])).toEqual([]);
    expect(checkMonthBudget({}, ['artifact'])).toEqual([]);
    expect(checkMonthBudget(limits, ['artifact'])).toMatchObject([{ severity: 'error', at: AT }]);
  });

  it('is described with what is not known', () => {
    expect(describeMonth(month(50, { costUsd: 12.3 }))).toBe('12.30 USD of 50.00 USD spent in 2026-11');
    expect(describeMonth(month(50, { unpriced: 1 }))).toContain(', and the cost of 1 edit is not known');
  });
});
