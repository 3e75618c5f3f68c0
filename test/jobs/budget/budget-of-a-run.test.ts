import { expect, test } from 'vitest';

import { createBudget } from '../../../src/jobs/budget/create-budget.ts';
import { refuse, reset } from '../follow-submit.ts';
import { collect, writeDown } from '../in-flight.ts';
import { succeeded } from '../../support/job-script.ts';
import { makeEdit, runPlan, type RunOptions } from '../run-plan.ts';
import { priced } from '../../support/prices.ts';

const price = { baseUsd: 0.03, unit: 'output' };
const edits = ['a', 'b', 'c'].map((id) => makeEdit(id));

async function runWithin(maxCostUsd: number, options: RunOptions) {
  const budget = createBudget({ maxCostUsd }, { prices: priced(price) });
  const { outcomes, posts } = await runPlan(edits, { maxParallel: 1, budget, ...options });
  return { ends: outcomes.map(({ state, error }) => `${state} ${error?.code ?? ''}`.trim()), posts };
}

test('story 20: an edit returns more pictures than was set aside: what no longer fits is not sent', async () => {
  const calls: string[] = [];
  const { ends, posts } = await runWithin(0.09, {
    claims: writeDown(calls),
    api: { result: () => succeeded('https://o.example/a', 'https://o.example/b', 'https://o.example/c') },
  });
  expect(ends).toEqual(['succeeded', 'skipped over-budget', 'skipped over-budget']);
  expect(posts).toBe(1);
  // The next one was made ready while the first one was made.
  expect(calls.filter((line) => !line.endsWith(' a') && !line.includes(' a '))).toEqual([
    'claim b',
    'released b',
  ]);
});

test('what was certainly not sent gives its money back; what may have been sent keeps it', async () => {
  const refused = await runWithin(0.06, { api: { fault: firstSubmit(refuse(422)) } });
  expect(refused.ends).toEqual(['failed invalid-input', 'succeeded', 'succeeded']);
  const lost = await runWithin(0.06, { api: { fault: firstSubmit(reset) } });
  expect(lost.ends).toEqual(['unknown connection', 'succeeded', 'skipped over-budget']);
  const broken = await runWithin(0.06, {
    uploadBytes: ({ id }) => {
      if (id === 'a') throw new Error('a bug');
      return 0;
    },
  });
  expect(broken.ends).toEqual(['failed internal-error', 'succeeded', 'succeeded']);
});

test('a job that is cancelled in the queue costs nothing', async () => {
  const budget = createBudget({ maxCostUsd: 0.03 }, { prices: priced(price) });
  const { states } = await runPlan([makeEdit('a', { timeoutMs: 20_000 }), makeEdit('b')], {
    budget,
    maxParallel: 1,
    api: { stages: (prompt) => (prompt === 'a' ? ['in_queue'] : ['completed']) },
  });
  expect(states).toEqual({ a: 'cancelled', b: 'succeeded' });
});

test('what was paid for before is collected, whatever the budget of this run', async () => {
  const budget = createBudget({ maxCostUsd: 0, maxEdits: 0 }, { prices: priced(price) });
  const { states } = await runPlan([collect('a', 'paid-1'), makeEdit('b')], { budget, api: { paid: ['a'] } });
  expect(states).toEqual({ a: 'succeeded', b: 'skipped' });
});

/** A fault of the first submit only. */
function firstSubmit(fault: typeof reset): typeof reset {
  let isFirst = true;
  return (request, ...rest) => {
    if (!request.path.startsWith('/v1/models') || !isFirst) return false;
    isFirst = false;
    return fault(request, ...rest);
  };
}
