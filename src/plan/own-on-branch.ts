import { editOfTake } from '../shared/take-id.ts';
import type { PlannedAction, PlannedEdit } from './types.ts';

/** The names of a whole spec. */
export interface SpecNames {
  readonly ids: ReadonlySet<string>;
  /** The same without the numbers of takes. */
  readonly edits: ReadonlySet<string>;
}

/** The names of a spec with these ids; pure. */
export function namesOf(ids: ReadonlySet<string>): SpecNames {
  return { ids, edits: new Set([...ids].map(editOfTake)) };
}

/**
 * What becomes of a take whose pictures are files of this branch and its own: they were made for it, or under a name that the spec no
 * longer has. What another edit has of the same request is not its own. Undefined for all others; pure.
 */
export function ownOnBranch(
  { id, take, action }: Pick<PlannedEdit, 'id' | 'take' | 'action'>,
  { ids, edits }: SpecNames,
): Extract<PlannedAction, { readonly kind: 'unchanged' | 'aside' }> | undefined {
  if (action.kind !== 'unchanged' && action.kind !== 'aside') return undefined;
  const { from, on, entry } = action;
  if (on !== undefined || entry.stored !== undefined) return undefined;
  const isOfOther = editOfTake(from) !== take?.edit && edits.has(editOfTake(from));
  return from === id || (!ids.has(from) && !isOfOther) ? action : undefined;
}
