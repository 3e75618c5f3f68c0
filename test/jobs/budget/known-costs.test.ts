import { describe, expect, it } from 'vitest';

import { checkBudget } from '../../../src/jobs/budget/check-budget.ts';
import { createBudget } from '../../../src/jobs/budget/create-budget.ts';
import { foreseeExcess } from '../../../src/jobs/budget/foresee-excess.ts';
import type { MonthBudget } from '../../../src/jobs/budget/month-budget.ts';
import { sumUp } from '../../../src/lock/spending.ts';
import type { Plan } from '../../../src/plan/types.ts';
import { accepted, THEM } from '../../ledger/samples.ts';
import { createRecordingLog } from '../../queue/client-deps.ts';
import { priced } from '../../support/prices.ts';
import { succeeded } from '../../support/job-script.ts';
import { countJobs, makeEdit, runPlan } from '../run-plan.ts';
import { earlier, edit, PRICES } from './edits-with-options.ts';

const planOf = (...edits: Plan['edits']): Plan => ({ edits, takenOutputs: new Set() });
const THREE = planOf(edit('a'), edit('b'), edit('c'));
const KNOWN = { prices: PRICES, earlier: [earlier('1', 0.12), earlier('2', 0.1)] };
const BY_EARLIER = 'about 0.36 USD, by what earlier edits with the same options cost, is over the budget';

function month(limitUsd: number): MonthBudget {
  return { month: '2026-11', limitUsd, spent: sumUp(new Map()) };
}

describe('the check before a run counts what earlier edits with the same options cost', () => {
  it('and the base price of others', () => {
    expect(checkBudget(THREE, { maxCostUsd: 0.35 }, KNOWN)?.why).toBe(`${BY_EARLIER} of 0.35 USD`);
    expect(checkBudget(THREE, { maxCostUsd: 0.36 }, KNOWN)).toBeUndefined();
    const others = planOf(edit('a', '1K'), edit('b', '1K'));
    expect(checkBudget(others, { maxCostUsd: 0.08 }, KNOWN)).toBeUndefined();
    expect(checkBudget(others, { maxCostUsd: 0.07 }, KNOWN)?.why).toContain('at least 0.08 USD is over');
  });

  it('for a month as well, also of those that are paid for and not recorded yet', () => {
    expect(checkBudget(THREE, { month: month(0.35) }, KNOWN)?.why).toContain(BY_EARLIER);
    const action = { kind: 'collect', entry: accepted(THEM, 'r') } as const;
    const coming = planOf({ ...edit('x'), action }, edit('a'));
    const excess = checkBudget(coming, { month: month(0.2) }, KNOWN);
    expect(excess?.why).toContain('of which 0.12 USD are spent or certain to be');
  });

  it('also without a price, which a plan without a token does not know', () => {
    const facts = { earlier: KNOWN.earlier };
    expect(foreseeExcess(THREE, { maxCostUsd: 0.35 }, facts)).toMatchObject([
      { message: expect.stringContaining(BY_EARLIER) as string },
    ]);
    const more = planOf(...THREE.edits, makeEdit('d'));
    expect(foreseeExcess(more, { maxCostUsd: 0.3 }, facts)).toMatchObject([
      { message: expect.stringContaining('at least 0.36 USD is over') as string },
    ]);
    expect(foreseeExcess(more, { maxCostUsd: 0.4 }, facts)).toEqual([]);
    expect(checkBudget(more, { maxCostUsd: 0.4 }, facts)?.why).toContain('the price is not known');
    expect(createBudget({ maxCostUsd: 0.4 }, facts).reserve(edit('a'))).toBeUndefined();
  });
});

const KNOWN_DEFAULT = priced({ baseUsd: 0.03, unit: 'output' });
const api = { result: (_prompt: string, id: string) => succeeded(`https://out.example/${id}.png`) };

describe('as long as the cost of some options is not known', () => {
  it('edits that wait for it leave their room to others', async () => {
    const waiting = ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => edit(id));
    const others = ['x', 'y', 'z'].map((id) => makeEdit(id));
    const jobs = countJobs();
    const submitted: string[] = [];
    await runPlan([...waiting, ...others], {
      maxParallel: 2,
      budget: createBudget({ maxCostUsd: 5 }, { prices: new Map([...PRICES, ...KNOWN_DEFAULT]) }),
      onChange: (change) => {
        jobs.onChange(change);
        if (change.kind === 'submitting') submitted.push(change.edit.id);
      },
      api: { ...api, result: (_prompt, id) => ({ ...api.result('', id), cost: 0.16 }) },
    });
    expect(submitted.slice(0, 2)).toEqual(['a', 'x']);
    expect(submitted).toHaveLength(9);
    expect(jobs.most).toBe(2);
  });

  it('one edit is sent first; if the service names no cost, the others follow together, which is said once', async () => {
    const log = createRecordingLog();
    const sent: string[] = [];
    const { outcomes } = await runPlan(
      ['a', 'b', 'c', 'd'].map((id) => edit(id)),
      {
        log,
        budget: createBudget({ maxCostUsd: 1 }, { prices: PRICES }, [], log),
        onChange: ({ kind, ...change }) => {
          if (kind === 'submitting' && 'edit' in change) sent.push(change.edit.id);
          if (kind === 'downloading') sent.push('made');
        },
        api: { result: (_prompt, id) => ({ ...api.result('', id), cost: undefined }) },
      },
    );
    expect(outcomes.every(({ state }) => state === 'succeeded')).toBe(true);
    expect(sent.slice(0, 5)).toEqual(['a', 'made', 'b', 'c', 'd']);
    const said = log.lines.filter((line) => line.includes('did not say what'));
    expect(said).toEqual([
      'The service did not say what a cost. For edits by google/nano-banana-2/edit with the same options, its base price is set aside; they may cost more.',
    ]);
  });

  it('a job that made nothing teaches nothing', () => {
    const budget = createBudget({ maxCostUsd: 1 }, { prices: PRICES });
    const [a, b, c] = [edit('a'), edit('b'), edit('c')];
    budget.reserve(a);
    budget.recordCost(a, { usd: undefined, hasMade: false });
    budget.reserve(b);
    expect(budget.mustWait(c, new Set(['b']))).toBe(true);
    budget.recordCost(b, { usd: undefined, hasMade: true });
    budget.reserve(c);
    expect(budget.mustWait(edit('d'), new Set(['c']))).toBe(false);
  });
});

it('an edit waits if only what is set aside for others leaves no room, as they may cost less', () => {
  const budget = createBudget({ maxCostUsd: 0.3 }, KNOWN);
  const [a, b, c] = [edit('a'), edit('b'), edit('c')];
  budget.reserve(a);
  budget.reserve(b);
  const underWay = new Set(['a', 'b']);
  expect(budget.mustWait(c, underWay)).toBe(true);
  budget.recordCost(a, { usd: 0.05, hasMade: true });
  expect(budget.mustWait(c, underWay)).toBe(false);
  expect(budget.reserve(c)).toBeUndefined();
  // Nothing that could free room is under way.
  expect(budget.mustWait(edit('d'), new Set())).toBe(false);
});
