import { describeLeft } from '../../deliver/branch/describe-left.ts';
import { findMissing } from '../../deliver/branch/find-missing.ts';
import { readTipAgain } from '../../deliver/branch/read-tip-again.ts';
import { describeUnchanged } from '../../deliver/branch/tip-facts.ts';
import type { BranchDelivery, OpenedBranch } from '../../deliver/branch/types.ts';
import type { EndedRun } from '../../report/types.ts';
import type { World } from '../../runner/world.ts';
import { listUnchanged } from './deliver-to-branch.ts';
import { isDeliveredMeanwhile } from './fetch-unchanged.ts';

/** What a delivery achieved, and the branch after it. */
export interface FinalBranch {
  readonly branch: BranchDelivery;
  /** As it was opened if nothing can have changed since, or if it cannot be read again. */
  readonly current: OpenedBranch;
  /** Whether `current` was read after the delivery. */
  readonly isFresh: boolean;
}

/**
 * Looks at the branch again if it may have moved: while a run waits for the service or for another run, others push. Then
 * what the run reports (commit, links) describes the branch at its end, not at its start.
 */
export async function lookAgain(
  { edits }: EndedRun,
  branch: BranchDelivery,
  opened: OpenedBranch,
  world: Pick<World, 'clock' | 'random' | 'log'>,
  signal: AbortSignal,
): Promise<FinalBranch> {
  const hasWorked = edits.some(
    ({ edit: { action } }) =>
      action.kind !== 'unchanged' && action.kind !== 'aside' && action.kind !== 'skip',
  );
  const isStale = branch.kind === 'unchanged' && hasWorked;
  if (!isStale && !edits.some(isDeliveredMeanwhile)) return { branch, current: opened, isFresh: false };
  const { repository, place } = opened;
  const tip = await readTipAgain({ repository, place }, { ...world, signal });
  if (!tip.ok) {
    world.log.info(
      `Cannot read branch ${place.branch} again: the report describes it as it was at the start of the run.`,
    );
    return { branch, current: opened, isFresh: false };
  }
  const current = { repository, place, ...tip.value };
  if (branch.kind !== 'unchanged') return { branch, current, isFresh: true };
  const missing = findMissing(current, listUnchanged({ edits }), place);
  if (missing.length > 0) {
    const message = `Branch ${place.branch} lost pictures: ${describeLeft(missing)}.`;
    return { branch: { kind: 'failed', ...place, message, left: missing }, current, isFresh: true };
  }
  return { branch: describeUnchanged(current, place), current, isFresh: true };
}
