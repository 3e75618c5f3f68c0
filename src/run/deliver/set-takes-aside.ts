import { deliverBranch } from '../../deliver/branch/deliver-branch.ts';
import { setBroughtAside } from '../../deliver/branch/plan-takes.ts';
import { readTipAgain } from '../../deliver/branch/read-tip-again.ts';
import type { BranchDelivery, BranchRequest, DeliverDeps, OpenedBranch } from '../../deliver/branch/types.ts';
import { isAside } from '../../plan/decide-aside.ts';
import type { EditOutcome } from '../../plan/outcome.ts';

/**
 * Takes that are not kept came to the branch with a commit that has them for good; a second commit takes them off the branch
 * again, so that it has only what is kept. If that fails, they stay, and the next run does it. Returns the delivery with the
 * commit that has them.
 */
export async function setTakesAside(
  edits: readonly EditOutcome[],
  delivery: BranchDelivery,
  { repository, place }: Pick<OpenedBranch, 'repository' | 'place'>,
  request: Omit<BranchRequest, 'changes' | 'unchanged'>,
  takesOnBranch: boolean,
  deps: DeliverDeps,
): Promise<BranchDelivery> {
  if (delivery.kind !== 'committed') return delivery;
  const left = new Set(delivery.left.map(({ id }) => id));
  const brought = edits.filter(
    ({ edit, state }) =>
      (state === 'succeeded' || state === 'adopted') && isAside(edit, takesOnBranch) && !left.has(edit.id),
  );
  if (brought.length === 0) return delivery;
  const { commit } = delivery;
  const read = await readTipAgain({ repository, place }, deps);
  const current = read.ok ? { repository, place, ...read.value } : undefined;
  const set =
    current === undefined
      ? []
      : setBroughtAside(
          brought.map(({ edit }) => edit),
          current.recorded.lock.edits,
          commit,
        );
  const again =
    current === undefined || set.length === 0
      ? undefined
      : await deliverBranch(current, { ...request, changes: { set, remove: [] } }, deps);
  if (again?.kind !== 'committed') {
    deps.log.info(
      `Takes that are not kept are still on branch ${place.branch}; the next run takes them off it.`,
    );
    return delivery;
  }
  return {
    ...again,
    changed: [...new Set([...delivery.changed, ...again.changed])].toSorted(),
    warnings: [...delivery.warnings, ...again.warnings],
    left: delivery.left,
    aside: new Map([...(delivery.aside ?? []), ...set.map(({ id }) => [id, commit] as const)]),
  };
}
