import { reviewPlan } from '../../../src/plan/review/review-plan.ts';
import type { PlanOptions } from '../../../src/plan/plan-edits.ts';
import type { Plan } from '../../../src/plan/types.ts';
import type { PlanNow } from '../../../src/report/plan/find-deviations.ts';
import type { PlanFile } from '../../../src/report/plan/types.ts';
import { NOW } from '../../ledger/samples.ts';
import { samplePlan } from './sample-plan.ts';

export const DESTINATION = 'branch assets';

/** The file of a plan that was made just now. */
export function fileOf(
  planned: Plan,
  { recorded, forced = new Set() }: Partial<PlanOptions> = {},
  more: Partial<PlanFile> = {},
): PlanFile {
  const { edits, orphaned } = reviewPlan(planned, {
    spec: 'edits.yml',
    ...(recorded !== undefined && { recorded }),
    forced,
    specIds: new Set(planned.edits.map(({ id }) => id)),
    prune: false,
    nowMs: NOW,
  });
  return samplePlan({
    spec: { path: 'edits.yml' },
    destination: DESTINATION,
    createdAt: new Date(NOW).toISOString(),
    edits,
    orphaned,
    ...more,
  });
}

/** What a run with this plan would do. */
export function nowOf(
  planned: Plan,
  options: Partial<PlanOptions> = {},
  more: Partial<PlanNow> = {},
): PlanNow {
  return {
    spec: 'edits.yml',
    destination: DESTINATION,
    edits: planned.edits,
    recorded: options.recorded,
    removed: [],
    leavesOut: false,
    ...more,
  };
}
