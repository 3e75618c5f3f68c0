import { describe, expect, it } from 'vitest';

import { openBudget, stricterLimits } from '../../../src/jobs/budget/open-budget.ts';
import type { PlannedAction } from '../../../src/plan/types.ts';
import type { ModelPrice, QueueError, ReadAnswer } from '../../../src/queue/types.ts';
import { keep, makeEdit } from '../run-plan.ts';
import { claimed, THEM } from '../../ledger/samples.ts';
import { createRecordingLog } from '../../queue/client-deps.ts';

const AT = { file: 'edits.yml', line: 2, column: 10 };

const PRICE: ReadAnswer<ModelPrice> = { ok: true, value: { baseUsd: 0.03, unit: 'output' } };

function refusal(code: QueueError['code']): ReadAnswer<ModelPrice> {
  return { ok: false, error: { code, message: 'It says no.', stopsRun: true } };
}

/** Opens the budget of two edits that this is done about. */
async function open(action: PlannedAction, answer: ReadAnswer<ModelPrice>, maxCostUsd?: number) {
  const log = createRecordingLog();
  const asked: string[] = [];
  const edits = ['a', 'b'].map((id) => makeEdit(id, { action }));
  const price = async (): Promise<ReadAnswer<ModelPrice>> => {
    asked.push('price');
    return await Promise.resolve(answer);
  };
  const limits = maxCostUsd === undefined ? {} : { maxCostUsd };
  const plan = { edits, takenOutputs: new Set<string>() };
  const money = await openBudget(plan, limits, { price }, log, new AbortController().signal);
  const reserved = edits.map((edit) => money.budget.reserve(edit)?.code);
  return { ...money, reserved, asked, log };
}

describe('the money of a run', () => {
  it('is enough where nothing limits it, also where the price is not known', async () => {
    const { reserved, kind } = await open({ kind: 'submit', over: [] }, refusal('connection'));
    expect([reserved, kind]).toEqual([[undefined, undefined], 'within']);
  });

  it('is not asked about where nothing may be sent', async () => {
    expect((await open(keep('a'), PRICE)).asked).toEqual([]);
    expect((await open({ kind: 'other-run', entry: claimed(THEM) }, PRICE)).asked).toEqual(['price']);
  });

  it.each([
    [PRICE, 0.06, [undefined, undefined], false],
    [PRICE, 0.05, ['run-refused', 'run-refused'], true],
    [refusal('connection'), 5, ['run-refused', 'run-refused'], true],
  ])('price %j, limit %d: %j', async (answer, limit, reserved, isRefused) => {
    const money = await open({ kind: 'submit', over: [] }, answer, limit);
    expect(money.reserved).toEqual(reserved);
    expect(money.kind).toBe(isRefused ? 'over' : 'within');
    // The reason is part of the message: it may be the address of the API.
    if ('refusal' in money) expect(money.refusal.message.includes('It says no.')).toBe(!answer.ok);
    for (const { id } of [{ id: 'a' }]) {
      money.budget.release(makeEdit(id));
      money.budget.recordCost(makeEdit(id), { usd: 1, hasMade: true });
    }
  });

  it('ends if the token is refused', async () => {
    expect(await open({ kind: 'submit', over: [] }, refusal('authentication'))).toMatchObject({
      kind: 'unauthorized',
      refusal: { severity: 'error', message: 'It says no.' },
      reserved: ['run-refused', 'run-refused'],
    });
  });
});

it.each([
  [{}, {}, {}],
  [{ maxEdits: 3 }, {}, { maxEdits: 3 }],
  [
    { maxEdits: 3, maxCostUsd: 0 },
    { maxEdits: 2, maxCostUsd: 1 },
    { maxEdits: 2, maxCostUsd: 0 },
  ],
  [
    { maxEdits: 3, maxCostUsd: 2, at: { maxEdits: AT, maxCostUsd: AT } },
    { maxEdits: 4, maxCostUsd: 1 },
    { maxEdits: 3, maxCostUsd: 1, at: { maxEdits: AT } },
  ],
])('of %j and %j the stricter is %j', (one, other, both) => {
  expect(stricterLimits(one, other)).toEqual(both);
  expect(stricterLimits(other, one)).toEqual(both);
});
