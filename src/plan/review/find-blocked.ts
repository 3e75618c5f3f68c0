import type { PlannedEdit } from '../types.ts';

/**
 * Edits that would be made and are not, because they need an edit that is on hold, with the id of that one. In the order
 * of a plan, in which each edit comes after those that it needs or shares with.
 */
export function findBlocked(
  edits: readonly Pick<PlannedEdit, 'id' | 'needs' | 'action'>[],
): ReadonlyMap<string, string> {
  /** The edit on hold because of which there is no output. */
  const causes = new Map<string, string>();
  const blocked = new Map<string, string>();
  for (const { id, needs, action } of edits) {
    if (action.kind === 'hold') causes.set(id, id);
    const used = action.kind === 'submit' ? needs : action.kind === 'share' ? [action.with] : [];
    const cause = used.map((each) => causes.get(each)).find((each) => each !== undefined);
    if (cause === undefined) continue;
    causes.set(id, cause);
    blocked.set(id, cause);
  }
  return blocked;
}
