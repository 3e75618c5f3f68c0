import { describePlan } from '../../plan/describe-plan.ts';
import { describeMonth } from '../../report/plan/describe-month.ts';
import type { ForeseenRun } from './foresee.ts';

/** A plan as lines of text, with what was spent of the month's budget. Ages are relative to `nowMs`. */
export function describeForeseen(
  { plan, forms, file }: Pick<ForeseenRun, 'plan' | 'forms' | 'file'>,
  nowMs: number,
): readonly string[] {
  const { month } = file;
  return [
    ...describePlan(plan, forms, nowMs, file),
    ...(month === undefined ? [] : [`this month: ${describeMonth(month)}`]),
  ];
}
