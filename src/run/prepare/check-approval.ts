import type { ActionInputs } from '../../inputs/types.ts';
import { findOrphaned } from '../../plan/review/find-orphaned.ts';
import type { Plan } from '../../plan/types.ts';
import { describeDeviations } from '../../report/plan/describe-deviations.ts';
import type { Problem } from '../../shared/problem.ts';
import { nameDestination } from '../ledger/name-destination.ts';
import type { Surroundings } from './look-around.ts';
import { idsOf, type FirstPlan } from './make-plan.ts';
import type { TakenShard } from './take-shard.ts';

/** An error if the run would not do exactly what the approved plan says; without such a plan there is none. */
export async function checkApproval(
  { approved, ids }: Pick<TakenShard, 'approved' | 'ids'>,
  plan: Plan,
  { spec, branch }: Pick<Surroundings, 'spec' | 'branch'>,
  first: Pick<FirstPlan, 'options'>,
  inputs: Pick<ActionInputs, 'deliver' | 'branch' | 'branchDirectory' | 'prune' | 'shard'>,
): Promise<readonly Problem[]> {
  if (approved === undefined) return [];
  // Few runs have one, and it takes much code to compare plans.
  const { findDeviations } = await import('../../report/plan/find-deviations.ts');
  // Those that only give their outputs to others are the business of another job.
  const edits = ids === undefined ? plan.edits : plan.edits.filter(({ id }) => ids.has(id));
  const recorded = branch?.recorded;
  const orphaned = findOrphaned(edits, {
    spec: spec.path,
    specIds: idsOf(first),
    prune: inputs.prune,
    ...(recorded !== undefined && { recorded }),
  });
  const deviations = findDeviations(approved, {
    spec: spec.path,
    destination: nameDestination(inputs),
    edits,
    recorded,
    leavesOut: inputs.shard !== undefined,
    removed: orphaned.flatMap(({ id, isRemoved }) => (isRemoved ? [id] : [])),
  });
  const problem = describeDeviations(deviations, approved.createdAt);
  return problem === undefined ? [] : [problem];
}
