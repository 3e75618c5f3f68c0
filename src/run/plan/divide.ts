import { locksOf } from '../../deliver/branch/tip-facts.ts';
import type { ActionInputs } from '../../inputs/types.ts';
import { expectDurations } from '../../plan/shards/expected-durations.ts';
import { splitShards, type Shards } from '../../plan/shards/split-shards.ts';
import type { Plan } from '../../plan/types.ts';
import type { Surroundings } from '../prepare/look-around.ts';

/**
 * Divides a plan among jobs, if that is asked for; pure. What the lock files recorded of earlier jobs decides, and the plan file
 * says the result: no other job divides anything.
 */
export function divide(
  { edits }: Plan,
  { branch, base }: Pick<Surroundings, 'branch' | 'base'>,
  { maxShards }: Pick<ActionInputs, 'maxShards'>,
): Shards | undefined {
  if (maxShards === undefined) return undefined;
  return splitShards(edits, maxShards, expectDurations(locksOf(branch, base)));
}
