import { describeSum } from '../../plan/review/describe-estimate.ts';
import type { EditStatus, PlanReview } from '../../plan/review/types.ts';
import { plural } from '../../shared/format.ts';
import type { PlanFile } from './types.ts';
import { listErrors } from '../../shared/problem.ts';

/** How many edits of a plan have each status; every status is present. */
export function countPlan({
  edits,
}: Pick<PlanReview, 'edits'>): Readonly<Record<EditStatus['kind'], number>> {
  const counts = {
    new: 0,
    changed: 0,
    pending: 0,
    blocked: 0,
    adopted: 0,
    moved: 0,
    aside: 0,
    shared: 0,
    frozen: 0,
    skipped: 0,
    unchanged: 0,
  };
  for (const { status } of edits) counts[status.kind] += 1;
  return counts;
}

/** What a plan comes to, in one plain clause: the number of edits and the cost first. */
export function describeHeadline(plan: Pick<PlanFile, 'edits' | 'estimate' | 'problems'>): string {
  const errors = listErrors(plan.problems).length;
  const counts = countPlan(plan);
  const made = counts.new + counts.changed;
  const open = counts.pending + counts.blocked;
  const faults = errors > 0 ? `: ${plural(errors, 'error')}` : '';
  if (plan.edits.length === 0) return errors > 0 ? `No plan${faults}` : 'Plan: the spec has no edits';
  const what =
    made > 0
      ? `${plural(made, 'edit')} to make, ${describeSum(plan.estimate)}`
      : `nothing to make${open > 0 ? `, ${open} pending` : ''}`;
  return errors > 0 ? `Plan with ${plural(errors, 'error')}: ${what}` : `Plan: ${what}`;
}

/** How many edits have which status, as `2 new, 1 changed`; statuses that no edit has are left out. */
export function describeCounts(plan: Pick<PlanFile, 'edits' | 'orphaned'>): string {
  const counts = countPlan(plan);
  const words = { aside: 'set aside', shared: 'same as another edit', skipped: 'left out' } as const;
  const parts = Object.entries({ ...counts })
    .filter(([, count]) => count > 0)
    .map(([kind, count]) => `${count} ${kind in words ? words[kind as keyof typeof words] : kind}`);
  const left = plan.orphaned.length;
  return [...parts, ...(left > 0 ? [`${left} no longer in the spec`] : [])].join(', ');
}
