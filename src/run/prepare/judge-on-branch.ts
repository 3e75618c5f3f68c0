import { checkPaths } from '../../deliver/branch/check-paths.ts';
import type { OpenedBranch } from '../../deliver/branch/types.ts';
import { checkClashes } from '../../plan/check-clashes.ts';
import { checkKept } from '../../plan/check-kept.ts';
import { countRenditions } from '../../plan/review/count-renditions.ts';
import { estimateGrowth, warnOfSize } from '../../plan/review/estimate-growth.ts';
import type { Plan } from '../../plan/types.ts';
import type { Problem } from '../../shared/problem.ts';
import { warnOfLostPast } from './warn-of-lost-past.ts';

/** What else a plan must be measured by. */
interface PlanFacts {
  readonly specIds: ReadonlySet<string>;
  readonly forced: ReadonlySet<string>;
  readonly mode: 'apply' | 'plan';
}

/** What is wrong with a plan that is delivered to a branch, or should be known about it; pure. */
export function judgeOnBranch(
  plan: Plan,
  branch: OpenedBranch,
  { specIds, forced, mode }: PlanFacts,
): readonly Problem[] {
  const { recorded } = branch;
  const growth = estimateGrowth(plan.edits, recorded.lock, countRenditions(plan.edits, recorded));
  return [
    ...checkKept(plan.edits, recorded, mode),
    ...warnOfSize(growth, branch.place.branch),
    ...checkPaths(plan.edits, branch),
    ...checkClashes(plan.edits, recorded, specIds),
    ...warnOfLostPast(plan, branch, forced),
  ];
}
