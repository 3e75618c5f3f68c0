import type { PlannedEdit } from '../../plan/types.ts';
import { rankEdit } from './next-step.ts';

/**
 * Edits (each after those it needs) in the order of their turns: by rank, then those first that the longest chain of
 * others waits for, then as they are in the plan. Pure.
 */
export function orderEdits(edits: readonly PlannedEdit[]): readonly PlannedEdit[] {
  const chains = measureChains(edits);
  return edits.toSorted((a, b) => rankEdit(a) - rankEdit(b) || chainOf(b, chains) - chainOf(a, chains));
}

function chainOf({ id }: PlannedEdit, chains: ReadonlyMap<string, number>): number {
  return chains.get(id) ?? 0;
}

/** How many jobs come one after the other from each edit on, its own included. A copy of a picture takes no time. */
function measureChains(edits: readonly PlannedEdit[]): ReadonlyMap<string, number> {
  const chains = new Map<string, number>();
  const extend = (id: string, jobs: number): void => {
    chains.set(id, Math.max(chains.get(id) ?? 0, jobs));
  };
  for (const edit of edits.toReversed()) {
    const behind = chainOf(edit, chains);
    const jobs = isMade(edit) ? behind + 1 : behind;
    chains.set(edit.id, jobs);
    for (const id of edit.needs) extend(id, jobs);
    if (edit.action.kind === 'share') extend(edit.action.with, jobs);
  }
  return chains;
}

/** Whether a job of the service makes it, in this run or another. */
function isMade({ action }: PlannedEdit): boolean {
  switch (action.kind) {
    case 'submit':
    case 'collect':
    case 'other-run':
      return true;
    case 'share':
    case 'hold':
    case 'unchanged':
    case 'adopt':
    case 'aside':
    case 'skip':
      return false;
  }
}
