import { expect, it } from 'vitest';

import { planOutputs } from '../../../src/report/plan/plan-outputs.ts';
import type { PlanFile } from '../../../src/report/plan/types.ts';
import { reviewedEdit, samplePlan } from './sample-plan.ts';

const submits = [reviewedEdit('a'), reviewedEdit('b')];
const kept = reviewedEdit('c', { action: 'unchanged', status: { kind: 'unchanged' } });
const shared = reviewedEdit('d', { action: 'share', status: { kind: 'shared', with: 'a' } });
const known: PlanFile['estimate'] = {
  kind: 'known',
  edits: 2,
  usd: 0.06,
  isLeast: true,
  parts: [
    {
      model: 'bytedance/dreamina-4-0/edit',
      edits: 2,
      eachUsd: 0.03,
      isLeast: true,
      basis: { kind: 'price' },
    },
  ],
};

it.each<[Partial<PlanFile>, Record<string, string>]>([
  [{}, { outcome: 'planned', planned: '0', unchanged: '0', 'estimated-cost-usd': '0' }],
  [
    { edits: [...submits, kept, shared], estimate: known },
    { outcome: 'planned', planned: '2', unchanged: '1', 'estimated-cost-usd': '0.06' },
  ],
  [
    { edits: submits, estimate: { kind: 'unknown', edits: 2 } },
    { outcome: 'planned', planned: '2', unchanged: '0', 'estimated-cost-usd': '' },
  ],
  [{ problems: [{ severity: 'warning', message: 'Odd.' }] }, { outcome: 'planned' }],
  [{ problems: [{ severity: 'error', message: 'Wrong.' }] }, { outcome: 'failed' }],
])('%#', (plan, outputs) => {
  expect(planOutputs(samplePlan(plan))).toMatchObject(outputs);
});
